import { buildCalendar } from './calendar';
import { instant } from './instant';
import { addElapsed, dueAfter, openSecondsBetween } from './open-time';
import type { OpeningHours, Span } from './opening-hours';
import { isoSecondsOf } from './parse-instant';

const nineToFive: readonly Span[] = [['09:00', '17:00']];
const always: readonly Span[] = [['00:00', '24:00']];
const weekdays = (spans: readonly Span[]) => ({ mon: spans, tue: spans, wed: spans, thu: spans, fri: spans });
const everyDay = (spans: readonly Span[]) => ({ ...weekdays(spans), sat: spans, sun: spans });

function calendarOf(hours: Partial<OpeningHours> = {}) {
  const built = buildCalendar({
    timezone: 'Europe/London',
    schedule: weekdays(nineToFive),
    holidays: [],
    ...hours,
  });
  if (built.kind === 'refused') throw new Error(built.reason);
  return built.calendar;
}

function due(start: string, seconds: number, hours?: Partial<OpeningHours>): string {
  const answer = dueAfter(calendarOf(hours), { start: instant(start), seconds });
  return answer.kind === 'due' ? isoSecondsOf(answer.at) : answer.reason;
}

function elapsed(from: string, to: string, hours?: Partial<OpeningHours>): number | string {
  const answer = openSecondsBetween(calendarOf(hours), { from: instant(from), to: instant(to) });
  return answer.kind === 'elapsed' ? answer.seconds : answer.reason;
}

const HOUR = 3_600;

describe('when a budget of opening time is used up', () => {
  test.each([
    ['trap 1: Friday 16:15 and two hours', '2026-03-06T16:15:00Z', 2 * HOUR, '2026-03-09T10:15:00Z'],
    [
      'trap 11: used up exactly at closing on a Monday is due at closing',
      '2026-03-02T15:00:00Z',
      2 * HOUR,
      '2026-03-02T17:00:00Z',
    ],
    [
      'one second more is due on Tuesday morning',
      '2026-03-02T15:00:00Z',
      2 * HOUR + 1,
      '2026-03-03T09:00:01Z',
    ],
    ['one second less is due before closing', '2026-03-02T15:00:00Z', 2 * HOUR - 1, '2026-03-02T16:59:59Z'],
    ['trap 10: odd seconds stay odd, Monday to Tuesday', '2026-03-02T16:59:47Z', 100, '2026-03-03T09:01:27Z'],
    ['fractions of a second are cut off', '2026-03-02T10:00:00.999Z', 1, '2026-03-02T10:00:01Z'],
    [
      'trap 26: a Saturday start begins to count on Monday at 09:00',
      '2026-03-07T12:00:00Z',
      HOUR,
      '2026-03-09T10:00:00Z',
    ],
    ['trap 27: no budget is due now when open', '2026-03-02T10:00:07Z', 0, '2026-03-02T10:00:07Z'],
    ['no budget at opening is due at opening', '2026-03-02T09:00:00Z', 0, '2026-03-02T09:00:00Z'],
    [
      'no budget at closing on a Friday is due on Monday at opening',
      '2026-03-06T17:00:00Z',
      0,
      '2026-03-09T09:00:00Z',
    ],
    ['no budget a second before closing is due now', '2026-03-06T16:59:59Z', 0, '2026-03-06T16:59:59Z'],
  ])('%s', (_, start, seconds, expected) => {
    expect(due(start, seconds)).toBe(expected);
  });

  test('trap 2: a warning is computed in the same calendar as the deadline, Wednesday to Thursday', () => {
    const hours = { schedule: weekdays([['09:00', '18:00']]) };
    expect(due('2026-03-04T16:00:00Z', 5 * HOUR, hours)).toBe('2026-03-05T12:00:00Z');
    expect(due('2026-03-04T16:00:00Z', 3 * HOUR, hours)).toBe('2026-03-05T10:00:00Z');
  });

  test('trap 9: a day open to 24:00 loses no minute at midnight', () => {
    expect(due('2026-03-02T10:15:00Z', 20 * HOUR, { schedule: everyDay(always) })).toBe(
      '2026-03-03T06:15:00Z',
    );
  });

  test('trap 19: a lunch break is closed and the rest of the day counts', () => {
    const schedule = {
      mon: [
        ['09:00', '12:30'],
        ['13:15', '17:00'],
      ] as const,
    };
    expect(due('2026-03-02T12:00:00Z', HOUR, { schedule })).toBe('2026-03-02T13:45:00Z');
    expect(due('2026-03-02T09:00:00Z', 3.5 * HOUR, { schedule })).toBe('2026-03-02T12:30:00Z');
  });

  test('spans that touch or overlap open each instant once, in whatever order they stand', () => {
    const schedule = {
      mon: [
        ['12:00', '17:00'],
        ['09:00', '12:00'],
        ['11:00', '13:00'],
      ] as const,
    };
    expect(elapsed('2026-03-02T00:00:00Z', '2026-03-03T00:00:00Z', { schedule })).toBe(8 * HOUR);
  });

  test.each(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const)(
    'trap 20: a week open on %s alone works',
    (weekday) => {
      const week = { schedule: { [weekday]: nineToFive } };
      expect(elapsed('2026-03-02T00:00:00Z', '2026-03-09T00:00:00Z', week)).toBe(8 * HOUR);
      expect(due('2026-03-02T00:00:00Z', 24 * HOUR, week)).toMatch(/T17:00:00Z$|T16:00:00Z$/);
    },
  );

  test('trap 25: hours are local, so they open an hour earlier by UTC in summer', () => {
    expect(due('2026-01-05T00:00:00Z', 0)).toBe('2026-01-05T09:00:00Z');
    expect(due('2026-07-06T00:00:00Z', 0)).toBe('2026-07-06T08:00:00Z');
  });

  test('an override opens a bank holiday, shortens a day, closes a day', () => {
    const hours = {
      holidays: ['2026-12-25', '2026-12-28'],
      dateOverrides: {
        '2026-12-24': [['09:00', '13:00']],
        '2026-12-28': nineToFive,
        '2026-12-29': [],
      } as const,
    };
    expect(elapsed('2026-12-24T00:00:00Z', '2026-12-30T00:00:00Z', hours)).toBe(12 * HOUR);
  });

  test('a closed period takes out the instants in it and no others', () => {
    const closed = [[instant('2026-03-02T10:00:30Z'), instant('2026-03-03T16:00:00Z')]] as const;
    expect(due('2026-03-02T10:00:00Z', 31, { closed })).toBe('2026-03-03T16:00:01Z');
    expect(due('2026-03-02T10:00:00Z', 30, { closed })).toBe('2026-03-02T10:00:30Z');
  });
});

