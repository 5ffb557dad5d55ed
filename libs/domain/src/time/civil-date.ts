/** Dates of the civil calendar as whole days since 1970-01-01: no zone, no clock, plain arithmetic. */
export type DayNumber = number;

export const DAY = 86_400_000;

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Undefined for a date that does not exist: 30 February, the 0th, month 13. */
export function dayNumber(date: { year: number; month: number; day: number }): DayNumber | undefined {
  const { year, month, day } = date;
  // Date.UTC reads years 0 to 99 as 1900 to 1999.
  if (year < 100) return undefined;
  const at = new Date(Date.UTC(year, month - 1, day));
  const real = at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return real ? at.getTime() / DAY : undefined;
}

/** Example: `parseDate('2026-12-25')`; undefined for anything else than a real `YYYY-MM-DD`. */
export function parseDate(text: string): DayNumber | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return undefined;
  return dayNumber({ year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) });
}

export function dateOf(day: DayNumber): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** 1970-01-01 was a Thursday. */
export function weekdayOf(day: DayNumber): Weekday {
  return WEEKDAYS[(((day + 3) % 7) + 7) % 7]!;
}

export function yearOf(at: number): number {
  return new Date(at).getUTCFullYear();
}

export function yearStart(year: number): number {
  return Date.UTC(year, 0, 1);
}

/** `HH:MM` or `HH:MM:SS` as milliseconds of the day; `24:00` is the end of the day. Undefined otherwise. */
export function parseTimeOfDay(text: string): number | undefined {
  if (text === '24:00' || text === '24:00:00') return DAY;
  const parts = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(text);
  if (!parts) return undefined;
  return ((Number(parts[1]) * 60 + Number(parts[2])) * 60 + Number(parts[3] ?? 0)) * 1_000;
}
