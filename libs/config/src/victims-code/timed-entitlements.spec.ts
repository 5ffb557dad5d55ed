import {
  dutyDue,
  explainDutyDue,
  instant,
  ledgerOf,
  limitEnds,
  limitOf,
  type CodeCalendar,
  type DutyInputs,
  type Timing,
} from '#libs/domain';
import { bankHolidays } from '../area-pack/calendars-of';
import { loadVictimsCode } from './load-victims-code';

const calendar: CodeCalendar = { timezone: 'Europe/London', ...bankHolidays() };
const [code] = loadVictimsCode();
if (!code) throw new Error('there is a version of the Code');
const timed = code.entitlements.filter((one) => limitOf(one, 'standard') !== null);

type Row = readonly [id: string, standard: string, enhanced: string];

/** Worked out with a paper calendar. Each limit ends at 23:59:59 in London, which is 22:59:59Z in summer. */
/** From Thursday 25 March 2027. */
const EASTER_2027: readonly Row[] = [
  ['R4.5', 'Wednesday 31 March 2027 22:59:59Z', 'Wednesday 31 March 2027 22:59:59Z'],
  ['R4.6', 'Wednesday 31 March 2027 22:59:59Z', 'Wednesday 31 March 2027 22:59:59Z'],
  ['R5.3', 'Sunday 25 March 2029 22:59:59Z', 'Sunday 25 March 2029 22:59:59Z'],
  ['R6.1', 'Monday 5 April 2027 22:59:59Z', 'Tuesday 30 March 2027 22:59:59Z'],
  ['R6.2', 'Wednesday 31 March 2027 22:59:59Z', 'Wednesday 31 March 2027 22:59:59Z'],
  ['R6.4', 'Monday 5 April 2027 22:59:59Z', 'Tuesday 30 March 2027 22:59:59Z'],
  ['R6.5', 'Monday 5 April 2027 22:59:59Z', 'Tuesday 30 March 2027 22:59:59Z'],
  ['R6.6', 'Monday 5 April 2027 22:59:59Z', 'Tuesday 30 March 2027 22:59:59Z'],
  ['R6.7', 'Monday 5 April 2027 22:59:59Z', 'Tuesday 30 March 2027 22:59:59Z'],
  ['R6.8', 'Monday 5 April 2027 22:59:59Z', 'Tuesday 30 March 2027 22:59:59Z'],
  ['R6.9', 'Monday 5 April 2027 22:59:59Z', 'Tuesday 30 March 2027 22:59:59Z'],
  ['R6.11', 'Monday 5 April 2027 22:59:59Z', 'Tuesday 30 March 2027 22:59:59Z'],
  ['R6.12', 'Monday 5 April 2027 22:59:59Z', 'Tuesday 30 March 2027 22:59:59Z'],
  ['R6.13', 'Monday 5 April 2027 22:59:59Z', 'Tuesday 30 March 2027 22:59:59Z'],
  ['R6.15', 'Monday 5 April 2027 22:59:59Z', 'Monday 5 April 2027 22:59:59Z'],
  ['R6.16', 'Friday 25 June 2027 22:59:59Z', 'Friday 25 June 2027 22:59:59Z'],
  ['R8.1', 'Tuesday 30 March 2027 22:59:59Z', 'Tuesday 30 March 2027 22:59:59Z'],
  ['R8.2', 'Monday 5 April 2027 22:59:59Z', 'Tuesday 30 March 2027 22:59:59Z'],
  ['R8.3', 'Monday 5 April 2027 22:59:59Z', 'Tuesday 30 March 2027 22:59:59Z'],
  ['R8.4', 'Monday 5 April 2027 22:59:59Z', 'Tuesday 30 March 2027 22:59:59Z'],
  ['R8.5', 'Tuesday 30 March 2027 22:59:59Z', 'Tuesday 30 March 2027 22:59:59Z'],
  ['R9.1', 'Tuesday 30 March 2027 22:59:59Z', 'Tuesday 30 March 2027 22:59:59Z'],
  ['R9.2', 'Tuesday 30 March 2027 22:59:59Z', 'Tuesday 30 March 2027 22:59:59Z'],
  ['R9.4', 'Tuesday 30 March 2027 22:59:59Z', 'Tuesday 30 March 2027 22:59:59Z'],
  ['R9.5', 'Thursday 22 April 2027 22:59:59Z', 'Thursday 22 April 2027 22:59:59Z'],
  ['R9.6', 'Tuesday 30 March 2027 22:59:59Z', 'Tuesday 30 March 2027 22:59:59Z'],
  ['R10.1', 'Monday 12 April 2027 22:59:59Z', 'Monday 12 April 2027 22:59:59Z'],
  ['R11.1', 'Monday 12 April 2027 22:59:59Z', 'Monday 12 April 2027 22:59:59Z'],
  ['R11.2', 'Monday 26 April 2027 22:59:59Z', 'Monday 26 April 2027 22:59:59Z'],
  ['R12.1', 'Monday 12 April 2027 22:59:59Z', 'Monday 12 April 2027 22:59:59Z'],
];

