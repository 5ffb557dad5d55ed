import {
  agencyRecipient,
  mayShare,
  type ConsentEntry,
  type ConsentOverride,
  type ShareQuestion,
} from '../consent';
import type { Instant } from '../time';
import type { RequestLapse } from './codes';
import type { ServiceRequest } from './service-request';

interface Loss {
  readonly reason: RequestLapse;
  readonly at: Instant;
}

/**
 * Why a request that was sent has no ground at `now`: what ended last of the agreement and of the overrides for what the
 * person needs. Agreement that never was, or was never given, cannot have ended, so then it was an override. Source:
 * P6 (DESIGN §1): a reason in the journal says what happened.
 */
export function groundLost(
  {
    agencyId,
    purpose,
  }: { readonly agencyId: NonNullable<ServiceRequest['agencyId']> } & Pick<ServiceRequest, 'purpose'>,
  {
    ledger,
    overrides,
    now,
  }: {
    readonly ledger: readonly ConsentEntry[];
    readonly overrides: readonly ConsentOverride[];
    readonly now: Instant;
  },
): RequestLapse {
  const question: ShareQuestion = { recipient: agencyRecipient(agencyId), purpose, dataClass: 'needs' };
  const losses = [...overrideLosses(overrides, question, now), ...agreementLoss(ledger, question, now)];
  return losses.toSorted((a, b) => b.at - a.at)[0]?.reason ?? 'consent-expired';
}

function overrideLosses(
  overrides: readonly ConsentOverride[],
  { recipient, purpose, dataClass }: ShareQuestion,
  now: Instant,
): readonly Loss[] {
  return overrides.flatMap((one) => {
    const about =
      one.recipient === recipient && one.purpose === purpose && one.dataClasses.includes(dataClass);
    const at = one.endedAt ?? one.endsAt;
    return about && at !== null && at <= now ? [{ reason: 'override-ended' as const, at }] : [];
  });
}

function agreementLoss(
  ledger: readonly ConsentEntry[],
  question: ShareQuestion,
  now: Instant,
): readonly Loss[] {
  const decision = mayShare(ledger, question, now);
  if (decision.kind === 'may' || decision.entry === null) return [];
  const { recordedAt, expiresAt, doubtedAt = null } = decision.entry;
  switch (decision.reason) {
    case 'withdrawn':
    case 'refused':
      return [{ reason: 'consent-withdrawn', at: recordedAt }];
    case 'expired':
      return [{ reason: 'consent-expired', at: expiresAt ?? recordedAt }];
    case 'giver-was-a-child':
      return [{ reason: 'giver-was-a-child', at: doubtedAt ?? recordedAt }];
    case 'never-asked':
      return [];
  }
}
