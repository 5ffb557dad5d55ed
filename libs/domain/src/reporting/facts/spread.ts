/** Beyond this many minutes, thirty days, a duration is counted as this long. */
export const LONGEST_SPREAD = 30 * 24 * 60;

/** How finely durations are kept, in minutes: to the minute for the county, to the hour for its parts. */
export const COUNTY_STEP = 1;
export const PART_STEP = 60;

/** Beyond this many minutes, two days, every duration is kept to the hour. */
export const FINE_UNTIL = 2 * 24 * 60;
const COARSE_STEP = 60;

export interface SpreadBucket {
  /** Whole minutes, rounded down as `spreadBucket` does. */
  readonly minutes: number;
  readonly count: number;
}

export interface Spread {
  readonly count: number;
  /** Whole minutes, to the step; null of nobody. */
  readonly median: number | null;
  readonly p90: number | null;
}

/**
 * The bucket of a duration: whole minutes rounded down to the step, or to the hour beyond two days; never under 0 and
 * never over thirty days. Example: 61 minutes and 59 seconds is 61 in the county and 60 in its parts.
 */
export function spreadBucket(milliseconds: number, step: number): number {
  const minutes = Math.min(Math.max(Math.floor(milliseconds / 60_000), 0), LONGEST_SPREAD);
  const width = minutes < FINE_UNTIL ? step : COARSE_STEP;
  return Math.floor(minutes / width) * width;
}

/**
 * The median and the 90th percentile: the shortest duration that at least half, or nine in ten, do not exceed. Exact to
 * the step of the buckets, because every duration is in one.
 *
 * Example: 1, 2, 3 and 100 minutes have the median 2 and the 90th percentile 100.
 */
export function spreadOf(buckets: readonly SpreadBucket[]): Spread {
  const sorted = buckets
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => one.minutes - other.minutes);
  const count = sorted.reduce((sum, bucket) => sum + bucket.count, 0);
  const at = (tenths: number): number | null => {
    const rank = Math.ceil((count * tenths) / 10);
    let seen = 0;
    for (const bucket of sorted) {
      seen += bucket.count;
      if (seen >= rank) return bucket.minutes;
    }
    return null;
  };
  return { count, median: at(5), p90: at(9) };
}
