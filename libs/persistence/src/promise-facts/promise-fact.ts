import type { DeadlineId, Instant, ReferralId } from '#libs/domain';

/** How a limb was met or done: the figure prints how many rest on somebody's confirmation (P4). */
export type FactBasis = 'on-time' | 'late-entry-confirmed' | 'corrected-start' | 'late';

/** One referral and limb as the commissioner's figure sees it: no person, no agency, nothing that names anyone. */
export interface PromiseFact {
  readonly deadlineId: DeadlineId;
  readonly referralId: ReferralId;
  /** First day of the local month in which the clock started. */
  readonly monthOn: string;
  readonly source: string;
  readonly limb: string;
  readonly binding: boolean;
  readonly policyId: string;
  readonly policyVersion: number;
  readonly calendarId: string;
  readonly calendarVersion: number;
  readonly dueAt: Instant;
  readonly adjustedDueAt: Instant | null;
  readonly metAt: Instant | null;
  readonly basis: FactBasis | null;
  readonly cancelled: boolean;
  /** Why, when the figure counts it apart. */
  readonly cancelledBecause: CountedApart | null;
}

/** Reasons for closing a case that the figure counts one by one. */
export const COUNTED_APART = ['redirected', 'died', 'duplicate'] as const;
export type CountedApart = (typeof COUNTED_APART)[number];
