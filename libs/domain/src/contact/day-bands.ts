import { calendarOf, HOUR, instantAtLocal, localDate, localDateTime, openIntervals, plus } from '../time';
import type { Instant, OpeningHours } from '../time';

/** Parts of a day as the attempt policy tells them apart, by the clock on the wall. */
export type DayBand = 'morning' | 'afternoon' | 'evening';

/** Afternoon begins at noon and evening at five. */
export const BAND_STARTS: Readonly<Record<Exclude<DayBand, 'morning'>, string>> = {
  afternoon: '12:00',
  evening: '17:00',
};

export function bandOf(at: Instant, timezone: string): DayBand {
  const { hour } = localDateTime(at, timezone);
  if (hour < 12) return 'morning';
  return hour < 17 ? 'afternoon' : 'evening';
}

export function dayOf(at: Instant, timezone: string): string {
  return localDate(at, timezone);
}

/** The calendar days from one instant to another, both counted, on which the desk opens at all. */
export function countWorkingDays(desk: OpeningHours, span: { from: Instant; to: Instant }): number {
  const built = calendarOf(desk);
  if (built.kind === 'refused') return 0;
  const from = startOfDay(span.from, desk.timezone);
  const to = startOfDay(plus(startOfDay(span.to, desk.timezone), 30 * HOUR), desk.timezone);
  const days = new Set<string>();
  for (const interval of openIntervals(built.calendar, { from, to })) {
    days.add(localDate(interval.from, desk.timezone));
  }
  return days.size;
}

function startOfDay(at: Instant, timezone: string): Instant {
  const question = { date: localDate(at, timezone), time: '00:00', timezone };
  const found = instantAtLocal({ ...question, repeated: 'earlier', missing: 'after' });
  if (found.kind === 'refused') throw new RangeError(`a day without a beginning: ${found.reason}`);
  return found.at;
}
