import { buildCalendar } from './calendar';
import { instant } from './instant';
import { addElapsed } from './open-time';
import type { OpeningHours, Span } from './opening-hours';
import { isoSecondsOf } from './parse-instant';
import { workingDayDue, type Reading, type WorkingDayQuestion } from './working-day';

const nineToFive: readonly Span[] = [['09:00', '17:00']];

function calendarOf(hours: Partial<OpeningHours> = {}) {
  const built = buildCalendar({
    timezone: 'Europe/London',
    schedule: { mon: nineToFive, tue: nineToFive, wed: nineToFive, thu: nineToFive, fri: nineToFive },
    holidays: ['2026-04-03', '2026-04-06', '2026-08-31', '2026-12-25', '2026-12-28'],
    ...hours,
  });
  if (built.kind === 'refused') throw new Error(built.reason);
  return built.calendar;
}

function due(
  start: string,
  question: Partial<WorkingDayQuestion> = {},
  hours?: Partial<OpeningHours>,
): string {
  const asked = { start: instant(start), days: 1, reading: 'A' as const, closesAt: '17:00', ...question };
  const answer = workingDayDue(calendarOf(hours), asked);
  return answer.kind === 'due' ? isoSecondsOf(answer.at) : answer.reason;
}

describe('one working day and 24 hours, the worked deadlines of 2026', () => {
  /** London local times; +01:00 from 29 March to 25 October. */
  test.each([
    [
      'Mon 2 Mar 10:00',
      '2026-03-02T10:00:00Z',
      'Tue',
      '2026-03-03T10:00:00Z',
      '2026-03-03T17:00:00Z',
      '2026-03-03T10:00:00Z',
      '2026-03-03T17:00:00Z',
    ],
    [
      'Fri 6 Mar 16:30',
      '2026-03-06T16:30:00Z',
      'Sat',
      '2026-03-07T16:30:00Z',
      '2026-03-09T17:00:00Z',
      '2026-03-09T16:30:00Z',
      '2026-03-09T17:00:00Z',
    ],
    [
      'Fri 6 Mar 22:40',
      '2026-03-06T22:40:00Z',
      'Sat',
      '2026-03-07T22:40:00Z',
      '2026-03-09T17:00:00Z',
      '2026-03-09T17:00:00Z',
      '2026-03-10T17:00:00Z',
    ],
    [
      'Sat 7 Mar 03:15',
      '2026-03-07T03:15:00Z',
      'Sun',
      '2026-03-08T03:15:00Z',
      '2026-03-09T17:00:00Z',
      '2026-03-09T17:00:00Z',
      '2026-03-10T17:00:00Z',
    ],
    [
      'Thu 2 Apr 15:00, before Easter',
      '2026-04-02T15:00:00+01:00',
      'Good Friday',
      '2026-04-03T15:00:00+01:00',
      '2026-04-07T17:00:00+01:00',
      '2026-04-07T15:00:00+01:00',
      '2026-04-07T17:00:00+01:00',
    ],
    [
      'Thu 24 Dec 11:00',
      '2026-12-24T11:00:00Z',
      'Christmas Day',
      '2026-12-25T11:00:00Z',
      '2026-12-29T17:00:00Z',
      '2026-12-29T11:00:00Z',
      '2026-12-29T17:00:00Z',
    ],
    [
      'Sat 28 Mar 20:00, clocks go forward',
      '2026-03-28T20:00:00Z',
      'Sun 21:00',
      '2026-03-29T21:00:00+01:00',
      '2026-03-30T17:00:00+01:00',
      '2026-03-30T17:00:00+01:00',
      '2026-03-31T17:00:00+01:00',
    ],
    [
      'Sat 24 Oct 20:00, clocks go back',
      '2026-10-24T20:00:00+01:00',
      'Sun 19:00',
      '2026-10-25T19:00:00Z',
      '2026-10-26T17:00:00Z',
      '2026-10-26T17:00:00Z',
      '2026-10-27T17:00:00Z',
    ],
  ])('trap 22, golden: reported %s', (_, start, _day, hours24, a, b, c) => {
    const utc = (text: string) => isoSecondsOf(instant(text));
    expect(isoSecondsOf(addElapsed({ start: instant(start), seconds: 86_400 }))).toBe(utc(hours24));
    const answers = (['A', 'B', 'C'] as const).map((reading: Reading) => due(start, { reading }));
    expect(answers).toEqual([utc(a), utc(b), utc(c)]);
  });

  test('reported Friday 28 August 2026 22:10, before a bank holiday Monday: Tuesday 1 September 17:00', () => {
    expect(due('2026-08-28T22:10:00+01:00')).toBe('2026-09-01T16:00:00Z');
  });
});

