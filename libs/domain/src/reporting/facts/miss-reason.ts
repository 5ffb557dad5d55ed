import type { Instant } from '../../time';
import type { PromiseFact } from './promise-fact';
import { contactReached, type ReferralFact } from './referral-fact';

/**
 * Why a limb was missed, as far as the journal tells. One reason for each miss, the first of this list that holds.
 * None of them excuses a miss, and "nobody tried in time" is said where no other reason was recorded.
 */
export const MISS_REASONS = [
  /** The police sent the referral after the limb had run out. */
  'sent-after-the-limit',
  /** What was done in time was typed in afterwards, and nobody has confirmed it yet. */
  'late-entry-waits',
  'asked-to-wait',
  'no-safe-route',
  'wrong-details-with-police',
  'no-interpreter',
  /** The person had not been asked whether they agree when the referral was made, and nothing was tried in time. */
  'no-agreement-yet',
  'number-not-working',
  /** Tried in time, and nobody who could be spoken with was reached. */
  'tried-and-not-reached',
  'not-tried-in-time',
] as const;
export type MissReason = (typeof MISS_REASONS)[number];

const LISTED: readonly string[] = MISS_REASONS.slice(2, 6);

/** The reason that is counted for a limb that was missed. */
export function missReasonOf({ dueAt }: Pick<PromiseFact, 'dueAt'>, referral: ReferralFact): MissReason {
  if (referral.submittedAt !== null && referral.submittedAt > dueAt) return 'sent-after-the-limit';
  const inTime = (at: Instant | null) => at !== null && at <= dueAt;
  const tried = referral.attempts.filter((one) => one.confirmation !== 'declined' && inTime(one.happenedAt));
  if (tried.some(({ rung, confirmation }) => rung >= 5 && confirmation === 'waiting'))
    return 'late-entry-waits';
  const listed = referral.exceptions
    .filter(({ standing, from, reason }) => standing === 'counts' && from <= dueAt && LISTED.includes(reason))
    .toSorted((one, other) => one.from - other.from || (one.id < other.id ? -1 : 1))[0];
  if (listed) return listed.reason as MissReason;
  if (tried.some(({ outcome }) => outcome === 'number-not-working')) return 'number-not-working';
  if (inTime(contactReached(referral).attemptAt)) return 'tried-and-not-reached';
  return referral.agreement === 'not-asked-yet' ? 'no-agreement-yet' : 'not-tried-in-time';
}