/** From Wednesday 23 December 2026. */
const CHRISTMAS_2026: readonly Row[] = [
  ['R4.5', 'Tuesday 29 December 2026 23:59:59Z', 'Tuesday 29 December 2026 23:59:59Z'],
  ['R4.6', 'Tuesday 29 December 2026 23:59:59Z', 'Tuesday 29 December 2026 23:59:59Z'],
  ['R5.3', 'Saturday 23 December 2028 23:59:59Z', 'Saturday 23 December 2028 23:59:59Z'],
  ['R6.1', 'Monday 4 January 2027 23:59:59Z', 'Thursday 24 December 2026 23:59:59Z'],
  ['R6.2', 'Tuesday 29 December 2026 23:59:59Z', 'Tuesday 29 December 2026 23:59:59Z'],
  ['R6.4', 'Monday 4 January 2027 23:59:59Z', 'Thursday 24 December 2026 23:59:59Z'],
  ['R6.5', 'Monday 4 January 2027 23:59:59Z', 'Thursday 24 December 2026 23:59:59Z'],
  ['R6.6', 'Monday 4 January 2027 23:59:59Z', 'Thursday 24 December 2026 23:59:59Z'],
  ['R6.7', 'Monday 4 January 2027 23:59:59Z', 'Thursday 24 December 2026 23:59:59Z'],
  ['R6.8', 'Monday 4 January 2027 23:59:59Z', 'Thursday 24 December 2026 23:59:59Z'],
  ['R6.9', 'Monday 4 January 2027 23:59:59Z', 'Thursday 24 December 2026 23:59:59Z'],
  ['R6.11', 'Monday 4 January 2027 23:59:59Z', 'Thursday 24 December 2026 23:59:59Z'],
  ['R6.12', 'Monday 4 January 2027 23:59:59Z', 'Thursday 24 December 2026 23:59:59Z'],
  ['R6.13', 'Monday 4 January 2027 23:59:59Z', 'Thursday 24 December 2026 23:59:59Z'],
  ['R6.15', 'Monday 4 January 2027 23:59:59Z', 'Monday 4 January 2027 23:59:59Z'],
  ['R6.16', 'Tuesday 23 March 2027 23:59:59Z', 'Tuesday 23 March 2027 23:59:59Z'],
  ['R8.1', 'Thursday 24 December 2026 23:59:59Z', 'Thursday 24 December 2026 23:59:59Z'],
  ['R8.2', 'Monday 4 January 2027 23:59:59Z', 'Thursday 24 December 2026 23:59:59Z'],
  ['R8.3', 'Monday 4 January 2027 23:59:59Z', 'Thursday 24 December 2026 23:59:59Z'],
  ['R8.4', 'Monday 4 January 2027 23:59:59Z', 'Thursday 24 December 2026 23:59:59Z'],
  ['R8.5', 'Thursday 24 December 2026 23:59:59Z', 'Thursday 24 December 2026 23:59:59Z'],
  ['R9.1', 'Thursday 24 December 2026 23:59:59Z', 'Thursday 24 December 2026 23:59:59Z'],
  ['R9.2', 'Thursday 24 December 2026 23:59:59Z', 'Thursday 24 December 2026 23:59:59Z'],
  ['R9.4', 'Thursday 24 December 2026 23:59:59Z', 'Thursday 24 December 2026 23:59:59Z'],
  ['R9.5', 'Wednesday 20 January 2027 23:59:59Z', 'Wednesday 20 January 2027 23:59:59Z'],
  ['R9.6', 'Thursday 24 December 2026 23:59:59Z', 'Thursday 24 December 2026 23:59:59Z'],
  ['R10.1', 'Monday 11 January 2027 23:59:59Z', 'Monday 11 January 2027 23:59:59Z'],
  ['R11.1', 'Monday 11 January 2027 23:59:59Z', 'Monday 11 January 2027 23:59:59Z'],
  ['R11.2', 'Monday 25 January 2027 23:59:59Z', 'Monday 25 January 2027 23:59:59Z'],
  ['R12.1', 'Monday 11 January 2027 23:59:59Z', 'Monday 11 January 2027 23:59:59Z'],
];

