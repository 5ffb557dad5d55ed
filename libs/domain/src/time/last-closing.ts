import type { WorkingCalendar } from './calendar';
import { HOUR, plus, type Instant } from './instant';
import { openIntervals } from './open-intervals';

/** Longer than any closed spell of a desk that is open at all: Christmas with its weekends on both sides. */
const LOOK_BACK = 14 * 24 * HOUR;

/**
 * When the doors last shut, at `now` or before it: whatever arrived since came while nobody was there, or today.
 * Example: on Tuesday after Easter Monday at 09:05 it is Thursday 17:00. Null when nothing closed for two weeks.
 */
export function lastClosing(calendar: WorkingCalendar, now: Instant): Instant | null {
  let last: Instant | null = null;
  const range = { from: plus(now, -LOOK_BACK), to: plus(now, 1) };
  for (const { to } of openIntervals(calendar, range)) if (to <= now) last = to;
  return last;
}
