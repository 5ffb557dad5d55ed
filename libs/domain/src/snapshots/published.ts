import type { Column, PublishedCell, PublishedTable, RuleVersion } from '../disclosure';
import {
  isMark,
  type ColumnUnit,
  type SnapshotCell,
  type SnapshotColumn,
  type SnapshotTable,
} from './snapshot-table';

/** A table as the disclosure rule and whoever tries it read it: where each number stands, and what it is. */
export function publishedOf(table: SnapshotTable, rule: RuleVersion): PublishedTable {
  const { id, title, rows, columns } = table;
  return {
    id,
    title,
    rule,
    rowHeaders: rows.map((row) => ({ id: row.id, label: row.title })),
    columns: columns.map(columnOf),
    cells: rows.map(({ cells }) => cells.map((cell, at) => cellOf(cell, columns[at]!.unit))),
  };
}

function columnOf({ id, title: label, unit, numerator, base }: SnapshotColumn): Column {
  switch (unit) {
    case 'exact':
    case 'rounded':
      return { id, label, kind: 'count' };
    case 'percent':
      return numerator === undefined || base === undefined
        ? { id, label, kind: 'figure', base: base ?? null }
        : { id, label, kind: 'percent', numerator, base };
    case 'weeks':
    case 'rate':
      return { id, label, kind: 'figure', base: base ?? null };
  }
}

const KINDS = {
  exact: 'exact',
  rounded: 'rounded',
  percent: 'percent',
  weeks: 'figure',
  rate: 'figure',
} as const;

function cellOf(cell: SnapshotCell, unit: ColumnUnit): PublishedCell {
  if (isMark(cell)) return { kind: cell === '[c]' ? 'hidden' : 'blank' };
  return { kind: KINDS[unit], value: Number(cell) };
}
