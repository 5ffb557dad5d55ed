import type { SnapshotCell, SnapshotTable } from './snapshot-table';

/** One cell of one row that is not the same in both; null where one of them has no such cell. */
export interface CellChange {
  readonly row: string;
  readonly column: string;
  readonly before: SnapshotCell | null;
  readonly after: SnapshotCell | null;
}

export interface TableChange {
  readonly id: string;
  readonly title: string;
  readonly kind: 'same' | 'changed' | 'added' | 'left-out';
  readonly cells: readonly CellChange[];
}

/**
 * What is not the same in two snapshots, table by table and cell by cell. Tables, rows and columns are the same by their
 * ids; of a table that only one of them has, no cell is told.
 */
export function compareTables(
  before: readonly SnapshotTable[],
  after: readonly SnapshotTable[],
): readonly TableChange[] {
  const earlier = new Map(before.map((table) => [table.id, table]));
  const later = new Set(after.map(({ id }) => id));
  return [
    ...after.map((table) => changeOf(earlier.get(table.id), table)),
    ...before
      .filter(({ id }) => !later.has(id))
      .map(({ id, title }) => ({ id, title, kind: 'left-out' as const, cells: [] })),
  ];
}

function changeOf(before: SnapshotTable | undefined, after: SnapshotTable): TableChange {
  const { id, title } = after;
  if (before === undefined) return { id, title, kind: 'added', cells: [] };
  const was = cellsOf(before);
  const is = cellsOf(after);
  const cells = [...new Set([...is.keys(), ...was.keys()])].flatMap((key) => {
    const [one, other] = [was.get(key), is.get(key)];
    if (one !== undefined && other !== undefined && one.cell === other.cell) return [];
    const { row, column } = (other ?? one)!;
    return [{ row, column, before: one?.cell ?? null, after: other?.cell ?? null }];
  });
  return { id, title, kind: cells.length === 0 ? 'same' : 'changed', cells };
}

interface PlacedCell {
  readonly row: string;
  readonly column: string;
  readonly cell: SnapshotCell;
}

function cellsOf({ columns, rows }: SnapshotTable): ReadonlyMap<string, PlacedCell> {
  return new Map(
    rows.flatMap((row) =>
      columns.map((column, at) => [
        JSON.stringify([row.id, column.id]),
        { row: row.title, column: column.title, cell: row.cells[at]! },
      ]),
    ),
  );
}
