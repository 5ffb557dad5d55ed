import { dateOf, dayNumber, DAY, parseDate, weekdayOf } from '../time/civil-date';
import type { OpeningHours } from '../time';

/** Working days of the law: Monday to Friday without bank holidays, whatever hours a desk keeps. */
export type HolidayDates = Pick<OpeningHours, 'holidays' | 'knownUntil'>;

export type DateAnswer =
  | { readonly kind: 'date'; readonly on: string }
  | { readonly kind: 'refused'; readonly reason: 'past-known-holidays' | 'not-a-date' };

/**
 * The same date so many months later, or that month's last day where it has none (traps §2.4).
 * Example: one month after 2026-01-31 is 2026-02-28. Undefined for what is not a date.
 */
export function monthsLater(date: string, months: number): string | undefined {
  const start = parseDate(date);
  if (start === undefined) return undefined;
  const at = new Date(start * DAY);
  const index = at.getUTCMonth() + months;
  const year = at.getUTCFullYear() + Math.floor(index / 12);
  const month = (((index % 12) + 12) % 12) + 1;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const found = dayNumber({ year, month, day: Math.min(at.getUTCDate(), last) });
  return found === undefined ? undefined : dateOf(found);
}

/** So many whole days later; undefined for what is not a date. */
export function daysLater(date: string, days: number): string | undefined {
  const start = parseDate(date);
  return start === undefined ? undefined : dateOf(start + days);
}

/** Whole days from one date to another, never less than none. Throws on what is not a date. */
export function daysBetween(from: string, to: string): number {
  const [start, end] = [parseDate(from), parseDate(to)];
  if (start === undefined || end === undefined) throw new RangeError('not a date');
  return Math.max(0, end - start);
}

/** This date if it is a working day, else the next that is. A date past the known bank holidays is refused. */
export function workingDateFrom(date: string, { holidays, knownUntil }: HolidayDates): DateAnswer {
  const start = parseDate(date);
  if (start === undefined) return { kind: 'refused', reason: 'not-a-date' };
  const closed = new Set(holidays);
  for (let day = start; ; day += 1) {
    const on = dateOf(day);
    if (knownUntil !== undefined && on > knownUntil)
      return { kind: 'refused', reason: 'past-known-holidays' };
    const weekday = weekdayOf(day);
    if (weekday !== 'sat' && weekday !== 'sun' && !closed.has(on)) return { kind: 'date', on };
  }
}