/** From Friday 27 March 2026. */
const CLOCKS_FORWARD_2026: readonly Row[] = [
  ['R4.5', 'Tuesday 31 March 2026 22:59:59Z', 'Tuesday 31 March 2026 22:59:59Z'],
  ['R4.6', 'Tuesday 31 March 2026 22:59:59Z', 'Tuesday 31 March 2026 22:59:59Z'],
  ['R5.3', 'Monday 27 March 2028 22:59:59Z', 'Monday 27 March 2028 22:59:59Z'],
  ['R6.1', 'Tuesday 7 April 2026 22:59:59Z', 'Monday 30 March 2026 22:59:59Z'],
  ['R6.2', 'Tuesday 31 March 2026 22:59:59Z', 'Tuesday 31 March 2026 22:59:59Z'],
  ['R6.4', 'Tuesday 7 April 2026 22:59:59Z', 'Monday 30 March 2026 22:59:59Z'],
  ['R6.5', 'Tuesday 7 April 2026 22:59:59Z', 'Monday 30 March 2026 22:59:59Z'],
  ['R6.6', 'Tuesday 7 April 2026 22:59:59Z', 'Monday 30 March 2026 22:59:59Z'],
  ['R6.7', 'Tuesday 7 April 2026 22:59:59Z', 'Monday 30 March 2026 22:59:59Z'],
  ['R6.8', 'Tuesday 7 April 2026 22:59:59Z', 'Monday 30 March 2026 22:59:59Z'],
  ['R6.9', 'Tuesday 7 April 2026 22:59:59Z', 'Monday 30 March 2026 22:59:59Z'],
  ['R6.11', 'Tuesday 7 April 2026 22:59:59Z', 'Monday 30 March 2026 22:59:59Z'],
  ['R6.12', 'Tuesday 7 April 2026 22:59:59Z', 'Monday 30 March 2026 22:59:59Z'],
  ['R6.13', 'Tuesday 7 April 2026 22:59:59Z', 'Monday 30 March 2026 22:59:59Z'],
  ['R6.15', 'Tuesday 7 April 2026 22:59:59Z', 'Tuesday 7 April 2026 22:59:59Z'],
  ['R6.16', 'Saturday 27 June 2026 22:59:59Z', 'Saturday 27 June 2026 22:59:59Z'],
  ['R8.1', 'Monday 30 March 2026 22:59:59Z', 'Monday 30 March 2026 22:59:59Z'],
  ['R8.2', 'Tuesday 7 April 2026 22:59:59Z', 'Monday 30 March 2026 22:59:59Z'],
  ['R8.3', 'Tuesday 7 April 2026 22:59:59Z', 'Monday 30 March 2026 22:59:59Z'],
  ['R8.4', 'Tuesday 7 April 2026 22:59:59Z', 'Monday 30 March 2026 22:59:59Z'],
  ['R8.5', 'Monday 30 March 2026 22:59:59Z', 'Monday 30 March 2026 22:59:59Z'],
  ['R9.1', 'Monday 30 March 2026 22:59:59Z', 'Monday 30 March 2026 22:59:59Z'],
  ['R9.2', 'Monday 30 March 2026 22:59:59Z', 'Monday 30 March 2026 22:59:59Z'],
  ['R9.4', 'Monday 30 March 2026 22:59:59Z', 'Monday 30 March 2026 22:59:59Z'],
  ['R9.5', 'Friday 24 April 2026 22:59:59Z', 'Friday 24 April 2026 22:59:59Z'],
  ['R9.6', 'Monday 30 March 2026 22:59:59Z', 'Monday 30 March 2026 22:59:59Z'],
  ['R10.1', 'Tuesday 14 April 2026 22:59:59Z', 'Tuesday 14 April 2026 22:59:59Z'],
  ['R11.1', 'Tuesday 14 April 2026 22:59:59Z', 'Tuesday 14 April 2026 22:59:59Z'],
  ['R11.2', 'Tuesday 28 April 2026 22:59:59Z', 'Tuesday 28 April 2026 22:59:59Z'],
  ['R12.1', 'Tuesday 14 April 2026 22:59:59Z', 'Tuesday 14 April 2026 22:59:59Z'],
];

