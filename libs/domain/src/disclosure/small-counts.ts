/** Counts from 1 up to here may point at somebody (DESIGN §10, the disclosure rule). */
export const LARGEST_SMALL_COUNT = 7;

const STEP = 5;

export function isSmall(count: number): boolean {
  return count > 0 && count <= LARGEST_SMALL_COUNT;
}

/**
 * A count as it may be published: null from 1 to 7, others to the nearest 5.
 *
 * Example: 12 is 10, 13 is 15, 4 is null, 0 is 0.
 */
export function rounded(count: number): number | null {
  return isSmall(count) ? null : toStep(count);
}

/** The nearest 5, whether or not it may be published. */
export function toStep(count: number): number {
  return Math.round(count / STEP) * STEP;
}

/** What a reader knows of a count that is published as this number. */
export function rangeBehind(published: number): Range {
  if (published === 0) return { least: 0, most: 0 };
  return { least: Math.max(LARGEST_SMALL_COUNT + 1, published - 2), most: published + 2 };
}

export interface Range {
  readonly least: number;
  readonly most: number;
}
