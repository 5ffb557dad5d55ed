/** A row or a column: its id is part of the address of a cell, its label is what people read. */
export interface Header {
  readonly id: string;
  readonly label: string;
}

/**
 * What a column holds. `count`: people or what happened to them. `percent`: a whole percentage of one column of the same
 * row over another. `figure`: a number that counts nobody here (a median, weeks, what others published) and is left out
 * where its base column, if it has one, counts too few.
 */
export type Column = Header &
  (
    | { readonly kind: 'count' }
    | { readonly kind: 'percent'; readonly numerator: string; readonly base: string }
    | { readonly kind: 'figure'; readonly base: string | null }
  );

/**
 * One cell before it is protected. `count` may be hidden and rounded; `exact` is a county total of the promise, which is
 * published as it is if the rule says so; `figure` is null where there is none; a percentage is worked out from what is
 * published; `blank`: no number belongs here.
 */
export type CountedCell =
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'exact'; readonly count: number }
  | { readonly kind: 'percent' }
  | { readonly kind: 'figure'; readonly value: number | null }
  | { readonly kind: 'blank' };

/** One cell as anybody reads it. A hidden one does not say whether it is small or protects another. */
export type PublishedCell =
  | { readonly kind: 'rounded'; readonly value: number }
  | { readonly kind: 'exact'; readonly value: number }
  | { readonly kind: 'percent'; readonly value: number }
  | { readonly kind: 'figure'; readonly value: number }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'blank' };

/** A table of cells by row and column: `cells[row][column]`. */
export interface TableOf<Cell> {
  /** Unique among all tables of a release, and stable from release to release; it names the period: `code-2026-04`. */
  readonly id: string;
  readonly title: string;
  readonly rowHeaders: readonly Header[];
  readonly columns: readonly Column[];
  readonly cells: readonly (readonly Cell[])[];
}

/** A table before it is protected. */
export interface CountedTable extends TableOf<CountedCell> {
  /**
   * What may be merged when hiding is not enough, the first first: these rows leave the table and one takes their place
   * (district to county, band to all). `into` is null where a row of the table is their sum already.
   */
  readonly merges?: readonly RowMerge[];
}

export interface RowMerge {
  readonly rows: readonly string[];
  readonly into: Header | null;
}

/** A table as it is published, and the rule that it was protected under. */
export interface PublishedTable extends TableOf<PublishedCell> {
  readonly rule: RuleVersion;
}

export interface RuleVersion {
  readonly id: string;
  readonly version: string;
}

/** Where a number stands. It need not be published: what a reader knows to exist may be named too. */
export interface CellRef {
  readonly table: string;
  readonly row: string;
  readonly column: string;
}

/**
 * What a reader may know of numbers beside the numbers themselves. `sum`: the parts add up to the total; with one part,
 * both are the same number (the same people in two tables, a quarter in a later release). `certain` is false where it
 * need not hold to the last person (a later count of the same period). `alike`: as far as a reader can tell these are
 * about the same people (what one event opened), so that they are shown together or hidden together.
 */
export type TableLink =
  | {
      readonly kind: 'sum';
      readonly total: CellRef;
      readonly parts: readonly CellRef[];
      readonly certain: boolean;
    }
  | { readonly kind: 'alike'; readonly cells: readonly CellRef[] };
