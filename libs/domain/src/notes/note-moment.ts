import { HOUR, plus, type Instant } from '../time';

/** How far back something may have happened that is written down only now. */
export const OLDEST_NOTE = 366 * 24 * HOUR;

/** Why a moment cannot be that of a note; null when it can. */
export function noteMomentFault(happenedAt: Instant, now: Instant): 'in-the-future' | 'too-long-ago' | null {
  if (happenedAt > now) return 'in-the-future';
  return happenedAt < plus(now, -OLDEST_NOTE) ? 'too-long-ago' : null;
}
