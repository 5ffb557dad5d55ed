import type { Cell, FigureMeasure, Spread, SpreadBucket } from '../facts';
import { spreadOf } from '../facts';

/** How one figure is put together. Denominator and exclusions sum to the total: nobody is lost from the count. */
export interface FigureWorking {
  readonly numerator: number;
  readonly denominator: number;
  /** By the ids of the exclusions of the measure. */
  readonly exclusions: Readonly<Record<string, number>>;
  readonly total: number;
  /** Hundredths of full-time posts that the denominator is divided by; only of a figure for each post. */
  readonly posts?: number;
  /** Of a length of time: in whole minutes, or whole days. */
  readonly spread: (Spread & { readonly buckets: readonly SpreadBucket[] }) | null;
}

/** How many cells of one measure count in each of its buckets. */
export type Buckets = ReadonlyMap<string, number>;

/** Adds up the months and values of one measure. */
export function bucketsOf(cells: readonly Cell[], measure: FigureMeasure): Buckets {
  const counts = new Map<string, number>();
  for (const cell of cells)
    if (cell.measure === measure) counts.set(cell.bucket, (counts.get(cell.bucket) ?? 0) + cell.count);
  return counts;
}

export function sumOf(buckets: Buckets, only?: readonly string[]): number {
  return [...buckets]
    .filter(([bucket]) => only === undefined || only.includes(bucket))
    .reduce((sum, [, count]) => sum + count, 0);
}

/** A share whose parts sum to its whole. Throws when they do not: such a figure is never shown. */
export function shareWorking(
  counts: Pick<FigureWorking, 'numerator' | 'denominator' | 'exclusions'>,
  total: number,
): FigureWorking {
  const { numerator, denominator, exclusions } = counts;
  const left = Object.values(exclusions);
  const whole = left.reduce((sum, count) => sum + count, denominator);
  if (whole !== total || numerator > denominator || left.some((count) => count < 0)) {
    throw new RangeError('the parts of the figure do not sum to its whole');
  }
  return { ...counts, total, spread: null };
}

/** A length of time of everybody who was measured; the rest are left out, and counted. */
export function spreadWorking(
  lengths: Buckets,
  total: number,
  exclusions: (measured: number) => Readonly<Record<string, number>>,
): FigureWorking {
  const buckets = [...lengths].map(([length, count]) => ({ minutes: Number(length), count }));
  const spread = spreadOf(buckets);
  const { count } = spread;
  const counts = { numerator: count, denominator: count, exclusions: exclusions(count) };
  return { ...shareWorking(counts, total), spread: { ...spread, buckets } };
}
