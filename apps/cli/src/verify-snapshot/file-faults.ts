import type { Sheets } from '#libs/config';
import { cellText, type SnapshotTable } from '#libs/domain';

export interface FileOfTables {
  readonly name: string;
  readonly tables: readonly SnapshotTable[];
}

/**
 * What a file of tables has other than the tables that were signed; a file without any of them is a fault too. A CSV
 * whose name ends with that of a table is that table.
 */
export function fileFaults(sheets: Sheets, { name, tables: all }: FileOfTables): readonly string[] {
  const ending = all.filter(({ id }) => name.endsWith(`${id}.csv`));
  const longest = Math.max(0, ...ending.map(({ id }) => id.length));
  const named = ending.filter(({ id }) => id.length === longest);
  const tables = named.length > 0 ? named : all;
  const found = sheets.flatMap((sheet) => {
    const rows = sheet.map(({ cells }) => cells);
    return tables.flatMap((table) => {
      const at = rows.findIndex((row) => sameRow(row, headingsOf(table)) && titleFits(rows, table));
      return at < 0 ? [] : [faultsOf(rows.slice(at + 1), table)];
    });
  });
  return found.length === 0 ? ['has none of the tables that were signed.'] : best(found);
}

/** Tables of one shape have the same headings: where there is no title, the one that fits best is meant. */
function best(found: readonly (readonly string[])[]): readonly string[] {
  return found.some((faults) => faults.length === 0)
    ? []
    : found.reduce((one, other) => (other.length < one.length ? other : one));
}

function titleFits(rows: readonly (readonly string[])[], { title }: SnapshotTable): boolean {
  const first = rows[0] ?? [];
  return first.length > 1 || first[0] === title;
}

function headingsOf({ rowsTitle, columns }: SnapshotTable): readonly string[] {
  return [rowsTitle, ...columns.map(({ title }) => title)];
}

function faultsOf(rows: readonly (readonly string[])[], table: SnapshotTable): readonly string[] {
  const { title, columns } = table;
  const extra = rows.length > table.rows.length ? [`${title}: has more rows than were signed.`] : [];
  const differing = table.rows.flatMap((row, at) => {
    const cells = rows[at];
    if (cells === undefined || cells[0] !== row.title)
      return [`${title}: the row ${row.title} is not there.`];
    return columns.flatMap((column, nth) => {
      const [said, signed] = [cells[nth + 1] ?? '', cellText(row.cells[nth]!)];
      return said === signed ? [] : [`${title}, ${row.title}, ${column.title}: ${said}, not ${signed}.`];
    });
  });
  return [...differing, ...extra];
}

function sameRow(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((cell, at) => cell === other[at]);
}
