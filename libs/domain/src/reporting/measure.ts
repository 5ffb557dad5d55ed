/** Why something that was counted is left out of a share. */
export interface MeasureExclusion<Id extends string = string> {
  readonly id: Id;
  readonly words: string;
}

/** What a reader looks for together. */
export const MEASURE_FAMILIES = [
  'contact',
  'handover',
  'reach',
  'engagement',
  'support',
  'outcomes',
  'justice',
  'coverage',
  'data-quality',
] as const;
export type MeasureFamily = (typeof MEASURE_FAMILIES)[number];

/** Who answers for what a figure means, and is asked before its meaning changes. */
export const MEASURE_OWNERS = ['responder-service', 'police', 'providers', 'commissioner'] as const;
export type MeasureOwner = (typeof MEASURE_OWNERS)[number];

/** By what a figure may be told apart. What is not named is no table of it, on a page, in a file or in an answer. */
export const MEASURE_CUTS = [
  'month',
  'district-in-twelve-months',
  'centre',
  'offence-group',
  'referral-source',
  'day-of-week',
  'day-and-hour-in-twelve-months',
  'staffing-pattern',
  'reason',
  'attempt-number',
  'service',
  'entitlement',
  'field',
  'equality-group-in-twelve-months',
  'milestone',
  'outcome',
  'adviser',
] as const;
export type MeasureCut = (typeof MEASURE_CUTS)[number];

/** The pages that show figures. */
export const FIGURE_PAGES = [
  'county-promise',
  'live-figures',
  'coverage',
  'reach',
  'victims-code',
  'waiting-lists',
  'quarters',
] as const;
export type FigurePage = (typeof FIGURE_PAGES)[number];

/** Where it is counted; or that it is defined and what is missing before it can be. */
export type MeasureCounting =
  | { readonly kind: 'counted'; readonly on: readonly [FigurePage, ...FigurePage[]] }
  | { readonly kind: 'not-yet-counted'; readonly needs: string };

/**
 * What a published figure means, as data (DESIGN §10). A change of meaning is a new version, so that a figure can
 * always say which meaning it was counted under.
 */
export interface Measure<Exclusion extends string = string> {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly family: MeasureFamily;
  readonly formula: string;
  readonly numerator: string;
  /** Of a length of time or a plain count: whom or what it is taken over. */
  readonly denominator: string;
  readonly exclusions: readonly MeasureExclusion<Exclusion>[];
  /** What the figure is worked out from, each recorded in the journal. */
  readonly facts: readonly string[];
  /** What never changes the figure, however often it is asked for. */
  readonly neverCounted: readonly string[];
  readonly owner: MeasureOwner;
  readonly cuts: readonly MeasureCut[];
  /** The day from which figures say this version, `YYYY-MM-DD`. */
  readonly inForceFrom: string;
  readonly standing: MeasureCounting;
}
