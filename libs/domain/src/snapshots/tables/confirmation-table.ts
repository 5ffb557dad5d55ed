import { promiseShare, RESTS_ON_CONFIRMATION } from '../../reporting';
import type { PromiseMonth, SnapshotTableBuilder } from '../quarter-facts';
import { measureNow, quarterInWords, withinWords } from '../words';

/** Which share of what was in time rests on a late entry or a corrected start that a second person confirmed. */
export const confirmationTables: SnapshotTableBuilder = ({ quarter, promise }) =>
  promise.limbs.length === 0
    ? []
    : [
        {
          id: 'rests-on-confirmation',
          title: `In time by a late entry or a corrected start, ${quarterInWords(quarter.month)}`,
          measure: measureNow(RESTS_ON_CONFIRMATION.id),
          rowsTitle: 'Limit',
          columns: [
            { id: 'met', title: 'In time', unit: 'exact' },
            { id: 'late-entries', title: 'By a confirmed late entry', unit: 'exact' },
            { id: 'corrected-starts', title: 'By a corrected start', unit: 'exact' },
            { id: 'confirmed', title: 'Both together', unit: 'exact' },
            {
              id: 'percent',
              title: 'Both together, per cent of those in time',
              unit: 'percent',
              numerator: 'confirmed',
              base: 'met',
            },
          ],
          rows: promise.limbs.map(({ limb, months }) => {
            const sum = (of: (month: PromiseMonth) => number) =>
              months.reduce((all, month) => all + of(month), 0);
            const met = sum((month) => month.met);
            const late = sum((month) => month.metByConfirmedLateEntry);
            const corrected = sum((month) => month.metByCorrectedStart);
            const share = promiseShare({ met: late + corrected, missed: met - late - corrected });
            return {
              id: limb.id,
              title: withinWords(limb),
              cells: [met, late, corrected, late + corrected, share.kind === 'share' ? share.percent : '[u]'],
            };
          }),
          sums: [{ of: 'columns' as const, total: 'confirmed', parts: ['late-entries', 'corrected-starts'] }],
          links: promise.limbs.map(({ limb }) => ({
            kind: 'same' as const,
            places: [
              { table: 'rests-on-confirmation', row: limb.id, column: 'met' },
              { table: `promise-${limb.id}`, row: 'quarter', column: 'met' },
            ],
          })),
          notes: [
            'What was typed in late, and starts that were corrected, count once a second person has confirmed them. A high share is no fault by itself; it says how much of the figure rests on somebody’s word.',
            'Counts of the whole area are exact.',
          ],
        },
      ];
