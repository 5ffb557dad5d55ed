/** Why something that was counted is left out of a share. */
export interface MeasureExclusion<Id extends string = string> {
  readonly id: Id;
  readonly words: string;
}

/**
 * What a published figure means, as data (DESIGN §10). A change of meaning is a new version, so that a figure can
 * always say which meaning it was counted under.
 */
export interface Measure<Exclusion extends string = string> {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly formula: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly exclusions: readonly MeasureExclusion<Exclusion>[];
  /** What the figure is worked out from, each recorded in the journal. */
  readonly facts: readonly string[];
  /** What never changes the figure, however often it is asked for. */
  readonly neverCounted: readonly string[];
}
