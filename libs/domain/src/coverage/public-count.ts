/**
 * How far a count that somebody published can be set against the figures of this service. `counts-alike`: the same kind
 * of thing, in another place or year; `other-definition`: it counts something else; `context-only`: another area, or a
 * figure whose period or rule is not known.
 */
export const COMPARABILITY = ['counts-alike', 'other-definition', 'context-only'] as const;
export type Comparability = (typeof COMPARABILITY)[number];

/** A count that is publicly known, as it was said and by whom. */
export interface PublicCount {
  readonly what: string;
  readonly place: string;
  readonly period: string;
  readonly count: number;
  readonly definition: string;
  readonly source: string;
  readonly comparability: Comparability;
  /** Why no further than that. */
  readonly note: string;
}
