import {
  bucketsOf,
  CONVERSATION_UNDER_OTHER_STAFFING,
  STAFFING_PATTERNS,
  type StaffingPatternId,
} from '../../reporting';
import { measureNow, SMALL_COUNTS_NOTE, withinWords } from '../words';
import { count, exact, PERCENT, type CountedSnapshotTable, type CountedTableBuilder } from './counted-table';
import { monthsInWords } from './month-words';

const PATTERNS: Readonly<Record<StaffingPatternId, string>> = {
  'as-it-was': 'As it was',
  'weekdays-only': 'Weekdays only',
  'every-day': 'Weekends and bank holidays staffed too',
  'extended-evenings': 'These, and every evening until 8pm',
};

/** The quarter replayed under other staffing, a table for each limit. As it was is the promise, to the digit. */
export const staffingTables: CountedTableBuilder = (facts) => {
  const replay = facts.cellsOf('staffing', 'quarter');
  const promise = facts.cellsOf('county', 'quarter');
  const months = facts.months.quarter;
  return facts.limbs.flatMap(({ limb }): readonly CountedSnapshotTable[] => {
    const real = bucketsOf(
      promise.filter((cell) => cell.limb === limb.id),
      'promise',
    );
    const under = (pattern: StaffingPatternId) =>
      bucketsOf(
        replay.filter((cell) => cell.limb === limb.id && cell.value === pattern),
        'staffing-promise',
      );
    const asItWas = under('as-it-was');
    const isSame = ['met', 'missed'].every((state) => (real.get(state) ?? 0) === (asItWas.get(state) ?? 0));
    if (asItWas.size === 0 || !isSame) return [];
    const id = `other-staffing-${limb.id}`;
    return [
      {
        id,
        title: `First conversation ${withinWords(limb)}, had the desk been staffed otherwise, ${monthsInWords(months)}`,
        measure: measureNow(CONVERSATION_UNDER_OTHER_STAFFING.id),
        rowsTitle: 'Staffing',
        months,
        columns: [
          { id: 'decided', title: 'Decided', unit: 'rounded' },
          { id: 'met', title: 'In time', unit: 'rounded' },
          {
            id: 'percent',
            title: 'In time, per cent of decided',
            unit: 'percent',
            numerator: 'met',
            base: 'decided',
          },
          { id: 'missed', title: 'Not in time', unit: 'rounded' },
        ],
        rows: STAFFING_PATTERNS.map((pattern) => {
          const states = under(pattern.id);
          const [met, missed] = [states.get('met') ?? 0, states.get('missed') ?? 0];
          const told = pattern.id === 'as-it-was' ? exact : count;
          return {
            id: pattern.id,
            title: PATTERNS[pattern.id],
            cells: [exact(met + missed), told(met), PERCENT, told(missed)],
          };
        }),
        columnSums: [{ total: 'decided', parts: ['met', 'missed'] }],
        totalRow: null,
        links: ['met', 'missed'].map((column) => ({
          kind: 'same' as const,
          places: [
            { table: id, row: 'as-it-was', column },
            { table: `promise-${limb.id}`, row: 'quarter', column },
          ],
        })),
        notes: [
          'Every first conversation is taken to come as many staffed minutes after the report as it really did: the same pace of work, and nothing else changed. What came outside the staffed hours is left where it was.',
          'It cannot say how many people it would take, or who would have answered at another hour. It changes no deadline, and turns no miss into a kept promise.',
          `Staffing patterns, version ${Math.max(...STAFFING_PATTERNS.map(({ version }) => version))}. As it was is exact; the other rows are rounded.`,
          SMALL_COUNTS_NOTE,
        ],
      },
    ];
  });
};
