import { buildCalendar } from './calendar';
import { instant, type Instant } from './instant';
import { dueAfter, isOpen, lastOpenInstantNotAfter, nextOpening, openSecondsBetween } from './open-time';
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

describe('refusals instead of guesses', () => {
  test.each([
    ['a negative budget', -1, 'invalid-seconds'],
    ['half a second', 0.5, 'invalid-seconds'],
    ['no number at all', NaN, 'invalid-seconds'],
    ['more than a number can hold', 1e300, 'invalid-seconds'],
    ['trap 24: a budget of centuries', 1e10, 'beyond-50-years'],
  ])('%s', (_, seconds, expected) => {
    expect(due('2026-03-02T10:00:00Z', seconds)).toBe(expected);
  });

  test('trap 24: a calendar that only opened in the past is searched for fifty years and no longer', () => {
    const hours = { schedule: {}, dateOverrides: { '2020-01-06': nineToFive } };
    expect(due('2026-03-02T10:00:00Z', 1, hours)).toBe('beyond-50-years');
    expect(due('2026-03-02T10:00:00Z', 0, hours)).toBe('beyond-50-years');
  });

  test('a question is answered up to the last date of known holidays and refused a second later', () => {
    const hours = { knownUntil: '2026-03-06' };
    expect(due('2026-03-06T16:00:00Z', HOUR, hours)).toBe('2026-03-06T17:00:00Z');
    expect(due('2026-03-06T16:00:00Z', HOUR + 1, hours)).toBe('past-known-holidays');
    expect(due('2026-03-06T17:00:00Z', 0, hours)).toBe('past-known-holidays');
    expect(elapsed('2026-03-06T16:00:00Z', '2026-03-07T00:00:00Z', hours)).toBe(HOUR);
    expect(elapsed('2026-03-06T16:00:00Z', '2026-03-07T00:00:01Z', hours)).toBe('past-known-holidays');
    expect(isOpen(calendarOf(hours), instant('2026-03-09T10:00:00Z'))).toBe(false);
  });

  test('an instant outside 1900 to 9999 is refused', () => {
    const calendar = calendarOf();
    expect(dueAfter(calendar, { start: NaN as Instant, seconds: 1 })).toEqual({
      kind: 'refused',
      reason: 'out-of-range',
    });
    expect(nextOpening(calendar, instant('1899-12-31T23:59:59Z'))).toEqual({
      kind: 'refused',
      reason: 'out-of-range',
    });
  });
});

describe('openings', () => {
  test('hours are half-open: open at 09:00:00, closed at 17:00:00', () => {
    const calendar = calendarOf();
    const at = (time: string) => isOpen(calendar, instant(`2026-03-02T${time}Z`));
    expect([at('08:59:59'), at('09:00:00'), at('16:59:59'), at('17:00:00')]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('a calendar that never shuts goes on over the turn of a year', () => {
    const calendar = calendarOf({ timezone: 'UTC', schedule: everyDay(always) });
    expect(isOpen(calendar, instant('2027-01-01T00:00:00Z'))).toBe(true);
    expect(lastOpenInstantNotAfter(calendar, instant('2027-01-01T00:00:00Z'))).toEqual({
      kind: 'opening',
      at: instant('2027-01-01T00:00:00Z'),
    });
  });

  test('the last open second before a Monday morning is on Friday', () => {
    const calendar = calendarOf();
    const answer = (at: string) => lastOpenInstantNotAfter(calendar, instant(at));
    expect(answer('2026-03-09T08:59:59Z')).toEqual({ kind: 'opening', at: instant('2026-03-06T16:59:59Z') });
    expect(answer('2026-03-09T09:00:00Z')).toEqual({ kind: 'opening', at: instant('2026-03-09T09:00:00Z') });
  });
});
