import {
  bucketsOf,
  COMPLAINT_STATES,
  COMPLAINTS_IN_TIME,
  sumOf,
  type ComplaintFactState,
} from '../../reporting';
import { measureNow, SMALL_COUNTS_NOTE } from '../words';
import { count, type CountedTableBuilder } from './counted-table';
import { monthsInWords } from './month-words';

const STATES: Readonly<Record<ComplaintFactState, string>> = {
  'in-time': 'Answered in time',
  late: 'Answered after the limit',
  'not-answered': 'Not answered, and the limit has passed',
  open: 'Not answered, and the limit has not passed',
  withdrawn: 'Taken back before an answer',
};

/** Complaints of a year by whether they were answered in time: of the whole area, and of nobody by name. */
export const complaintTables: CountedTableBuilder = (facts) => {
  const months = facts.months['twelve-months'];
  const complaints = bucketsOf(facts.cellsOf('county', 'twelve-months'), 'complaint');
  if (sumOf(complaints) === 0) return [];
  return [
    {
      id: 'complaints',
      title: `Complaints, and whether they were answered in time, ${monthsInWords(months)}`,
      measure: measureNow(COMPLAINTS_IN_TIME.id),
      rowsTitle: 'Where it stands',
      months,
      columns: [{ id: 'complaints', title: 'Complaints', unit: 'rounded' }],
      rows: [
        ...COMPLAINT_STATES.map((id) => ({ id, title: STATES[id], cells: [count(complaints.get(id) ?? 0)] })),
        { id: 'all', title: 'All complaints made', cells: [count(sumOf(complaints))] },
      ],
      columnSums: [],
      totalRow: 'all',
      links: [],
      merges: [
        { rows: ['late', 'not-answered'], into: { id: 'not-in-time', label: 'Not answered in time' } },
      ],
      notes: [
        'A reply is in time at its limit or before it. A second reply, after somebody said that the first was not enough, changes nothing here.',
        SMALL_COUNTS_NOTE,
      ],
    },
  ];
};
