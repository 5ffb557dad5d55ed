import type {
  CountedTable,
  PublishedCell,
  PublishedTable,
  TableLink,
  TablesToRelease,
} from '../../disclosure';
import { promiseShare } from '../../reporting';
import { tableLinks } from '../published';
import type { SnapshotCell, SnapshotLink, SnapshotSum, SnapshotTable } from '../snapshot-table';
import type { CountedColumn, CountedSnapshotTable } from './counted-table';

/** Everything that one report counts, with all that a reader knows of it; `name` tells its tables from those of others. */
export function tablesToRelease(tables: readonly CountedSnapshotTable[], name: string): TablesToRelease {
  return {
    tables: tables.map((table) => countedTable(table, name)),
    links: tables.flatMap((table) => [
      ...sumLinks(table, name),
      ...table.links.flatMap((link) => tableLinks(link, name)),
    ]),
  };
}

function countedTable(
  { id, title, columns, rows, merges }: CountedSnapshotTable,
  name: string,
): CountedTable {
  return {
    id: `${name}: ${id}`,
    title,
    rowHeaders: rows.map((row) => ({ id: row.id, label: row.title })),
    columns: columns.map((column) => {
      const head = { id: column.id, label: column.title };
      switch (column.unit) {
        case 'rounded':
          return { ...head, kind: 'count' };
        case 'percent':
          return { ...head, kind: 'percent', numerator: column.numerator ?? '', base: column.base ?? '' };
        case 'minutes':
        case 'days':
          return { ...head, kind: 'figure', base: column.base ?? null };
      }
    }),
    cells: rows.map(({ cells }) => cells),
    ...(merges === undefined ? {} : { merges }),
  };
}

function sumLinks(table: CountedSnapshotTable, name: string): readonly TableLink[] {
  const cell = (row: string, column: string) => ({ table: `${name}: ${table.id}`, row, column });
  const { columnSums, totalRow, rows, columns } = table;
  const across = columnSums.flatMap(({ total, parts }) =>
    rows.map((row): TableLink => ({
      kind: 'sum',
      total: cell(row.id, total),
      parts: parts.map((part) => cell(row.id, part)),
      certain: true,
    })),
  );
  if (totalRow === null) return across;
  const parts = rows.map(({ id }) => id).filter((id) => id !== totalRow);
  const down = columns
    .filter(({ unit }) => unit === 'rounded')
    .map(({ id }): TableLink => ({
      kind: 'sum',
      total: cell(totalRow, id),
      parts: parts.map((part) => cell(part, id)),
      certain: true,
    }));
  return [...across, ...down];
}

/** A table as the report has it, from what of it may be published. */
export function reportTable(counted: CountedSnapshotTable, published: PublishedTable): SnapshotTable {
  const { id, title, measure, rowsTitle, notes, months, columns, columnSums, totalRow, links } = counted;
  const isExact = columns.map(
    ({ unit }, at) => unit === 'rounded' && published.cells.every((row) => row[at]?.kind === 'exact'),
  );
  const exactRows = published.rowHeaders.filter((_, y) =>
    columns.some(
      ({ unit }, x) => unit === 'rounded' && !isExact[x] && published.cells[y]?.[x]?.kind === 'exact',
    ),
  );
  const rows = published.rowHeaders.map(({ id: row, label }, y) => ({
    id: row,
    title: label,
    cells: columns.map((column, x) => cellOf(published.cells[y]!, { column, columns, x })),
  }));
  const kept = links.filter((link) =>
    placesOf(link).every((place) => place.table !== id || has(rows, place.row)),
  );
  const parts = rows.map((row) => row.id).filter((row) => row !== totalRow);
  const sums: readonly SnapshotSum[] = [
    ...columnSums.map((sum) => ({ of: 'columns' as const, ...sum })),
    ...(totalRow === null || parts.length === 0 ? [] : [{ of: 'rows' as const, total: totalRow, parts }]),
  ];
  return {
    id,
    title,
    measure,
    rowsTitle,
    columns: columns.map((column, at) => (isExact[at] ? { ...column, unit: 'exact' as const } : column)),
    rows,
    sums,
    ...(kept.length === 0 ? {} : { links: kept }),
    ...(exactRows.length === 0 ? {} : { exactRows: exactRows.map((row) => row.id) }),
    months,
    notes,
  };
}

function placesOf(link: SnapshotLink) {
  return link.kind === 'sum' ? [link.total, ...link.parts] : link.places;
}

function has(rows: readonly { readonly id: string }[], row: string): boolean {
  return rows.some(({ id }) => id === row);
}

interface InRow {
  readonly column: CountedColumn;
  readonly columns: readonly CountedColumn[];
  readonly x: number;
}

function cellOf(row: readonly PublishedCell[], { column, columns, x }: InRow): SnapshotCell {
  const cell = row[x]!;
  const at = (id: string | undefined) => row[columns.findIndex((one) => one.id === id)];
  switch (cell.kind) {
    case 'blank':
      return '[z]';
    case 'hidden':
      return column.unit === 'rounded' || [at(column.base), at(column.numerator)].some(isHidden)
        ? '[c]'
        : '[u]';
    case 'percent':
      return percentOf(cell.value, { part: at(column.numerator), whole: at(column.base) });
    case 'rounded':
    case 'exact':
    case 'figure':
      return cell.value;
  }
}

/** Of two exact numbers as the headline says it, with its decimal. */
function percentOf(
  value: number,
  { part, whole }: { readonly part: PublishedCell | undefined; readonly whole: PublishedCell | undefined },
): string {
  if (part?.kind !== 'exact' || whole?.kind !== 'exact') return String(value);
  const share = promiseShare({ met: part.value, missed: whole.value - part.value });
  return share.kind === 'share' ? share.percent : String(value);
}

function isHidden(cell: PublishedCell | undefined): boolean {
  return cell?.kind === 'hidden';
}