describe('working dates', () => {
  test('the date of the start is the local one: 23:30Z on Sunday 5 July is Monday in London', () => {
    expect(due('2026-07-05T23:30:00Z')).toBe('2026-07-07T16:00:00Z');
    expect(due('2026-07-05T22:30:00Z')).toBe('2026-07-06T16:00:00Z');
  });

  test('close of service wins over a short day', () => {
    const dateOverrides = { '2026-12-24': [['09:00', '13:00']] } as const;
    expect(due('2026-12-23T10:00:00Z', {}, { dateOverrides })).toBe('2026-12-24T17:00:00Z');
  });

  test('a date closed by override, or for all of its hours, is not a working date; one with a minute left is', () => {
    const closed = (to: string) => ({ closed: [[instant('2026-03-03T09:00:00Z'), instant(to)]] as const });
    expect(due('2026-03-02T10:00:00Z', {}, { dateOverrides: { '2026-03-03': [] } })).toBe(
      '2026-03-04T17:00:00Z',
    );
    expect(due('2026-03-02T10:00:00Z', {}, closed('2026-03-03T17:00:00Z'))).toBe('2026-03-04T17:00:00Z');
    expect(due('2026-03-02T10:00:00Z', {}, closed('2026-03-03T16:59:00Z'))).toBe('2026-03-03T17:00:00Z');
  });

  test('a date whose only hour London skips on Sunday 29 March 2026 is not a working date', () => {
    const schedule = { sun: [['01:00', '02:00']] as const };
    expect(due('2026-03-28T10:00:00Z', {}, { schedule })).toBe('2026-04-05T16:00:00Z');
  });

  test('two hundred and sixty working days from the end of December run through the next year', () => {
    expect(due('2026-12-30T10:00:00Z', { days: 260 })).toBe('2027-12-29T17:00:00Z');
  });

  test('a New York date that straddles two UTC years counts once', () => {
    const evenings = {
      mon: [['18:00', '24:00']],
      thu: [['18:00', '24:00']],
      fri: [['18:00', '24:00']],
    } as const;
    const hours = { timezone: 'America/New_York', schedule: evenings, holidays: [] };
    // Thursday 31 December 2026, Friday 1 January 2027, Monday 4 January.
    expect(due('2026-12-30T12:00:00Z', { days: 1, closesAt: '24:00' }, hours)).toBe('2027-01-01T05:00:00Z');
    expect(due('2026-12-30T12:00:00Z', { days: 2, closesAt: '24:00' }, hours)).toBe('2027-01-02T05:00:00Z');
    expect(due('2026-12-30T12:00:00Z', { days: 3, closesAt: '24:00' }, hours)).toBe('2027-01-05T05:00:00Z');
  });
});

describe('close of service on the nights of a clock change', () => {
  const daily = {
    schedule: { sat: [['00:00', '24:00']], sun: [['00:00', '24:00']], mon: [['00:00', '24:00']] },
  } as const;

  test('01:30 is skipped on Sunday 29 March 2026: the jump, 01:00Z', () => {
    expect(due('2026-03-28T10:00:00Z', { closesAt: '01:30' }, daily)).toBe('2026-03-29T01:00:00Z');
  });

  test('01:30 is shown twice on Sunday 25 October 2026: the first time, 00:30Z', () => {
    expect(due('2026-10-24T10:00:00Z', { closesAt: '01:30' }, daily)).toBe('2026-10-25T00:30:00Z');
  });

  test('24:00 is the midnight that ends the date', () => {
    expect(due('2026-10-24T10:00:00Z', { closesAt: '24:00' }, daily)).toBe('2026-10-26T00:00:00Z');
  });
});

describe('working-day questions without an answer', () => {
  test.each([
    ['no days', { days: 0 }, 'invalid-days'],
    ['fewer than none', { days: -1 }, 'invalid-days'],
    ['half a day', { days: 0.5 }, 'invalid-days'],
    ['days for centuries', { days: 20_000 }, 'beyond-50-years'],
    ['days for centuries by hours', { days: 20_000, reading: 'B' as const }, 'beyond-50-years'],
    ['an impossible closing time', { closesAt: '25:00' }, 'invalid-closes-at'],
    ['a reading nobody has named', { reading: 'D' as Reading }, 'unknown-reading'],
  ])('%s', (_, question, reason) => {
    expect(due('2026-03-02T10:00:00Z', question)).toBe(reason);
  });

  test('the next working day past the known holidays is refused, today’s is not', () => {
    const hours = { knownUntil: '2026-03-03' };
    expect(due('2026-03-02T10:00:00Z', {}, hours)).toBe('2026-03-03T17:00:00Z');
    expect(due('2026-03-03T10:00:00Z', {}, hours)).toBe('past-known-holidays');
    expect(due('2026-03-03T18:00:00Z', { reading: 'C' }, hours)).toBe('past-known-holidays');
  });
});
