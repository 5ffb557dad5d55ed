import type { CountedCell, CountedTable } from '../../disclosure';
import type { Limb } from '../../deadline';
import type { Cell, FigureDimension, FigureSpan, RollupDimension } from '../../reporting';
import type { SnapshotQuarter } from '../quarter';
import type { ColumnUnit, SnapshotLink, SnapshotTable } from '../snapshot-table';

/** Months of a table, `YYYY-MM`, both included. */
export interface TableMonths {
  readonly first: string;
  readonly last: string;
}

/** What tables are counted from: cells of the figures, and what their codes are called. */
export interface CountedFacts {
  readonly quarter: SnapshotQuarter;
  readonly limbs: readonly { readonly limb: Limb; readonly binding: boolean }[];
  readonly months: Readonly<Record<FigureSpan, TableMonths>>;
  readonly cellsOf: (dimension: FigureDimension, span: FigureSpan) => readonly Cell[];
  readonly nameOf: (dimension: RollupDimension, code: string) => string;
}

/** A table as it is counted, before anything is hidden: `table.id` is what it is called in the report. */
export interface CountedSnapshotTable
  extends Pick<SnapshotTable, 'title' | 'measure' | 'rowsTitle' | 'notes'>, Pick<CountedTable, 'merges'> {
  readonly id: string;
  readonly months: TableMonths;
  readonly columns: readonly CountedColumn[];
  readonly rows: readonly {
    readonly id: string;
    readonly title: string;
    readonly cells: readonly CountedCell[];
  }[];
  /** In each row, the columns that make up another. */
  readonly columnSums: readonly { readonly total: string; readonly parts: readonly string[] }[];
  /** The row that all the others make up; null where none is. */
  readonly totalRow: string | null;
  /** What is known of its numbers beside these sums. */
  readonly links: readonly SnapshotLink[];
}

/** `count` may be hidden and rounded, or exact in a row that everybody knows; `minutes` and `days` are lengths of time. */
export interface CountedColumn {
  readonly id: string;
  readonly title: string;
  readonly unit: Extract<ColumnUnit, 'rounded' | 'percent' | 'minutes' | 'days'>;
  readonly numerator?: string;
  readonly base?: string;
}

/** Counts what one subject has to publish of a quarter; nothing where there is nothing. */
export type CountedTableBuilder = (facts: CountedFacts) => readonly CountedSnapshotTable[];

export function count(number: number): CountedCell {
  return { kind: 'count', count: number };
}

/** A count of the contact promise in the whole area, which the rule lets stand as it is. */
export function exact(number: number): CountedCell {
  return { kind: 'exact', count: number };
}

export const PERCENT: CountedCell = { kind: 'percent' };

export function length(value: number | null): CountedCell {
  return { kind: 'figure', value };
}