/** From Friday 23 October 2026. */
const CLOCKS_BACK_2026: readonly Row[] = [
  ['R4.5', 'Tuesday 27 October 2026 23:59:59Z', 'Tuesday 27 October 2026 23:59:59Z'],
  ['R4.6', 'Tuesday 27 October 2026 23:59:59Z', 'Tuesday 27 October 2026 23:59:59Z'],
  ['R5.3', 'Monday 23 October 2028 22:59:59Z', 'Monday 23 October 2028 22:59:59Z'],
  ['R6.1', 'Friday 30 October 2026 23:59:59Z', 'Monday 26 October 2026 23:59:59Z'],
  ['R6.2', 'Tuesday 27 October 2026 23:59:59Z', 'Tuesday 27 October 2026 23:59:59Z'],
  ['R6.4', 'Friday 30 October 2026 23:59:59Z', 'Monday 26 October 2026 23:59:59Z'],
  ['R6.5', 'Friday 30 October 2026 23:59:59Z', 'Monday 26 October 2026 23:59:59Z'],
  ['R6.6', 'Friday 30 October 2026 23:59:59Z', 'Monday 26 October 2026 23:59:59Z'],
  ['R6.7', 'Friday 30 October 2026 23:59:59Z', 'Monday 26 October 2026 23:59:59Z'],
  ['R6.8', 'Friday 30 October 2026 23:59:59Z', 'Monday 26 October 2026 23:59:59Z'],
  ['R6.9', 'Friday 30 October 2026 23:59:59Z', 'Monday 26 October 2026 23:59:59Z'],
  ['R6.11', 'Friday 30 October 2026 23:59:59Z', 'Monday 26 October 2026 23:59:59Z'],
  ['R6.12', 'Friday 30 October 2026 23:59:59Z', 'Monday 26 October 2026 23:59:59Z'],
  ['R6.13', 'Friday 30 October 2026 23:59:59Z', 'Monday 26 October 2026 23:59:59Z'],
  ['R6.15', 'Friday 30 October 2026 23:59:59Z', 'Friday 30 October 2026 23:59:59Z'],
  ['R6.16', 'Saturday 23 January 2027 23:59:59Z', 'Saturday 23 January 2027 23:59:59Z'],
  ['R8.1', 'Monday 26 October 2026 23:59:59Z', 'Monday 26 October 2026 23:59:59Z'],
  ['R8.2', 'Friday 30 October 2026 23:59:59Z', 'Monday 26 October 2026 23:59:59Z'],
  ['R8.3', 'Friday 30 October 2026 23:59:59Z', 'Monday 26 October 2026 23:59:59Z'],
  ['R8.4', 'Friday 30 October 2026 23:59:59Z', 'Monday 26 October 2026 23:59:59Z'],
  ['R8.5', 'Monday 26 October 2026 23:59:59Z', 'Monday 26 October 2026 23:59:59Z'],
  ['R9.1', 'Monday 26 October 2026 23:59:59Z', 'Monday 26 October 2026 23:59:59Z'],
  ['R9.2', 'Monday 26 October 2026 23:59:59Z', 'Monday 26 October 2026 23:59:59Z'],
  ['R9.4', 'Monday 26 October 2026 23:59:59Z', 'Monday 26 October 2026 23:59:59Z'],
  ['R9.5', 'Friday 20 November 2026 23:59:59Z', 'Friday 20 November 2026 23:59:59Z'],
  ['R9.6', 'Monday 26 October 2026 23:59:59Z', 'Monday 26 October 2026 23:59:59Z'],
  ['R10.1', 'Friday 6 November 2026 23:59:59Z', 'Friday 6 November 2026 23:59:59Z'],
  ['R11.1', 'Friday 6 November 2026 23:59:59Z', 'Friday 6 November 2026 23:59:59Z'],
  ['R11.2', 'Friday 20 November 2026 23:59:59Z', 'Friday 20 November 2026 23:59:59Z'],
  ['R12.1', 'Friday 6 November 2026 23:59:59Z', 'Friday 6 November 2026 23:59:59Z'],
];

const WORDS = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

const inWords = (at: number) =>
  `${WORDS.format(new Date(at)).replace(',', '')} ${new Date(at).toISOString().slice(11, 19)}Z`;

function ends(id: string, timing: Timing, startedAt: string): string {
  const entitlement = timed.find((one) => one.id === id);
  const limit = entitlement && limitOf(entitlement, timing);
  if (!limit) throw new Error(`${id} has no limit`);
  return inWords(limitEnds({ limit, startedAt: instant(startedAt), calendar }));
}

