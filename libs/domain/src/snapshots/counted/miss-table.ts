import { bucketsOf, MISS_REASONS, MISSES_BY_REASON, type MissReason } from '../../reporting';
import { measureNow, SMALL_COUNTS_NOTE, withinWords } from '../words';
import { count, exact, type CountedTableBuilder } from './counted-table';
import { monthsInWords } from './month-words';

const REASONS: Readonly<Record<MissReason, string>> = {
  'sent-after-the-limit': 'The police sent it after the limit had passed',
  'late-entry-waits': 'Entered late, and waits for a second person',
  'asked-to-wait': 'The person asked us to wait',
  'no-safe-route': 'No safe way to reach the person',
  'wrong-details-with-police': 'Wrong details, back with the police',
  'no-interpreter': 'No interpreter',
  'no-agreement-yet': 'Not asked yet whether they agree',
  'number-not-working': 'The number does not work',
  'tried-and-not-reached': 'Tried in time, and not reached',
  'not-tried-in-time': 'Not tried in time, and no other reason recorded',
};

/** Why the promise was missed in the quarter: both limbs beside each other. */
export const missTables: CountedTableBuilder = (facts) => {
  const cells = facts.cellsOf('county', 'quarter');
  const months = facts.months.quarter;
  const reasonsOf = new Map(
    facts.limbs.map(({ limb }) => [
      limb.id,
      bucketsOf(
        cells.filter((cell) => cell.limb === limb.id),
        'promise-reason',
      ),
    ]),
  );
  const missed = (limb: string, reason: string) => reasonsOf.get(limb)?.get(reason) ?? 0;
  const all = (limb: string) => MISS_REASONS.reduce((sum, reason) => sum + missed(limb, reason), 0);
  if (facts.limbs.length === 0) return [];
  return [
    {
      id: 'misses-by-reason',
      title: `Why first conversations were not in time, ${monthsInWords(months)}`,
      measure: measureNow(MISSES_BY_REASON.id),
      rowsTitle: 'Reason',
      months,
      columns: facts.limbs.map(({ limb }) => ({
        id: `missed-${limb.id}`,
        title: `Not ${withinWords(limb)}`,
        unit: 'rounded',
      })),
      rows: [
        ...MISS_REASONS.map((reason) => ({
          id: reason,
          title: REASONS[reason],
          cells: facts.limbs.map(({ limb }) => count(missed(limb.id, reason))),
        })),
        { id: 'all', title: 'All misses', cells: facts.limbs.map(({ limb }) => exact(all(limb.id))) },
      ],
      columnSums: [],
      totalRow: 'all',
      links: facts.limbs.map(({ limb }) => ({
        kind: 'same',
        places: [
          { table: 'misses-by-reason', row: 'all', column: `missed-${limb.id}` },
          { table: `promise-${limb.id}`, row: 'quarter', column: 'missed' },
        ],
      })),
      merges: [{ rows: [...MISS_REASONS], into: null }],
      notes: [
        'Each miss has one reason: the first of this list that the record shows. A reason excuses nothing: every one of these is a miss.',
        SMALL_COUNTS_NOTE,
      ],
    },
  ];
};
