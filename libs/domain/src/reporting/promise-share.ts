/** Below this base one person moves a percentage by more than ten points, and a small group may be recognised. */
export const SMALLEST_PERCENT_BASE = 10;

export type PromiseShare = { readonly numerator: number; readonly denominator: number } & (
  { readonly kind: 'share'; readonly percent: string } | { readonly kind: 'base-too-small' }
);

/**
 * The share of decided clocks that were met: one rule for every page, file and API answer. One decimal, half away
 * from zero, in whole numbers only, because 0.05 has no exact binary form.
 *
 * Example: 1,204 met and 107 missed is 91.8; 9 met and none missed is too small a base for a percentage.
 */
export function promiseShare({ met, missed }: { met: number; missed: number }): PromiseShare {
  for (const count of [met, missed]) {
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError('a count is a whole number from 0');
  }
  const denominator = met + missed;
  if (denominator < SMALLEST_PERCENT_BASE) return { kind: 'base-too-small', numerator: met, denominator };
  const tenths = Math.floor((2_000 * met + denominator) / (2 * denominator));
  const percent = `${Math.floor(tenths / 10)}.${tenths % 10}`;
  return { kind: 'share', numerator: met, denominator, percent };
}
