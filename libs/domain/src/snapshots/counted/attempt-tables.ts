import { ATTEMPT_PARTS, ATTEMPTS_TO_REACH, bucketsOf, FIRST_ATTEMPT_IN_TIME, sumOf } from '../../reporting';
import { measureNow, SMALL_COUNTS_NOTE, withinWords } from '../words';
import { count, exact, PERCENT, type CountedTableBuilder } from './counted-table';
import { monthsInWords } from './month-words';

const ATTEMPTS: Readonly<Record<(typeof ATTEMPT_PARTS)[number], string>> = {
  '1': 'The first attempt',
  '2': 'The second attempt',
  '3': 'The third attempt',
  '4': 'The fourth attempt',
  '5+': 'The fifth attempt or a later one',
};

/** Attempted against spoken with, in time; and how many attempts it takes. */
export const attemptTables: CountedTableBuilder = (facts) => {
  const cells = facts.cellsOf('county', 'quarter');
  const months = facts.months.quarter;
  const attempts = bucketsOf(cells, 'attempts-to-reach');
  if (sumOf(attempts) === 0) return [];
  return [
    {
      id: 'attempted-and-spoken-with',
      title: `Attempted, and spoken with, ${monthsInWords(months)}`,
      measure: measureNow(FIRST_ATTEMPT_IN_TIME.id),
      rowsTitle: 'Limit',
      months,
      columns: [
        { id: 'tried', title: 'Decided by now', unit: 'rounded' },
        { id: 'attempted', title: 'Attempted in time', unit: 'rounded' },
        {
          id: 'attempted-percent',
          title: 'Attempted in time, per cent',
          unit: 'percent',
          numerator: 'attempted',
          base: 'tried',
        },
        { id: 'attempted-late', title: 'Attempted late', unit: 'rounded' },
        { id: 'not-attempted', title: 'Never attempted', unit: 'rounded' },
        { id: 'decided', title: 'Decided', unit: 'rounded' },
        { id: 'met', title: 'Spoken with in time', unit: 'rounded' },
        {
          id: 'met-percent',
          title: 'Spoken with in time, per cent',
          unit: 'percent',
          numerator: 'met',
          base: 'decided',
        },
      ],
      rows: facts.limbs.map(({ limb }) => {
        const own = cells.filter((cell) => cell.limb === limb.id);
        const of = (bucket: string) => bucketsOf(own, 'first-attempt').get(bucket) ?? 0;
        const stands = (bucket: string) => bucketsOf(own, 'promise').get(bucket) ?? 0;
        const tried = of('in-time') + of('late') + of('none');
        const decided = stands('met') + stands('missed');
        return {
          id: limb.id,
          title: withinWords(limb),
          cells: [
            tried === decided ? exact(tried) : count(tried),
            count(of('in-time')),
            PERCENT,
            count(of('late')),
            count(of('none')),
            exact(decided),
            exact(stands('met')),
            PERCENT,
          ],
        };
      }),
      columnSums: [{ total: 'tried', parts: ['attempted', 'attempted-late', 'not-attempted'] }],
      totalRow: null,
      links: facts.limbs.map(({ limb }) => ({
        kind: 'same',
        places: [
          { table: 'attempted-and-spoken-with', row: limb.id, column: 'met' },
          { table: `promise-${limb.id}`, row: 'quarter', column: 'met' },
        ],
      })),
      notes: [
        'An attempt is not contact. The promise is kept by a conversation alone.',
        'Numbers of the promise in the whole area are exact; those of attempts are rounded, and their percentages come from the rounded numbers.',
        SMALL_COUNTS_NOTE,
      ],
    },
    {
      id: 'attempts-to-reach',
      title: `Attempts until the person was reached, ${monthsInWords(months)}`,
      measure: measureNow(ATTEMPTS_TO_REACH.id),
      rowsTitle: 'Reached at',
      months,
      columns: [{ id: 'referrals', title: 'Referrals', unit: 'rounded' }],
      rows: [
        ...ATTEMPT_PARTS.map((part) => ({
          id: `attempt-${part}`,
          title: ATTEMPTS[part],
          cells: [count(attempts.get(part) ?? 0)],
        })),
        { id: 'not-reached', title: 'Not reached so far', cells: [count(attempts.get('not-reached') ?? 0)] },
        { id: 'all', title: 'All referrals', cells: [count(sumOf(attempts))] },
      ],
      columnSums: [],
      totalRow: 'all',
      links: [
        {
          kind: 'same',
          places: [
            { table: 'attempts-to-reach', row: 'all', column: 'referrals' },
            { table: 'times', row: 'conversation', column: 'referrals' },
          ],
        },
      ],
      merges: [{ rows: [...ATTEMPT_PARTS.map((part) => `attempt-${part}`), 'not-reached'], into: null }],
      notes: ['Referrals by the police. Attempts are those of this service.', SMALL_COUNTS_NOTE],
    },
  ];
};