describe('opening time between two instants', () => {
  test.each([
    [
      'trap 3: a pause from Friday 15:00 to Monday 11:00 takes out four hours',
      '2026-03-06T15:00:00Z',
      '2026-03-09T11:00:00Z',
      4 * HOUR,
    ],
    ['trap 6: a hold before opening takes out nothing', '2026-03-02T06:00:00Z', '2026-03-02T07:30:00Z', 0],
    ['trap 10: odd seconds count', '2026-03-02T16:59:53Z', '2026-03-03T09:00:06Z', 13],
    ['trap 27: the same instant twice is zero, not one', '2026-03-02T10:00:00Z', '2026-03-02T10:00:00Z', 0],
    ['the wrong way round is refused', '2026-03-02T10:00:01Z', '2026-03-02T10:00:00Z', 'end-before-start'],
    ['fifty years is the limit', '2026-03-02T10:00:00Z', '2076-03-02T10:00:01Z', 'beyond-50-years'],
  ])('%s', (_, from, to, expected) => {
    expect(elapsed(from, to)).toBe(expected);
  });

  test('a day has as many hours as it has: 23 on Sunday 29 March, 25 on Sunday 25 October 2026', () => {
    const hours = { schedule: everyDay(always) };
    expect(elapsed('2026-03-29T00:00:00Z', '2026-03-29T23:00:00Z', hours)).toBe(23 * HOUR);
    expect(due('2026-03-28T20:00:00Z', 24 * HOUR, hours)).toBe('2026-03-29T20:00:00Z');
    expect(elapsed('2026-10-24T23:00:00Z', '2026-10-26T00:00:00Z', hours)).toBe(25 * HOUR);
  });

  test('a span in the hour that London skips on 29 March 2026 is open for what is left of it', () => {
    const sunday = { schedule: { sun: [['00:30', '01:30']] as const } };
    expect(elapsed('2026-03-29T00:00:00Z', '2026-03-30T00:00:00Z', sunday)).toBe(HOUR / 2);
  });

  test('a span in the hour that London repeats on 25 October 2026 is open both times', () => {
    const sunday = { schedule: { sun: [['00:30', '01:30']] as const } };
    expect(elapsed('2026-10-24T23:00:00Z', '2026-10-26T00:00:00Z', sunday)).toBe(1.5 * HOUR);
    expect(due('2026-10-24T23:00:00Z', HOUR + 60, sunday)).toBe('2026-10-25T01:01:00Z');
  });

  test('the date that Samoa skipped, Friday 30 December 2011, has no hours', () => {
    const samoa = { timezone: 'Pacific/Apia', schedule: everyDay(nineToFive) };
    expect(elapsed('2011-12-29T10:00:00Z', '2011-12-31T10:00:00Z', samoa)).toBe(16 * HOUR);
  });
});

describe('plain elapsed time', () => {
  test('trap 23: an hour added inside the repeated hour of 25 October 2026 moves on by an hour', () => {
    expect(isoSecondsOf(addElapsed({ start: instant('2026-10-25T00:30:00Z'), seconds: HOUR }))).toBe(
      '2026-10-25T01:30:00Z',
    );
    expect(isoSecondsOf(addElapsed({ start: instant('2026-10-25T01:30:00Z'), seconds: HOUR }))).toBe(
      '2026-10-25T02:30:00Z',
    );
  });
});
