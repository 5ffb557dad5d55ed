import { rounded, type DisclosureRule } from '../disclosure';

/** How many cases a sample was drawn from, as somebody may know it. */
export type ToldCounts =
  | { readonly kind: 'exact'; readonly population: number; readonly drawn: number }
  /** Null where it is small. How many were drawn is not told: it would be the population where fewer were there. */
  | { readonly kind: 'rounded'; readonly population: number | null };

/**
 * Whoever reads the cases knows how many there are. Whoever pays knows it of the promise, whose totals of the whole area
 * are published as they are, and of everything else as a release would tell it.
 */
export function toldCounts(
  drawn: { readonly measure: string; readonly population: number; readonly drawn: number },
  { readsCases, rule }: { readonly readsCases: boolean; readonly rule: DisclosureRule },
): ToldCounts {
  const { measure, population } = drawn;
  if (readsCases || (measure === 'first-conversation-in-time' && rule.promiseCountyExact))
    return { kind: 'exact', population, drawn: drawn.drawn };
  return { kind: 'rounded', population: rounded(population, rule) };
}
