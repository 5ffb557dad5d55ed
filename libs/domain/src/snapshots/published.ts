import type { CellRef, Column, PublishedCell, PublishedTable, RuleVersion, TableLink } from '../disclosure';
import {
  isMark,
  type ColumnUnit,
  type SnapshotCell,
  type SnapshotColumn,
  type SnapshotSum,
  type SnapshotTable,
} from './snapshot-table';

/** A snapshot as whoever tries it reads it: where each number stands, and how they hang together. */
export interface PublishedSnapshot {
  readonly tables: readonly PublishedTable[];
  readonly links: readonly TableLink[];
}

/** `name` tells these tables from those of other snapshots: `2026-07 version 2`. */
export function publishedSnapshot(
  tables: readonly SnapshotTable[],
  { name, rule }: { readonly name: string; readonly rule: RuleVersion },
): PublishedSnapshot {
  const idOf = ({ id }: SnapshotTable) => `${name}: ${id}`;
  return {
    tables: tables.map((table) => ({ ...publishedTable(table, rule), id: idOf(table) })),
    links: tables.flatMap((table) => table.sums.flatMap((sum) => linksOf(table, { sum, id: idOf(table) }))),
  };
}

/**
 * What a restatement lets a reader compare: each cell with the same one of before. Their people need not be the same to
 * the last one.
 */
export function restatementLinks(before: PublishedSnapshot, after: PublishedSnapshot): readonly TableLink[] {
  const own = (id: string) => id.slice(id.indexOf(': '));
  return after.tables.flatMap((table) => {
    const earlier = before.tables.find(({ id }) => own(id) === own(table.id));
    if (earlier === undefined) return [];
    const rows = table.rowHeaders.filter(({ id }) => earlier.rowHeaders.some((one) => one.id === id));
    const columns = table.columns.filter(
      ({ id, kind }) => kind === 'count' && earlier.columns.some((one) => one.id === id),
    );
    return rows.flatMap((row) =>
      columns.map((column): TableLink => {
        const at = { row: row.id, column: column.id };
        const total = { table: table.id, ...at };
        return { kind: 'sum', total, parts: [{ table: earlier.id, ...at }], certain: false };
      }),
    );
  });
}

function publishedTable({ id, title, rows, columns }: SnapshotTable, rule: RuleVersion): PublishedTable {
  return {
    id,
    title,
    rule,
    rowHeaders: rows.map((row) => ({ id: row.id, label: row.title })),
    columns: columns.map(columnOf),
    cells: rows.map(({ cells }) => cells.map((cell, at) => cellOf(cell, columns[at]!.unit))),
  };
}

function linksOf(
  { rows, columns }: SnapshotTable,
  { sum, id }: { readonly sum: SnapshotSum; readonly id: string },
): readonly TableLink[] {
  const linkOf = (cell: (part: string) => CellRef): TableLink => ({
    kind: 'sum',
    total: cell(sum.total),
    parts: sum.parts.map(cell),
    certain: true,
  });
  if (sum.of === 'columns')
    return rows.map((row) => linkOf((column) => ({ table: id, row: row.id, column })));
  return columns
    .filter(({ unit }) => unit === 'exact' || unit === 'rounded')
    .map((column) => linkOf((row) => ({ table: id, row, column: column.id })));
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