/** When the working of the row of the ledger ends, with how much of the limit it counted. */
function explained(id: string, timing: Timing, startedAt: string): readonly [string, boolean] {
  const entitlement = timed.find((one) => one.id === id);
  const limit = entitlement && limitOf(entitlement, timing);
  if (!limit) throw new Error(`${id} has no limit`);
  const inputs: DutyInputs = {
    startedAt: instant(startedAt),
    limit,
    timing,
    codeVersion: '2021',
    entitlementId: id,
    calendarId: 'sample',
    calendarVersion: 1,
    calendar,
    tzdata: 'sample',
    standard: limitOf(entitlement, 'standard'),
    grantedAt: null,
  };
  const { dueAt, days } = explainDutyDue(ledgerOf(inputs, dutyDue(inputs)));
  return [inWords(dueAt), days.reduce((sum, { counted }) => sum + counted, 0) === limit.value];
}

describe.each([
  ['Easter 2027, when the clocks go forward on Easter Sunday', '2027-03-25T14:00:00Z', EASTER_2027],
  ['Christmas 2026, with Boxing Day moved to a Monday', '2026-12-23T16:00:00Z', CHRISTMAS_2026],
  ['the night the clocks go forward in 2026', '2026-03-27T12:00:00Z', CLOCKS_FORWARD_2026],
  ['the night the clocks go back in 2026', '2026-10-23T11:00:00Z', CLOCKS_BACK_2026],
] as const)('limits around %s', (_season, startedAt, rows) => {
  it('are worked out for every timed entitlement of the catalogue', () => {
    expect(rows.map(([id]) => id)).toEqual(timed.map(({ id }) => id));
  });

  it.each(rows)('%s is due %s, and under Enhanced Rights %s', (id, standard, enhanced) => {
    expect(ends(id, 'standard', startedAt)).toBe(standard);
    expect(ends(id, 'enhanced', startedAt)).toBe(enhanced);
  });

  it.each(rows)(
    '%s is explained day by day up to %s, and under Enhanced Rights %s',
    (id, standard, enhanced) => {
      expect(explained(id, 'standard', startedAt)).toEqual([standard, true]);
      expect(explained(id, 'enhanced', startedAt)).toEqual([enhanced, true]);
    },
  );
});

/** What the court must pass on before the witness care unit's own time starts. */
describe('limits of the body before', () => {
  const withOne = code.entitlements.flatMap(({ id, upstream }) =>
    upstream === null ? [] : [{ id, limit: upstream.limit }],
  );

  it('stand in the catalogue for every clock that waits for the court', () => {
    expect(withOne.map(({ id }) => id)).toEqual(['R8.1', 'R8.2', 'R8.3', 'R8.4', 'R9.1', 'R9.2', 'R9.4']);
  });

  it.each([
    ['Thursday 25 March 2027', '2027-03-25T14:00:00Z', 'Monday 5 April 2027 22:59:59Z'],
    ['Wednesday 23 December 2026', '2026-12-23T16:00:00Z', 'Monday 4 January 2027 23:59:59Z'],
    ['Friday 27 March 2026', '2026-03-27T12:00:00Z', 'Tuesday 7 April 2026 22:59:59Z'],
    ['Friday 23 October 2026', '2026-10-23T11:00:00Z', 'Friday 30 October 2026 23:59:59Z'],
  ])('from %s end five working days later', (_day, startedAt, due) => {
    for (const { limit } of withOne)
      expect(inWords(limitEnds({ limit, startedAt: instant(startedAt), calendar }))).toBe(due);
  });
});

describe('the edges of a day', () => {
  const oneDay = { unit: 'working_day', value: 1 } as const;
  const from = (iso: string) =>
    new Date(limitEnds({ limit: oneDay, startedAt: instant(iso), calendar })).toISOString();

  it('count in London: a second before midnight on Monday and a second after are a day apart', () => {
    expect(from('2026-03-02T23:59:59Z')).toBe('2026-03-03T23:59:59.000Z');
    expect(from('2026-03-03T00:00:00Z')).toBe('2026-03-04T23:59:59.000Z');
    expect(from('2026-07-06T22:59:59Z')).toBe('2026-07-07T22:59:59.000Z');
    expect(from('2026-07-06T23:00:00Z')).toBe('2026-07-08T22:59:59.000Z');
  });

  it('take a start at a weekend as day 0: Saturday 7 March 2026 ends on Monday', () => {
    expect(from('2026-03-07T10:00:00Z')).toBe('2026-03-09T23:59:59.000Z');
  });

  it('end a month on its last day where it has no such date: three months from 30 November', () => {
    const limit = { unit: 'month', value: 3 } as const;
    const at = limitEnds({ limit, startedAt: instant('2026-11-30T10:00:00Z'), calendar });
    expect(new Date(at).toISOString()).toBe('2027-02-28T23:59:59.000Z');
  });
});
