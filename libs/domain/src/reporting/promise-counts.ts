import type { PromiseExclusion } from './measures';

/** One limb in one month: every referral is in exactly one of the four parts. */
export interface PromiseCounts {
  readonly referrals: number;
  readonly met: number;
  readonly missed: number;
  readonly stillOpen: number;
  readonly cancelled: number;
}

export interface PromiseWorking {
  readonly numerator: number;
  readonly denominator: number;
  readonly exclusions: Readonly<Record<PromiseExclusion, number>>;
  readonly referrals: number;
}

/** How a figure is put together. Throws when the parts do not sum to the whole: such a figure is never shown. */
export function promiseWorking(counts: PromiseCounts): PromiseWorking {
  const { referrals, met, missed, stillOpen, cancelled } = counts;
  if (met + missed + stillOpen + cancelled !== referrals) {
    throw new RangeError('the parts of the figure do not sum to its referrals');
  }
  return {
    numerator: met,
    denominator: met + missed,
    exclusions: { 'still-open': stillOpen, cancelled },
    referrals,
  };
}
