import { bucketsOf, sumOf, UNMET_NEED, UNMET_REASONS, type UnmetReason } from '../../reporting';
import { measureNow, SMALL_COUNTS_NOTE } from '../words';
import { count, type CountedTableBuilder } from './counted-table';
import { monthsInWords } from './month-words';

const REASONS: Readonly<Record<UnmetReason, string>> = {
  'list-closed': 'Could not begin: the list was closed',
  'outside-its-rules': 'Could not begin: outside the area or the ages of the service',
  'not-yet': 'Could not begin: not safe or not steady enough yet, as the service saw it',
  'other-reason': 'Could not begin: another reason of the service',
  'no-service': 'Could not begin: no service was found to ask',
  'no-answer': 'Could not begin: the service did not answer in time',
  'no-worker': 'Could not begin: the service said yes, and nobody began in time',
};

const STATES = [
  { id: 'begun', title: 'Has begun' },
  { id: 'in-hand', title: 'In hand' },
  { id: 'taken-back', title: 'Ended by the person' },
] as const;

/** Support that was asked for over a year: what began, and why the rest could not. */
export const needTables: CountedTableBuilder = (facts) => {
  const months = facts.months['twelve-months'];
  const needs = bucketsOf(facts.cellsOf('county', 'twelve-months'), 'need');
  if (sumOf(needs) === 0) return [];
  const rows = [...STATES, ...UNMET_REASONS.map((id) => ({ id, title: REASONS[id] }))];
  return [
    {
      id: 'unmet-need',
      title: `Support that was asked for, and why it could not begin, ${monthsInWords(months)}`,
      measure: measureNow(UNMET_NEED.id),
      rowsTitle: 'Where it stands',
      months,
      columns: [{ id: 'needs', title: 'Kinds of support asked for', unit: 'rounded' }],
      rows: [
        ...rows.map(({ id, title }) => ({ id, title, cells: [count(needs.get(id) ?? 0)] })),
        { id: 'all', title: 'All that was asked for', cells: [count(sumOf(needs))] },
      ],
      columnSums: [],
      totalRow: 'all',
      links: [],
      merges: [{ rows: [...UNMET_REASONS], into: { id: 'could-not-begin', label: 'Could not begin' } }],
      notes: [
        'One kind of support for one person is counted once, through every service that was asked for it. A wait on an open list is in hand.',
        SMALL_COUNTS_NOTE,
      ],
    },
  ];
};
