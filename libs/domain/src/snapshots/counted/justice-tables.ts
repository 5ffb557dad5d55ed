import { bucketsOf, JUSTICE_FUNNEL, JUSTICE_PARTS, JUSTICE_WAITS, sumOf } from '../../reporting';
import { measureNow, SMALL_COUNTS_NOTE } from '../words';
import { count, type CountedTableBuilder } from './counted-table';
import { monthsInWords } from './month-words';
import { lengthCells, lengthColumns } from './time-tables';

const STATES: Readonly<Record<(typeof JUSTICE_PARTS)[number], string>> = {
  recorded: 'Recorded, and under investigation',
  charged: 'Somebody is charged',
  'ended-without-charge': 'Ended without a charge',
  'outcome-at-court': 'An outcome at court',
};

const NO_JUDGEMENT =
  'Where an investigation stands says nothing of how well anybody was supported, and no ending is anyone’s success or failure. A person may stop at any time and go on being supported.';

/** How far investigations of a year have come, and how long that took. */
export const justiceTables: CountedTableBuilder = (facts) => {
  const months = facts.months['twelve-months'];
  const cells = facts.cellsOf('county', 'twelve-months');
  const states = bucketsOf(cells, 'justice');
  const all = sumOf(states);
  if (all === 0) return [];
  const waits = [
    { id: 'charge', title: 'From the record until the charge', of: bucketsOf(cells, 'charge-days') },
    {
      id: 'outcome',
      title: 'From the record until it ended, with or without a charge',
      of: bucketsOf(cells, 'outcome-days'),
    },
  ];
  const place = (row: string) => ({ table: 'justice-waits', row, column: 'investigations' });
  return [
    {
      id: 'justice',
      title: `How far investigations have come, ${monthsInWords(months)}`,
      measure: measureNow(JUSTICE_FUNNEL.id),
      rowsTitle: 'Where they stand',
      months,
      columns: [{ id: 'investigations', title: 'Investigations', unit: 'rounded' }],
      rows: [
        ...JUSTICE_PARTS.map((part) => ({
          id: part,
          title: STATES[part],
          cells: [count(states.get(part) ?? 0)],
        })),
        { id: 'all', title: 'All that were recorded', cells: [count(all)] },
      ],
      columnSums: [],
      totalRow: 'all',
      links: [],
      merges: [{ rows: [...JUSTICE_PARTS], into: null }],
      notes: [
        'By the month in which the crime was recorded, as they stood when this report was counted.',
        NO_JUDGEMENT,
        SMALL_COUNTS_NOTE,
      ],
    },
    {
      id: 'justice-waits',
      title: `How long justice takes, ${monthsInWords(months)}`,
      measure: measureNow(JUSTICE_WAITS.id),
      rowsTitle: 'Length',
      months,
      columns: [
        { id: 'investigations', title: 'Investigations', unit: 'rounded' },
        { id: 'not-there-yet', title: 'Not there yet', unit: 'rounded' },
        ...lengthColumns('measured', 'days'),
      ],
      rows: waits.map(({ id, title, of }) => ({
        id,
        title,
        cells: [count(all), count(all - sumOf(of)), ...lengthCells(of)],
      })),
      columnSums: [{ total: 'investigations', parts: ['not-there-yet', 'measured'] }],
      totalRow: null,
      links: [
        {
          kind: 'same',
          places: [
            { table: 'justice', row: 'all', column: 'investigations' },
            ...waits.map(({ id }) => place(id)),
          ],
        },
      ],
      notes: [
        'Most investigations take longer than a year: those that are not there yet have no length, and the lengths here are of the quicker ones.',
        NO_JUDGEMENT,
        SMALL_COUNTS_NOTE,
      ],
    },
  ];
};
