import {
  calendarOf,
  parseDate,
  weekdayOf,
  WEEKDAYS,
  type OpeningHours,
  type Span,
  type Weekday,
} from '../../time';
import type { WorkingCalendar } from '../../time';

/** Ways to staff the desk under which the same quarter is replayed. The first is what really was. */
export const STAFFING_PATTERN_IDS = ['as-it-was', 'weekdays-only', 'every-day', 'extended-evenings'] as const;
export type StaffingPatternId = (typeof STAFFING_PATTERN_IDS)[number];

/** What of the hours of the desk is another; whatever is not named stays as it was. */
export interface StaffingPattern {
  readonly id: StaffingPatternId;
  /** A pattern that means other hours is a new version. */
  readonly version: number;
  /** Saturday, Sunday and bank holidays. `staffed`: for the hours of a weekday. */
  readonly daysOff: 'as-they-were' | 'closed' | 'staffed';
  /** Every staffed day until this local time, `HH:MM`, where it would close sooner. */
  readonly until: string | null;
}

export const STAFFING_PATTERNS: readonly StaffingPattern[] = [
  { id: 'as-it-was', version: 1, daysOff: 'as-they-were', until: null },
  { id: 'weekdays-only', version: 1, daysOff: 'closed', until: null },
  { id: 'every-day', version: 1, daysOff: 'staffed', until: null },
  { id: 'extended-evenings', version: 1, daysOff: 'staffed', until: '20:00' },
];

const WEEKEND: readonly Weekday[] = ['sat', 'sun'];
const WORKDAYS = WEEKDAYS.filter((day) => !WEEKEND.includes(day));

/**
 * The hours of the desk under a pattern. Weekdays only is never more than the desk was open, every day never less, and
 * extended evenings never less than every day; instants at which the desk was shut stay shut under all of them.
 *
 * Example: Monday to Friday, 09:00 to 17:00, without bank holidays is 09:00 to 17:00 on every date under `every-day`.
 */
export function staffedHours(
  pattern: Pick<StaffingPattern, 'daysOff' | 'until'>,
  hours: OpeningHours,
): OpeningHours {
  const closed = pattern.daysOff === 'closed' ? weekdaysOnly(hours) : hours;
  const staffed = pattern.daysOff === 'staffed' ? everyDay(closed) : closed;
  return pattern.until === null ? staffed : openUntil(staffed, pattern.until);
}

const built = new WeakMap<OpeningHours, Map<string, WorkingCalendar | undefined>>();

/** The calendar under a pattern, built once per value; undefined where no hour would be staffed at all. */
export function calendarUnder(
  { daysOff, until }: Pick<StaffingPattern, 'daysOff' | 'until'>,
  hours: OpeningHours,
): WorkingCalendar | undefined {
  const known = built.get(hours) ?? new Map<string, WorkingCalendar | undefined>();
  built.set(hours, known);
  const name = `${daysOff} ${until ?? ''}`;
  if (!known.has(name)) {
    const calendar = calendarOf(staffedHours({ daysOff, until }, hours));
    known.set(name, calendar.kind === 'built' ? calendar.calendar : undefined);
  }
  return known.get(name);
}

function weekdaysOnly(hours: OpeningHours): OpeningHours {
  const workday = (date: string) => !WEEKEND.includes(dayOf(date)) && !hours.holidays.includes(date);
  return {
    ...hours,
    schedule: scheduled(WORKDAYS, (day) => hours.schedule[day] ?? []),
    dateOverrides: overridden(hours, (date, spans) => (workday(date) ? spans : [])),
  };
}

function everyDay(hours: OpeningHours): OpeningHours {
  const usual = WORKDAYS.flatMap((day) => hours.schedule[day] ?? []);
  const spansOf = (day: Weekday) => [...(hours.schedule[day] ?? []), ...(WEEKEND.includes(day) ? usual : [])];
  return {
    ...hours,
    schedule: scheduled(WEEKDAYS, spansOf),
    holidays: [],
    dateOverrides: overridden(hours, (date, spans) => [...spans, ...spansOf(dayOf(date))]),
  };
}

function openUntil(hours: OpeningHours, until: string): OpeningHours {
  const longer = (spans: readonly Span[]): readonly Span[] => {
    const last = spans
      .map(([, closes]) => closes)
      .toSorted()
      .at(-1);
    return last === undefined || last >= until ? spans : [...spans, [last, until]];
  };
  return {
    ...hours,
    schedule: scheduled(WEEKDAYS, (day) => longer(hours.schedule[day] ?? [])),
    dateOverrides: overridden(hours, (_date, spans) => longer(spans)),
  };
}

function scheduled(
  days: readonly Weekday[],
  spansOf: (day: Weekday) => readonly Span[],
): OpeningHours['schedule'] {
  return Object.fromEntries(
    days.map((day) => [day, spansOf(day)] as const).filter(([, spans]) => spans.length > 0),
  );
}

function overridden(
  { dateOverrides = {} }: OpeningHours,
  change: (date: string, spans: readonly Span[]) => readonly Span[],
): NonNullable<OpeningHours['dateOverrides']> {
  return Object.fromEntries(
    Object.entries(dateOverrides).map(([date, spans]) => [date, change(date, spans)]),
  );
}

function dayOf(date: string): Weekday {
  const day = parseDate(date);
  if (day === undefined) throw new RangeError(`${date} is no date`);
  return weekdayOf(day);
}
