/**
 * How counts of people are published (DESIGN §10): a value with an id and a version, brought by the area. What is
 * published under it names it.
 */
export interface DisclosureRule {
  readonly id: string;
  readonly version: string;
  /** Counts from 1 to one below are hidden; 0 is shown. */
  readonly smallestShown: number;
  /** Counts that are shown are rounded to the nearest multiple. */
  readonly step: number;
  /** No percentage on a base that is published as fewer. */
  readonly smallestPercentBase: number;
  /** No length of time, median or other figure of a group that is published as fewer. */
  readonly smallestFigureBase: number;
  /** Of a hidden count, the greatest and the least value that stay possible are at least so far apart. */
  readonly narrowestRange: number;
  /** Whether the county's totals of the contact promise are published as they are. */
  readonly promiseCountyExact: boolean;
}

/** Ours, where an area brings no other (DESIGN §10). */
export const DEFAULT_DISCLOSURE_RULE: DisclosureRule = {
  id: 'small-counts',
  version: '2026-1',
  smallestShown: 8,
  step: 5,
  smallestPercentBase: 10,
  smallestFigureBase: 15,
  narrowestRange: 5,
  promiseCountyExact: true,
};
