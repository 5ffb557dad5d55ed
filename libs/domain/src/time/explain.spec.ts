import { buildCalendar } from './calendar';
import { explainDue, explainElapsed, explainWorkingDay, type Explanation } from './explain';
import { instant } from './instant';
import type { OpeningHours, Span } from './opening-hours';
import { isoSecondsOf } from './parse-instant';

const nineToFive: readonly Span[] = [['09:00', '17:00']];

function calendarOf(hours: Partial<OpeningHours> = {}) {
  const built = buildCalendar({
    timezone: 'Europe/London',
    schedule: { mon: nineToFive, tue: nineToFive, wed: nineToFive, thu: nineToFive, fri: nineToFive },
    holidays: ['2026-04-03', '2026-04-06', '2026-05-25'],
    ...hours,
  });
  if (built.kind === 'refused') throw new Error(built.reason);
  return built.calendar;
}

/** One line for each segment: local date, reason, what it counts, when it ends. */
function told(explanation: Explanation): string[] {
  if (explanation.kind === 'refused') return [explanation.reason];
  return explanation.segments.map(({ date, reason, countedSeconds, workingDay, to }) =>
    [date, reason, workingDay ?? countedSeconds, isoSecondsOf(to).slice(11, 16)].join(' '),
  );
}

test('eight hours from Friday 22 May 2026 15:00 run over the Spring bank holiday to Tuesday 15:00', () => {
  const question = { start: instant('2026-05-22T15:00:00+01:00'), seconds: 28_800 };
  expect(told(explainDue(calendarOf(), question))).toEqual([
    '2026-05-22 counted 7200 16:00',
    '2026-05-22 closed-hours 0 23:00',
    '2026-05-23 non-working-day 0 23:00',
    '2026-05-24 non-working-day 0 23:00',
    '2026-05-25 holiday 0 23:00',
    '2026-05-26 closed-hours 0 08:00',
    '2026-05-26 counted 21600 14:00',
  ]);
});

test('reading A at Easter: Thursday is the day of the start, Tuesday 7 April is the first working day', () => {
  const question = {
    start: instant('2026-04-02T15:00:00+01:00'),
    days: 1,
    reading: 'A',
    closesAt: '17:00',
  } as const;
  expect(told(explainWorkingDay(calendarOf(), question))).toEqual([
    '2026-04-02 day-of-start 0 23:00',
    '2026-04-03 holiday 0 23:00',
    '2026-04-04 non-working-day 0 23:00',
    '2026-04-05 non-working-day 0 23:00',
    '2026-04-06 holiday 0 23:00',
    '2026-04-07 working-day 1 16:00',
  ]);
});

test('reading C from a Friday evening rolls to Monday, which is then left out', () => {
  const question = {
    start: instant('2026-03-06T22:40:00Z'),
    days: 2,
    reading: 'C',
    closesAt: '17:00',
  } as const;
  expect(told(explainWorkingDay(calendarOf(), question))).toEqual([
    '2026-03-06 closed-hours 0 00:00',
    '2026-03-07 non-working-day 0 00:00',
    '2026-03-08 non-working-day 0 00:00',
    '2026-03-09 closed-hours 0 09:00',
    '2026-03-09 day-of-start 0 00:00',
    '2026-03-10 working-day 1 00:00',
    '2026-03-11 working-day 2 17:00',
  ]);
});

test('reading B counts seconds, eight hours for each day', () => {
  const question = { start: instant('2026-03-02T10:00:00Z'), days: 1, reading: 'B', closesAt: '' } as const;
  expect(told(explainWorkingDay(calendarOf(), question))).toEqual([
    '2026-03-02 counted 25200 17:00',
    '2026-03-02 closed-hours 0 00:00',
    '2026-03-03 closed-hours 0 09:00',
    '2026-03-03 counted 3600 10:00',
  ]);
});

test('a closed period and a date closed by override are named', () => {
  const hours = {
    dateOverrides: { '2026-03-03': [] },
    closed: [[instant('2026-03-02T12:00:00Z'), instant('2026-03-02T18:00:00Z')]],
  } as const;
  const range = { from: instant('2026-03-02T11:00:00Z'), to: instant('2026-03-04T10:00:00Z') };
  expect(told(explainElapsed(calendarOf(hours), range))).toEqual([
    '2026-03-02 counted 3600 12:00',
    '2026-03-02 closed-period 0 17:00',
    '2026-03-02 closed-hours 0 00:00',
    '2026-03-03 date-closed 0 00:00',
    '2026-03-04 closed-hours 0 09:00',
    '2026-03-04 counted 3600 10:00',
  ]);
});

test('an hour that the clocks repeat is counted twice in one segment, Sunday 25 October 2026', () => {
  const calendar = calendarOf({ schedule: { sun: [['00:00', '03:00']] } });
  const question = { start: instant('2026-10-24T23:00:00Z'), seconds: 4 * 3_600 };
  expect(told(explainDue(calendar, question))).toEqual(['2026-10-25 counted 14400 03:00']);
});

test('what cannot be answered cannot be explained', () => {
  expect(told(explainDue(calendarOf(), { start: instant('2026-03-02T10:00:00Z'), seconds: -1 }))).toEqual([
    'invalid-seconds',
  ]);
});
