import type { Chart } from '../../charts';

/** A number as it is shown, and where it is explained; no address where there is nothing to explain. */
export interface FigureCell {
  readonly text: string;
  readonly explain: { readonly path: string; readonly what: string } | null;
}

export interface FigureRow {
  readonly name: string;
  readonly cells: readonly FigureCell[];
}

export interface FigureTable {
  readonly caption: string;
  readonly firstHead: string;
  readonly heads: readonly string[];
  readonly rows: readonly FigureRow[];
}

/** What a table of figures is made of: words, drawings, and the tables that say the same. */
export interface FigureSection {
  readonly intro: readonly string[];
  readonly charts: readonly Chart[];
  readonly tables: readonly FigureTable[];
  readonly notes: readonly string[];
}
