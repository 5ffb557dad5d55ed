import fc from 'fast-check';
import { buildCalendar, type WorkingCalendar } from './calendar';
import { HOUR, instant, MINUTE, plus, type Instant } from './instant';
import type { OpeningHours, Span, WeeklySchedule } from './opening-hours';

const DAY = 24 * HOUR;
export const QUARTER = 15 * MINUTE;

/** Clock changes of an hour, of half an hour, at midnight, over a whole date, for one month, and none at all. */
const nights: readonly (readonly [string, string])[] = [
  ['Europe/London', '2026-03-29T01:00:00Z'],
  ['Europe/London', '2026-10-25T01:00:00Z'],
  ['America/New_York', '2027-01-01T00:00:00Z'],
  ['America/New_York', '2026-11-01T06:00:00Z'],
  ['America/Sao_Paulo', '2018-02-18T02:00:00Z'],
  ['America/Sao_Paulo', '2018-11-04T03:00:00Z'],
  ['Australia/Lord_Howe', '2026-10-03T15:30:00Z'],
  ['Australia/Lord_Howe', '2026-04-04T15:00:00Z'],
  ['Pacific/Apia', '2011-12-30T10:00:00Z'],
  ['Africa/Casablanca', '2026-02-15T02:00:00Z'],
  ['Africa/Casablanca', '2026-03-22T02:00:00Z'],
  ['Asia/Kathmandu', '2026-12-31T18:15:00Z'],
];

/** `HH:MM` of a quarter of the day, 0 to 96. */
export const clock = (quarters: number) =>
  `${String(Math.floor(quarters / 4)).padStart(2, '0')}:${String((quarters % 4) * 15).padStart(2, '0')}`;

const span = fc
  .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 96 }))
  .map(([a, b]): Span => (a < b ? [clock(a), clock(b)] : [clock(b - 1), clock(a + 1)]));
const spans = fc.array(span, { maxLength: 3 });

export interface Situation {
  readonly hours: OpeningHours;
  readonly calendar: WorkingCalendar;
  readonly start: Instant;
}

/** Random hours around a night on which something happens, and a start on a quarter of an hour within four days of it. */
export const situation: fc.Arbitrary<Situation> = fc
  .record({
    night: fc.constantFrom(...nights),
    week: fc
      .array(spans, { minLength: 7, maxLength: 7 })
      .filter((week) => week.some((day) => day.length > 0)),
    holidays: fc.array(fc.integer({ min: -3, max: 6 }), { maxLength: 2 }),
    override: fc.option(fc.record({ day: fc.integer({ min: -3, max: 6 }), spans }), { nil: undefined }),
    closed: fc.array(fc.tuple(fc.integer({ min: -200, max: 200 }), fc.integer({ min: 1, max: 200 })), {
      maxLength: 2,
    }),
    quarters: fc.integer({ min: -384, max: 384 }),
  })
  .map(({ night: [timezone, change], week, holidays, override, closed, quarters }) => {
    const at = instant(change);
    const date = (days: number) => new Date(at + days * DAY).toISOString().slice(0, 10);
    const [mon, tue, wed, thu, fri, sat, sun] = week;
    const schedule: WeeklySchedule = { mon, tue, wed, thu, fri, sat, sun };
    const hours: OpeningHours = {
      timezone,
      schedule,
      holidays: holidays.map(date),
      dateOverrides: override ? { [date(override.day)]: override.spans } : {},
      closed: closed.map(
        ([from, length]) => [plus(at, from * QUARTER), plus(at, (from + length) * QUARTER)] as const,
      ),
    };
    const built = buildCalendar(hours);
    if (built.kind === 'refused') throw new Error(built.reason);
    return { hours, calendar: built.calendar, start: plus(at, quarters * QUARTER) };
  });
