import { FEWEST_FOR_LENGTHS, type ReleasedFigures } from '../../waiting-lists';
import type { SnapshotTableBuilder } from '../quarter-facts';
import type { SnapshotCell } from '../snapshot-table';
import { measureNow, quarterInWords, SMALL_COUNTS_NOTE } from '../words';

/** The waiting lists as they stood when the quarter ended. */
export const waitingTables: SnapshotTableBuilder = ({ quarter, waiting, supportName }) =>
  waiting === null || waiting.lines.length === 0
    ? []
    : [
        {
          id: 'waiting-lists',
          title: `How long people wait, at the end of ${quarterInWords(quarter.month)}`,
          measure: measureNow('waiting-now'),
          rowsTitle: 'Service',
          columns: [
            { id: 'waiting', title: 'Waiting', unit: 'rounded' },
            { id: 'median', title: 'Half have waited less, weeks', unit: 'weeks', base: 'waiting' },
            { id: 'p90', title: 'Nine in ten have waited less, weeks', unit: 'weeks', base: 'waiting' },
            { id: 'longest', title: 'Longest wait, weeks', unit: 'weeks', base: 'waiting' },
            { id: 'caseload', title: 'Have a worker', unit: 'rounded' },
          ],
          rows: waiting.lines.map(({ serviceId, serviceName, kind, figures }) => ({
            id: serviceId ?? `desk-${kind}`,
            title: serviceName ?? `Nobody asked yet: ${supportName(kind)}`,
            cells: cellsOf(figures),
          })),
          sums: [],
          notes: [
            `Lengths are in whole weeks, and said only where at least ${FEWEST_FOR_LENGTHS} wait by the rounded count; elsewhere they stand as [u]. Where nobody waits they stand as [z].`,
            SMALL_COUNTS_NOTE,
          ],
        },
      ];

function cellsOf({ waiting, median, p90, longest, caseload }: ReleasedFigures): readonly SnapshotCell[] {
  const length = (weeks: number | null): SnapshotCell => weeks ?? (waiting === 0 ? '[z]' : '[u]');
  return [waiting ?? '[c]', length(median), length(p90), length(longest), caseload ?? '[c]'];
}
