import type { DeadlineId, ReferralId } from '../../ids';
import type { Instant } from '../../time';

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

/** In which of the four parts of the figure a limb is; the parts sum to the whole. */
export type PromiseState = 'met' | 'missed' | 'open' | 'cancelled';

/** Where a limb stands at one instant, and the instant after which time alone makes it stand elsewhere. */
export interface PromiseStanding {
  readonly state: PromiseState;
  /** Of a miss: done, or still to be done, by the instant that a listed exception gives. Beside the figure (P4). */
  readonly inAdjustedTime: boolean;
  /** Once now is later than this the standing is another one; null when time changes nothing any more. */
  readonly turnsAt: Instant | null;
}

/**
 * Where a limb stands. A miss is arithmetic: it counts from its due instant, whether or not anybody noticed. What was
 * decided before the case ended stays decided; a clock cancelled before it was decided is in neither part.
 *
 * Example: due at 17:00 and nothing done is open at 17:00:00 and missed at 17:00:01.
 */
export function standingAt(fact: PromiseFact, now: Instant): PromiseStanding {
  const { basis, dueAt, adjustedDueAt, metAt, cancelled } = fact;
  if (basis !== null && basis !== 'late') return { state: 'met', inAdjustedTime: false, turnsAt: null };
  if (cancelled) return { state: 'cancelled', inAdjustedTime: false, turnsAt: null };
  if (basis === null && dueAt >= now) return { state: 'open', inAdjustedTime: false, turnsAt: dueAt };
  const inAdjustedTime = adjustedDueAt !== null && (metAt ?? now) <= adjustedDueAt;
  return {
    state: 'missed',
    inAdjustedTime,
    turnsAt: inAdjustedTime && metAt === null ? adjustedDueAt : null,
  };
}
