import { buildCalendar, type WorkingCalendar } from './calendar';
import type { CalendarRefusal, OpeningHours } from './opening-hours';

const built = new WeakMap<OpeningHours, ReturnType<typeof buildCalendar>>();

export type CalendarBuilt =
  | { readonly kind: 'built'; readonly calendar: WorkingCalendar }
  | { readonly kind: 'refused'; readonly reason: CalendarRefusal };

/** The calendar of opening hours, built once per value: tables are dear to build and cheap to ask. */
export function calendarOf(hours: OpeningHours): CalendarBuilt {
  const known = built.get(hours);
  if (known) return known;
  const fresh = buildCalendar(hours);
  built.set(hours, fresh);
  return fresh;
}

/** As `calendarOf`, for hours that were checked when their policy was saved. */
export function soundCalendarOf(hours: OpeningHours): WorkingCalendar {
  const result = calendarOf(hours);
  if (result.kind === 'refused') throw new Error(`unsound opening hours: ${result.reason}`);
  return result.calendar;
}
