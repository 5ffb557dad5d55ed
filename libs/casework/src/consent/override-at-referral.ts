import {
  HOUR,
  LEGAL_BASES,
  OVERRIDE_HOURS,
  plus,
  type ConsentOverride,
  type LegalBasis,
  type OverrideId,
  type UserId,
} from '#libs/domain';
import type { Ids, Intake, SealedRecord, SubjectVault, Transaction } from '../ports';
import { UNDECIDED } from './ask-override';
import { overrideEvent } from './override-events';
import { reviewDue } from './review-due';

/** Why an officer sends a name and a number before anybody has asked the person. */
export interface WithoutAgreement {
  readonly basis: LegalBasis;
  readonly necessity: string;
}

/** Long enough for the promise over a weekend, and no longer: by then somebody has asked the person. */
const HOURS_AT_REFERRAL = 72;

export interface ReferralOverride {
  readonly override: ConsentOverride;
  readonly note: SealedRecord;
}

/**
 * The override that lets the desk read what the police sent without agreement. It stands at once, because whoever may
 * be in danger tonight cannot wait for a second person; it ends by itself and is reviewed by somebody else, as every
 * override is (docs/decisions/0015).
 */
export async function overrideAtReferral(
  tx: Transaction,
  parts: { ids: Ids; intake: Intake; sealer: SubjectVault; why: WithoutAgreement; askedBy: UserId },
): Promise<ReferralOverride> {
  const { ids, intake, sealer, why, askedBy } = parts;
  const { id: caseId, personId, handlingAgencyId, reference } = intake.caseFile;
  const longest = Math.min(HOURS_AT_REFERRAL, LEGAL_BASES[why.basis].longestHours);
  const hours = OVERRIDE_HOURS.findLast((one) => one <= longest) ?? OVERRIDE_HOURS[0];
  const endsAt = plus(tx.now, hours * HOUR);
  const override: ConsentOverride = {
    ...UNDECIDED,
    id: ids.next<OverrideId>(),
    caseId,
    personId,
    handlingAgencyId,
    reference,
    origin: 'referral',
    recipient: 'this-service',
    purpose: 'be-called',
    dataClasses: ['identity', 'safe-contact'],
    basis: why.basis,
    hours,
    state: 'in-force',
    askedBy,
    askedAt: tx.now,
    endsAt,
    reviewDueAt: (await reviewDue(tx)) ?? endsAt,
  };
  const place = { recordId: override.id, kind: 'consent-note' } as const;
  return { override, note: { ...place, sealed: sealer.seal(place, { text: why.necessity }) } };
}

export async function keepReferralOverride(tx: Transaction, { override }: ReferralOverride): Promise<void> {
  await tx.overrides.insert(override);
  await tx.journal.append([overrideEvent(override, 'override.at-referral', tx.now)]);
}
