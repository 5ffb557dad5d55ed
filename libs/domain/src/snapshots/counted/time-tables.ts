import {
  bucketsOf,
  HANDOVER_LAG,
  spreadOf,
  sumOf,
  TIME_TO_CONVERSATION,
  type Buckets,
  type Cell,
} from '../../reporting';
import { WEEKDAYS } from '../../time';
import { measureNow, SMALL_COUNTS_NOTE } from '../words';
import { count, length, type CountedColumn, type CountedTableBuilder } from './counted-table';
import { monthsInWords } from './month-words';

const HOUR = 60;
const DAY = 24 * HOUR;

/** Upper ends, in minutes. */
const BANDS = [
  { id: 'within-4-hours', title: 'Within 4 hours', under: 4 * HOUR },
  { id: '4-to-12-hours', title: '4 to 12 hours', under: 12 * HOUR },
  { id: '12-to-24-hours', title: '12 to 24 hours', under: DAY },
  { id: '1-to-2-days', title: '1 to 2 days', under: 2 * DAY },
  { id: '2-to-3-days', title: '2 to 3 days', under: 3 * DAY },
  { id: '3-to-7-days', title: '3 to 7 days', under: 7 * DAY },
  { id: '7-days-or-longer', title: '7 days or longer', under: Infinity },
] as const;

const CLOCK_NOTE =
  'Hours of the clock, nights and weekends included. A length that somebody still waits for is in none of them.';
const LENGTH_NOTE =
  'A median or “nine in ten” is said only where at least 15 are measured by the rounded count; elsewhere it stands as [u]. Lengths over 30 days count as 30 days.';

/** How long the handover by the police takes, and how long it is until a conversation; and the latter in bands. */
export const timeTables: CountedTableBuilder = (facts) => {
  const cells = facts.cellsOf('county', 'quarter');
  const months = facts.months.quarter;
  const referrals = sumOf(bucketsOf(cells, 'referrals'));
  if (referrals === 0) return [];
  const conversations = bucketsOf(cells, 'conversation-minutes');
  const measured = sumOf(conversations);
  const lengths = [
    {
      id: 'handover',
      title: 'From the report until the police sent the referral',
      of: bucketsOf(cells, 'handover-minutes'),
    },
    {
      id: 'response',
      title: 'From when the police sent the referral until the first attempt',
      of: bucketsOf(cells, 'response-minutes'),
    },
    {
      id: 'first-attempt',
      title: 'From the report until the first attempt',
      of: bucketsOf(cells, 'attempt-minutes'),
    },
    { id: 'conversation', title: 'From the report until the first conversation', of: conversations },
  ];
  const inBand = (under: number, from: number) =>
    [...conversations].reduce(
      (sum, [minutes, number]) => (Number(minutes) >= from && Number(minutes) < under ? sum + number : sum),
      0,
    );
  const referralsOf = (row: string) => ({ table: 'times', row, column: 'referrals' });
  const bandOf = (row: string) => ({ table: 'time-to-conversation', row, column: 'referrals' });
  return [
    {
      id: 'times',
      title: `How long it takes: handover by the police, and until somebody is spoken with, ${monthsInWords(months)}`,
      measure: measureNow(HANDOVER_LAG.id),
      rowsTitle: 'Length',
      months,
      columns: [
        { id: 'referrals', title: 'Referrals', unit: 'rounded' },
        { id: 'not-measured', title: 'Not measured', unit: 'rounded' },
        ...lengthColumns('measured', 'minutes'),
      ],
      rows: lengths.map(({ id, title, of }) => ({
        id,
        title,
        cells: [count(referrals), count(referrals - sumOf(of)), ...lengthCells(of)],
      })),
      columnSums: [{ total: 'referrals', parts: ['not-measured', 'measured'] }],
      totalRow: null,
      links: [{ kind: 'same', places: lengths.map(({ id }) => referralsOf(id)) }],
      notes: [
        CLOCK_NOTE,
        'The handover is what the police take until this service knows. It is part of the lengths from the report, and shown apart because it is not this service’s; the response is.',
        'An attempt is not contact: the promise is kept by a conversation alone.',
        LENGTH_NOTE,
        SMALL_COUNTS_NOTE,
      ],
    },
    {
      id: 'time-to-conversation',
      title: `Time from the report until the first conversation, ${monthsInWords(months)}`,
      measure: measureNow(TIME_TO_CONVERSATION.id),
      rowsTitle: 'From the report',
      months,
      columns: [{ id: 'referrals', title: 'Referrals', unit: 'rounded' }],
      rows: [
        ...BANDS.map(({ id, title, under }, at) => ({
          id,
          title,
          cells: [count(inBand(under, BANDS[at - 1]?.under ?? 0))],
        })),
        { id: 'none', title: 'No conversation so far', cells: [count(referrals - measured)] },
        { id: 'all', title: 'All referrals', cells: [count(referrals)] },
      ],
      columnSums: [],
      totalRow: 'all',
      links: [
        { kind: 'same', places: [referralsOf('conversation'), bandOf('all')] },
        {
          kind: 'same',
          places: [{ ...referralsOf('conversation'), column: 'not-measured' }, bandOf('none')],
        },
      ],
      merges: [{ rows: [...BANDS.map(({ id }) => id), 'none'], into: null }],
      notes: [CLOCK_NOTE, SMALL_COUNTS_NOTE],
    },
  ];
};

/** How long the handover by the police takes, by the day of the report, over a year. */
export const weekdayTables: CountedTableBuilder = (facts) => {
  const months = facts.months['twelve-months'];
  const all = facts.cellsOf('weekday', 'twelve-months');
  const days = WEEKDAYS.filter((day) => all.some(({ value }) => value === day));
  if (days.length === 0) return [];
  const of = (day: string, measure: Cell['measure']) =>
    bucketsOf(
      all.filter(({ value }) => value === day),
      measure,
    );
  return [
    {
      id: 'handover-by-weekday',
      title: `How long the handover by the police takes, by day of the week, ${monthsInWords(months)}`,
      measure: measureNow(HANDOVER_LAG.id),
      rowsTitle: 'Day of the report',
      months,
      columns: lengthColumns('measured', 'minutes'),
      rows: days.map((day) => ({
        id: day,
        title: facts.nameOf('weekday', day),
        cells: lengthCells(of(day, 'handover-minutes')),
      })),
      columnSums: [],
      totalRow: null,
      links: [],
      notes: [CLOCK_NOTE, 'Lengths are rounded down to the hour here.', LENGTH_NOTE, SMALL_COUNTS_NOTE],
    },
  ];
};

/** How many are measured, the median and what nine in ten do not exceed. */
export function lengthColumns(base: string, unit: 'minutes' | 'days'): readonly CountedColumn[] {
  return [
    { id: base, title: 'Measured', unit: 'rounded' },
    { id: 'median', title: `Half take no longer, ${unit}`, unit, base },
    { id: 'p90', title: `Nine in ten take no longer, ${unit}`, unit, base },
  ];
}

/** The cells of `lengthColumns`. */
export function lengthCells(of: Buckets) {
  const spread = spreadOf([...of].map(([minutes, number]) => ({ minutes: Number(minutes), count: number })));
  return [count(spread.count), length(spread.median), length(spread.p90)];
}
