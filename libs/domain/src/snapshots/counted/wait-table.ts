import { SUPPORT_KINDS } from '../../directory';
import { bucketsOf, sumOf, WAIT_TO_FIRST_SESSION } from '../../reporting';
import { measureNow, SMALL_COUNTS_NOTE } from '../words';
import { count, length, type CountedTableBuilder } from './counted-table';
import { monthsInWords } from './month-words';
import { lengthCells } from './time-tables';

const STATES = ['begun', 'waiting', 'declined', 'ended-before-it-began'] as const;

/** From the request to the first session, by kind of support, over a year. */
export const waitTables: CountedTableBuilder = (facts) => {
  const months = facts.months['twelve-months'];
  const cells = facts.cellsOf('service', 'twelve-months');
  const kinds = SUPPORT_KINDS.filter((kind) => cells.some(({ value }) => value === kind));
  if (kinds.length === 0) return [];
  const rowOf = (isAsked: (kind: string) => boolean) => {
    const own = cells.filter(({ value }) => isAsked(value));
    const of = bucketsOf(own, 'wait');
    const [measured, median, p90] = lengthCells(bucketsOf(own, 'wait-days'));
    return [
      count(sumOf(of)),
      ...STATES.map((state) => count(of.get(state) ?? 0)),
      measured!,
      median ?? length(null),
      p90 ?? length(null),
    ];
  };
  return [
    {
      id: 'waits-by-kind-of-support',
      title: `Waits until the first session, by kind of support, ${monthsInWords(months)}`,
      measure: measureNow(WAIT_TO_FIRST_SESSION.id),
      rowsTitle: 'Kind of support',
      months,
      columns: [
        { id: 'requests', title: 'Requests sent', unit: 'rounded' },
        { id: 'begun', title: 'Had a first session', unit: 'rounded' },
        { id: 'waiting', title: 'Still waiting', unit: 'rounded' },
        { id: 'declined', title: 'Declined by the service', unit: 'rounded' },
        { id: 'ended-before-it-began', title: 'Ended before it began', unit: 'rounded' },
        { id: 'measured', title: 'Measured', unit: 'rounded' },
        { id: 'median', title: 'Half waited no longer, days', unit: 'days', base: 'measured' },
        { id: 'p90', title: 'Nine in ten waited no longer, days', unit: 'days', base: 'measured' },
      ],
      rows: [
        ...kinds.map((kind) => ({
          id: kind,
          title: facts.nameOf('service', kind),
          cells: rowOf((one) => one === kind),
        })),
        { id: 'all', title: 'All kinds', cells: rowOf((one) => (kinds as readonly string[]).includes(one)) },
      ],
      columnSums: [{ total: 'requests', parts: STATES }],
      totalRow: 'all',
      links: ['all', ...kinds].map((row) => ({
        kind: 'alike',
        places: ['begun', 'measured'].map((column) => ({ table: 'waits-by-kind-of-support', row, column })),
      })),
      merges: [{ rows: [...kinds], into: null }],
      notes: [
        'By the month in which the request was sent. A wait that goes on has no length yet, and stands beside the others so that a slow list cannot look quick.',
        SMALL_COUNTS_NOTE,
      ],
    },
  ];
};
