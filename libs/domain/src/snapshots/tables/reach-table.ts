import type { PublishedTable } from '../../disclosure';
import { ENGAGED_OF_REFERRED } from '../../reporting';
import { REACH_TOTAL } from '../../reach';
import type { SnapshotTableBuilder } from '../quarter-facts';
import type { SnapshotCell, SnapshotTable } from '../snapshot-table';
import { measureNow, SMALL_COUNTS_NOTE } from '../words';

/** Who was referred, reached and came to support, in the report of the quarter that ends the year, as it was released. */
export const reachTables: SnapshotTableBuilder = ({ reach }) =>
  reach === null
    ? []
    : reach.tables.map((table): SnapshotTable => {
        const id = table.id;
        const groups = table.rowHeaders.map((row) => row.id).filter((row) => row !== REACH_TOTAL);
        return {
          id,
          title: table.title,
          measure: measureNow(ENGAGED_OF_REFERRED.id),
          rowsTitle: 'Group',
          columns: table.columns.map((column) => ({
            id: column.id,
            title: column.label,
            ...(column.kind === 'percent'
              ? { unit: 'percent' as const, numerator: column.numerator, base: column.base }
              : { unit: 'rounded' as const }),
          })),
          rows: table.rowHeaders.map((row, y) => ({
            id: row.id,
            title: row.label,
            cells: table.columns.map((_, x) => cellOf(table, { y, x })),
          })),
          sums: [
            { of: 'columns', total: 'referred', parts: ['reached', 'not-reached'] },
            { of: 'columns', total: 'reached', parts: ['engaged', 'reached-not-engaged'] },
            { of: 'rows', total: REACH_TOTAL, parts: groups },
          ],
          links: ['referred', 'reached', 'engaged', 'not-reached', 'reached-not-engaged'].map((column) => ({
            kind: 'same' as const,
            places: reach.tables.map((other) => ({ table: other.id, row: REACH_TOTAL, column })),
          })),
          notes: [
            'Counts of the whole area over a year, never of a district or a month. Whoever was not asked, or did not want to say, is a group of its own.',
            'Fewer people of a group do not mean that fewer were harmed: most people never report to the police.',
            SMALL_COUNTS_NOTE,
          ],
        };
      });

function cellOf(
  { cells, columns }: PublishedTable,
  { y, x }: { readonly y: number; readonly x: number },
): SnapshotCell {
  const row = cells[y]!;
  const cell = row[x]!;
  const column = columns[x]!;
  const isHidden = (id: string) => row[columns.findIndex((one) => one.id === id)]?.kind === 'hidden';
  switch (cell.kind) {
    case 'blank':
      return '[z]';
    case 'hidden':
      return column.kind !== 'percent' || isHidden(column.base) || isHidden(column.numerator) ? '[c]' : '[u]';
    case 'percent':
      return String(cell.value);
    case 'rounded':
    case 'exact':
    case 'figure':
      return cell.value;
  }
}
