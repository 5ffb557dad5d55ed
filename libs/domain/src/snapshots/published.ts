import { monthPlus } from '../coverage';
import type { CellRef, Column, PublishedCell, PublishedTable, RuleVersion, TableLink } from '../disclosure';
import {
  isMark,
  type ColumnUnit,
  type SnapshotCell,
  type SnapshotColumn,
  type SnapshotLink,
  type SnapshotPlace,
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
    links: tables.flatMap((table) => [
      ...table.sums.flatMap((sum) => linksOf(table, { sum, id: idOf(table) })),
      ...(table.links ?? []).flatMap((link) => tableLinks(link, name)),
    ]),
  };
}

/** What a link within a report says, with the name of the report before each table. */
export function tableLinks(link: SnapshotLink, name: string): readonly TableLink[] {
  const cell = ({ table, row, column }: SnapshotPlace): CellRef => ({
    table: `${name}: ${table}`,
    row,
    column,
  });
  if (link.kind === 'sum')
    return [{ kind: 'sum', total: cell(link.total), parts: link.parts.map(cell), certain: link.certain }];
  const cells = link.places.map(cell);
  if (link.kind === 'alike') return [{ kind: 'alike', cells }];
  const [first, ...others] = cells;
  if (first === undefined) return [];
  return others.map((other) => ({ kind: 'sum', total: first, parts: [other], certain: true }));
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

/** What tells the tables of one report from those of others. */
export function snapshotName({
  quarter,
  version,
}: {
  readonly quarter: string;
  readonly version: number;
}): string {
  return `${quarter} version ${version}`;
}

/** Under which names tables of a report are released by themselves, and what their rows are called there. */
const RELEASED: Readonly<Record<string, { readonly name: string; readonly row: (id: string) => string }>> = {
  'victims-code': { name: 'victims-code', row: (id) => id },
  coverage: { name: 'coverage', row: (id) => (id === 'area' ? 'county' : id) },
};

/** What stands in a report as it was released before is the same number in both. */
export function releasedLinks(
  tables: readonly SnapshotTable[],
  { quarter, name }: { readonly quarter: string; readonly name: string },
): readonly TableLink[] {
  return tables.flatMap(({ id, rows, columns }) => {
    const released = RELEASED[id];
    if (released === undefined) return [];
    const counts = columns.filter(({ unit }) => unit === 'rounded');
    return rows.flatMap((row) =>
      counts.map(({ id: column }): TableLink => ({
        kind: 'sum',
        total: { table: `${name}: ${id}`, row: row.id, column },
        parts: [{ table: `${released.name} ${quarter}`, row: released.row(row.id), column }],
        certain: true,
      })),
    );
  });
}

/** A report whose tables say of which months they tell. */
export interface ReportWithMonths {
  readonly name: string;
  readonly tables: readonly (Pick<SnapshotTable, 'id' | 'months'> & {
    readonly columns: readonly Pick<SnapshotColumn, 'id' | 'unit'>[];
    readonly rows: readonly { readonly id: string }[];
  })[];
}

/**
 * What years that overlap let a reader compare: the same cell of the same table in two reports has months in common,
 * which nobody published. Records may be corrected between two reports, so that none of this need hold to the last person.
 */
export function commonMonthLinks(reports: readonly ReportWithMonths[]): readonly TableLink[] {
  const told = reports.flatMap(({ name, tables }) =>
    tables.flatMap((table) => (table.months === undefined ? [] : [{ name, table, months: table.months }])),
  );
  const overlapping = told.filter(({ name, table, months }) =>
    told.some(
      (other) =>
        other.name !== name &&
        other.table.id === table.id &&
        other.months.first <= months.last &&
        other.months.last >= months.first,
    ),
  );
  return overlapping.flatMap(({ name, table, months }) => {
    const same = overlapping.filter((one) => one.table.id === table.id);
    const starts = same.flatMap((one) => [one.months.first, monthPlus(one.months.last, 1)]);
    const spans = [...new Set(starts)].toSorted().filter((at) => at >= months.first && at <= months.last);
    const counts = table.columns.filter(({ unit }) => unit === 'exact' || unit === 'rounded');
    return table.rows.flatMap((row) =>
      counts.map((column): TableLink => {
        const parts = spans.map((from) => ({
          table: `${table.id} from ${from}`,
          row: row.id,
          column: column.id,
        }));
        const total = { table: `${name}: ${table.id}`, row: row.id, column: column.id };
        return { kind: 'sum', total, parts, certain: false };
      }),
    );
  });
}

function publishedTable(
  { id, title, rows, columns, exactRows = [] }: SnapshotTable,
  rule: RuleVersion,
): PublishedTable {
  const unitOf = (row: string, unit: ColumnUnit) =>
    unit === 'rounded' && exactRows.includes(row) ? 'exact' : unit;
  return {
    id,
    title,
    rule,
    rowHeaders: rows.map((row) => ({ id: row.id, label: row.title })),
    columns: columns.map(columnOf),
    cells: rows.map((row) => row.cells.map((cell, at) => cellOf(cell, unitOf(row.id, columns[at]!.unit)))),
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
    case 'minutes':
    case 'days':
    case 'weeks':
    case 'rate':
      return { id, label, kind: 'figure', base: base ?? null };
  }
}

const KINDS = {
  exact: 'exact',
  rounded: 'rounded',
  percent: 'percent',
  minutes: 'figure',
  days: 'figure',
  weeks: 'figure',
  rate: 'figure',
} as const;

function cellOf(cell: SnapshotCell, unit: ColumnUnit): PublishedCell {
  if (isMark(cell)) return { kind: cell === '[c]' ? 'hidden' : 'blank' };
  return { kind: KINDS[unit], value: Number(cell) };
}
