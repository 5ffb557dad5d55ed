import { buildCalendar } from './calendar';
import { instant } from './instant';
import { openIntervals } from './open-intervals';
import type { OpeningHours, Span } from './opening-hours';

const nineToFive: readonly Span[] = [['09:00', '17:00']];

function refusalOf(hours: Partial<OpeningHours>): string {
  const built = buildCalendar({
    timezone: 'Europe/London',
    schedule: { mon: nineToFive },
    holidays: [],
    ...hours,
  });
  return built.kind === 'refused' ? built.reason : built.kind;
}

describe('hours that cannot mean anything are refused', () => {
  test.each<[string, Partial<OpeningHours>, string]>([
    ['a zone nobody knows', { timezone: 'Europe/Sampleton' }, 'unknown-timezone'],
    ['trap 25: a fixed offset, which forgets summer time', { timezone: '+01:00' }, 'unknown-timezone'],
    ['a timestamp with a zone in it', { timezone: '2026-01-01T00:00[Europe/London]' }, 'unknown-timezone'],
    ['trap 24: a week without hours', { schedule: {} }, 'never-open'],
    ['trap 24: weekdays without spans', { schedule: { mon: [], tue: [] } }, 'never-open'],
    [
      'an abbreviation in capitals',
      { schedule: { Mon: nineToFive } as OpeningHours['schedule'] },
      'unknown-weekday',
    ],
    ['a minute that does not exist', { schedule: { mon: [['09:00', '16:60']] } }, 'invalid-span'],
    ['a time without its zero', { schedule: { mon: [['9:00', '17:00']] } }, 'invalid-span'],
    ['a span that opens at the end of the day', { schedule: { mon: [['24:00', '24:00']] } }, 'invalid-span'],
    ['a span that ends where it starts', { schedule: { mon: [['09:00', '09:00']] } }, 'span-not-forward'],
    ['a span across midnight', { schedule: { mon: [['22:00', '06:00']] } }, 'span-not-forward'],
    ['a holiday on 30 February', { holidays: ['2026-02-30'] }, 'invalid-holiday'],
    ['a holiday with a time', { holidays: ['2026-12-25T00:00:00Z'] }, 'invalid-holiday'],
    ['an override for 29 February 2026', { dateOverrides: { '2026-02-29': [] } }, 'invalid-override-date'],
    [
      'an override across midnight',
      { dateOverrides: { '2026-03-02': [['22:00', '06:00']] } },
      'span-not-forward',
    ],
    [
      'a closed period that is empty',
      { closed: [[instant('2026-03-02T10:00:00Z'), instant('2026-03-02T10:00:00Z')]] },
      'invalid-closed-period',
    ],
    ['holidays known until a date that does not exist', { knownUntil: '2026-13-01' }, 'invalid-known-until'],
  ])('%s', (_, hours, reason) => {
    expect(refusalOf(hours)).toBe(reason);
  });

  test('hours on single dates alone are hours', () => {
    expect(refusalOf({ schedule: {}, dateOverrides: { '2026-03-02': nineToFive } })).toBe('built');
  });

  test('seconds, 24:00, 29 February 2028 and a name in small letters are fine', () => {
    const schedule = { mon: [['09:00:30', '24:00']] } as const;
    expect(refusalOf({ schedule, timezone: 'europe/london', holidays: ['2028-02-29'] })).toBe('built');
  });
});

describe('the table of open intervals', () => {
  test('joins what is open over the turn of a UTC year and sums as it goes', () => {
    const evening: readonly Span[] = [['18:00', '24:00']];
    const built = buildCalendar({
      timezone: 'America/New_York',
      schedule: { wed: evening, thu: evening },
      holidays: [],
    });
    if (built.kind === 'refused') throw new Error(built.reason);
    const range = { from: instant('2026-12-30T00:00:00Z'), to: instant('2027-01-02T00:00:00Z') };
    expect([...openIntervals(built.calendar, range)]).toEqual([
      { from: instant('2026-12-30T23:00:00Z'), to: instant('2026-12-31T05:00:00Z'), openBefore: 0 },
      { from: instant('2026-12-31T23:00:00Z'), to: instant('2027-01-01T05:00:00Z'), openBefore: 21_600 },
    ]);
  });
});
