import type { OpeningHours, Span } from '../time';

/** A day of the Code ends with its last second (law §2.5). */
export const CLOSES = '23:59:59';
const WHOLE_DAY: readonly Span[] = [['00:00', '24:00']];

/** What the Code counts by: the zone, and the bank holidays of the service's calendar, whatever hours a desk keeps. */
export type CodeCalendar = Pick<OpeningHours, 'timezone' | 'holidays' | 'knownUntil'>;

const weekdays = new WeakMap<object, OpeningHours>();

/** Monday to Friday, all day, without bank holidays; the same object for the same calendar, so that its table is built once. */
export function workingWeek(calendar: CodeCalendar): OpeningHours {
  const known = weekdays.get(calendar);
  if (known) return known;
  const { timezone, holidays, knownUntil } = calendar;
  const hours: OpeningHours = {
    timezone,
    holidays,
    ...(knownUntil === undefined ? {} : { knownUntil }),
    schedule: { mon: WHOLE_DAY, tue: WHOLE_DAY, wed: WHOLE_DAY, thu: WHOLE_DAY, fri: WHOLE_DAY },
  };
  weekdays.set(calendar, hours);
  return hours;
}
