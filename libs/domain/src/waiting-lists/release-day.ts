import { startOfMonth } from '../reporting';
import { localDate, type Instant } from '../time';

/**
 * The instant that figures of waiting lists are published for: the beginning of the first day of this month, in the
 * zone of the area. Published once a month and never as it stands, or whoever asks every minute would see single people
 * come and go. Throws on a zone whose month has no midnight; none that an area uses.
 *
 * Example: at any time in November, 2026-11-01T00:00 in London.
 */
export function releaseInstant(now: Instant, timezone: string): Instant {
  return startOfMonth(localDate(now, timezone).slice(0, 7), timezone);
}
