import type { FigureWorking } from '#libs/domain';
import type { Chart } from '../../charts';
import type { FigureAsked } from './figure-address';

/** A number as it is shown, and where it is explained; no address where there is nothing to explain. */
export interface FigureCell {
  readonly text: string;
  readonly explain: ExplainedCell | null;
}

export interface ExplainedCell {
  readonly path: string;
  readonly what: string;
  /** Which figure it is, and the counts that its text was written from. */
  readonly asked: FigureAsked;
  readonly working: FigureWorking;
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
