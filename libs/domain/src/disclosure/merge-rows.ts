import type { CellRef, CountedCell, CountedTable, RowMerge, TableLink } from './published-table';

interface Mergeable {
  readonly tables: readonly CountedTable[];
  readonly links: readonly TableLink[];
}

/**
 * The next merge of each table that leaks, or of every table where those have none left; null where none has. What a
 * merged row is the sum of stays known to exist, without being published.
 */
export function mergeRows({
  tables,
  links,
  leaking,
}: Mergeable & { readonly leaking: readonly string[] }): Mergeable | null {
  const mergeable = tables.filter(({ merges = [] }) => merges.length > 0);
  const nearest = mergeable.filter(({ id }) => leaking.includes(id));
  const chosen = nearest.length > 0 ? nearest : mergeable;
  if (chosen.length === 0) return null;
  const sums: TableLink[] = [];
  const merged = tables.map((table) => {
    const [first, ...merges] = table.merges ?? [];
    if (first === undefined || !chosen.includes(table)) return table;
    sums.push(...sumsOf(table, first));
    return { ...mergedTable(table, first), merges };
  });
  return { tables: merged, links: [...links, ...sums] };
}

function mergedTable(table: CountedTable, { rows, into }: RowMerge): CountedTable {
  const leaves = table.rowHeaders.map(({ id }) => rows.includes(id));
  const first = leaves.indexOf(true);
  if (first === -1) return table;
  const gone = table.cells.filter((_, at) => leaves[at]);
  const stay = <Of>(all: readonly Of[], instead: Of | null): Of[] =>
    all.flatMap((one, at) => (at === first && instead !== null ? [instead] : leaves[at] ? [] : [one]));
  const sum = into === null ? null : table.columns.map((_, x) => sumOfCells(gone.map((row) => row[x]!)));
  return { ...table, rowHeaders: stay(table.rowHeaders, into), cells: stay(table.cells, sum) };
}

/** A figure of several rows is not the figure of any of them. */
function sumOfCells(cells: readonly CountedCell[]): CountedCell {
  const counts = cells.flatMap((cell) => (cell.kind === 'count' || cell.kind === 'exact' ? [cell] : []));
  const [first] = cells;
  if (counts.length === 0) return first?.kind === 'percent' ? first : { kind: 'blank' };
  return { kind: 'count', count: counts.reduce((sum, { count }) => sum + count, 0) };
}

function sumsOf(table: CountedTable, { rows, into }: RowMerge): readonly TableLink[] {
  if (into === null) return [];
  const parts = rows.filter((id) => table.rowHeaders.some((row) => row.id === id));
  const cell = (row: string, column: string): CellRef => ({ table: table.id, row, column });
  return table.columns
    .filter(({ kind }) => kind === 'count')
    .map(({ id }) => ({
      kind: 'sum',
      total: cell(into.id, id),
      parts: parts.map((row) => cell(row, id)),
      certain: true,
    }));
}
