import {
  agencyOf,
  classesOf,
  mayConsent,
  plus,
  purposeFits,
  wordingId,
  HOUR,
  type Authority,
  type CaseId,
  type CompetenceBasis,
  type CompetenceRefusal,
  type ConsentEntryId,
  type ConsentRecord,
  type DataClass,
  type Giver,
  type HowGiven,
  type Instant,
  type Purpose,
  type Recipient,
  type StaffActor,
} from '#libs/domain';
import { lockCaseFor } from '../cases/case-access';
import { subjectOfCase } from '../cases/subject-of-case';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type {
  CaseRecord,
  Ids,
  Once,
  Repeatable,
  SubjectVault,
  Transaction,
  UnitOfWork,
  Vault,
} from '../ports';
import { afterConsent } from './after-consent';

/** For how many days an agreement may hold before it is asked for again. */
export const CONSENT_DAYS = [30, 90, 180, 365] as const;

export interface RecordConsentInput {
  readonly caseId: CaseId;
  /** The revision of the case that the form was drawn from. */
  readonly revision: number;
  readonly decision: 'given' | 'refused';
  readonly recipient: Recipient;
  readonly purpose: Purpose;
  /** Read only where the person chooses class by class; a refusal of none in particular is one of all. */
  readonly dataClasses: readonly DataClass[];
  readonly giver: Giver;
  /** How the worker judged competence for this decision, in words; null when no assessment was needed or made. */
  readonly assessment: string | null;
  readonly authority: Authority | null;
  readonly how: HowGiven;
  /** Null: it holds until it is withdrawn. */
  readonly days: number | null;
}

export type ConsentRefusal =
  CompetenceRefusal | 'purpose-does-not-fit' | 'nothing-chosen' | 'unknown-recipient' | 'unreadable';

export type RecordConsentOutcome =
  | {
      readonly kind: 'recorded';
      readonly caseId: CaseId;
      readonly entryIds: readonly ConsentEntryId[];
      readonly closedShares: number;
    }
  | NotFound
  | Stale
  | Refused<ConsentRefusal>;

/** One answer of the person, or of somebody who may answer for them: a row for each class of data (DESIGN §6). */
export class RecordConsent {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly ids: Ids,
  ) {}

  async execute(
    actor: StaffActor,
    input: RecordConsentInput,
    repeatable: Repeatable,
  ): Promise<Once<RecordConsentOutcome>> {
    const { unitOfWork, vault } = this;
    const { caseId } = input;
    const sealer = await subjectOfCase({ unitOfWork, vault }, { actor, act: 'record-consent', caseId });
    return unitOfWork.once<RecordConsentOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'recorded' },
      (tx) => this.record(tx, { actor, input, sealer }),
    );
  }

  private async record(tx: Transaction, asked: Asked): Promise<RecordConsentOutcome> {
    const { input, sealer } = asked;
    const caseFile = await lockCaseFor(tx, 'record-consent', input.caseId);
    if (caseFile === null) return NOT_FOUND;
    if (caseFile.revision !== input.revision) return { kind: 'stale', revision: caseFile.revision };
    const { purpose, recipient, decision, giver, authority } = input;
    if (!purposeFits(purpose, recipient)) return refuse('purpose-does-not-fit');
    if (!(await isKnown(tx, recipient))) return refuse('unknown-recipient');
    const dataClasses = classesOf(purpose, input.dataClasses);
    if (decision === 'given' && dataClasses.length === 0) return refuse('nothing-chosen');
    const assessed = input.assessment !== null;
    const ageBand = await tx.consents.ageBandOf(caseFile.personId);
    const footing = mayConsent({ decision, giver, ageBand, assessed, authority });
    if (footing.kind === 'refused') return footing;
    if (assessed && sealer === null) return refuse('unreadable');

    const records = this.recordsOf({ ...asked, caseFile, dataClasses, basis: footing.basis, now: tx.now });
    await tx.consents.append(records.map((one) => ({ ...one, handlingAgencyId: caseFile.handlingAgencyId })));
    if (assessed && sealer !== null) await sealNotes(tx, { records, sealer, text: input.assessment });
    const { closedShares } = await afterConsent(tx, { caseFile, records });
    return { kind: 'recorded', caseId: caseFile.id, entryIds: records.map(({ id }) => id), closedShares };
  }

  private recordsOf(parts: Asked & Recorded): readonly ConsentRecord[] {
    const { actor, input, caseFile, dataClasses, basis, now } = parts;
    const { decision, recipient, purpose, giver, authority, how, days } = input;
    const given = decision === 'given';
    const about: readonly (DataClass | null)[] = given || input.dataClasses.length > 0 ? dataClasses : [null];
    return about.map((dataClass) => ({
      id: this.ids.next<ConsentEntryId>(),
      caseId: caseFile.id,
      personId: caseFile.personId,
      decision,
      recipient,
      purpose,
      dataClass,
      giver,
      basis,
      authority: basis === 'authority' ? authority : null,
      how,
      wording: wordingId(purpose),
      takenBy: actor.userId,
      recordedAt: now,
      expiresAt: given && days !== null ? plus(now, days * 24 * HOUR) : null,
    }));
  }
}

interface Asked {
  readonly actor: StaffActor;
  readonly input: RecordConsentInput;
  readonly sealer: SubjectVault | null;
}

interface Recorded {
  readonly caseFile: CaseRecord;
  readonly dataClasses: readonly DataClass[];
  readonly basis: CompetenceBasis | null;
  readonly now: Instant;
}

/** A body outside is on the list; an agency must be one that may be shared with. */
export async function isKnown(tx: Transaction, recipient: Recipient): Promise<boolean> {
  const agencyId = agencyOf(recipient);
  return agencyId === null || tx.shares.isProvider(agencyId);
}

async function sealNotes(
  tx: Transaction,
  { records, sealer, text }: { records: readonly ConsentRecord[]; sealer: SubjectVault; text: string | null },
): Promise<void> {
  if (text === null) return;
  for (const { id, personId } of records) {
    const place = { recordId: id, kind: 'consent-note' } as const;
    await tx.safeContact.addSealed({
      personId,
      record: { ...place, sealed: sealer.seal(place, { text }) },
      at: tx.now,
    });
  }
}
