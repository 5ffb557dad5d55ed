import type { OpeningHours, Span, WeeklySchedule } from '../time';
import { joined } from './safe-hours';

/** Times a person may say are safe, in local hours. None chosen means that no time was ruled out. */
export const SAFE_TIMES = ['weekday-mornings', 'weekday-afternoons', 'weekday-evenings', 'weekends'] as const;
export type SafeTime = (typeof SAFE_TIMES)[number];

const HOURS_OF: Readonly<Record<Exclude<SafeTime, 'weekends'>, Span>> = {
  'weekday-mornings': ['09:00', '12:00'],
  'weekday-afternoons': ['12:00', '17:00'],
  'weekday-evenings': ['17:00', '20:00'],
};

/** The weekly windows of a card, or null when the person named no times. Bank holidays count as their weekday. */
export function windowsOf(times: readonly SafeTime[], timezone: string): OpeningHours | null {
  if (times.length === 0) return null;
  const weekday = times.flatMap((time) => (time === 'weekends' ? [] : [HOURS_OF[time]]));
  const weekend: readonly Span[] = times.includes('weekends') ? [['09:00', '20:00']] : [];
  const merged = joined(weekday);
  const schedule: WeeklySchedule = {
    ...(merged.length > 0 && { mon: merged, tue: merged, wed: merged, thu: merged, fri: merged }),
    ...(weekend.length > 0 && { sat: weekend, sun: weekend }),
  };
  return { timezone, schedule, holidays: [] };
}
