import type { ReachDimension } from './reach-group';

/** What somebody published about who is harmed, as it was said. */
export interface PrevalenceFinding {
  readonly dimension: ReachDimension;
  /** Who was asked about what. */
  readonly population: string;
  readonly period: string;
  readonly finding: string;
  /** How many of each group were harmed, where the source says so; empty where it gives no number. */
  readonly shares: readonly { readonly group: string; readonly harmed: number }[];
  readonly source: string;
  readonly licence: string;
}

/**
 * Of everybody harmed whose group the source knows, how many in a hundred are of this group; null where it gives no
 * number.
 *
 * Example: of 618,000 women and 155,000 men, women are 80.
 */
export function shareOfHarmed({ shares }: Pick<PrevalenceFinding, 'shares'>, group: string): number | null {
  const found = shares.find((one) => one.group === group);
  const all = shares.reduce((sum, { harmed }) => sum + harmed, 0);
  return found === undefined || all === 0 ? null : Math.round((found.harmed * 100) / all);
}
