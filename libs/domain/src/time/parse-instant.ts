import { dayNumber, DAY } from './civil-date';
import type { Instant } from './instant';

export type InstantRefusal = 'not-an-instant' | 'without-zone' | 'out-of-range';

/** Questions are answered for 1900 to 9999: earlier zones keep odd seconds, later years no longer have four digits. */
export const EARLIEST = Date.UTC(1900, 0, 1) as Instant;
export const LATEST = (Date.UTC(10_000, 0, 1) - 1_000) as Instant;

const SHAPE =
  /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d{1,9})?)?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?$/;

/**
 * Reads RFC 3339 text: a real date, a time, and `Z` or an offset. Fractions of a second are cut off: every
 * question is answered to the second. `Date.parse` will not do, because it turns 30 February into 2 March and
 * reads text without a zone in the zone of whatever machine it runs on.
 */
export function parseInstant(
  text: string,
): { kind: 'instant'; at: Instant } | { kind: 'refused'; reason: InstantRefusal } {
  const parts = SHAPE.exec(text);
  if (!parts) return { kind: 'refused', reason: 'not-an-instant' };
  const [, year, month, day, hour, minute, second, zone] = parts;
  const date = dayNumber({ year: Number(year), month: Number(month), day: Number(day) });
  if (date === undefined) return { kind: 'refused', reason: 'not-an-instant' };
  if (zone === undefined) return { kind: 'refused', reason: 'without-zone' };
  const wall = date * DAY + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second ?? 0)) * 1_000;
  const at = (wall - offsetOf(zone)) as Instant;
  return inRange(at) ? { kind: 'instant', at } : { kind: 'refused', reason: 'out-of-range' };
}

export function inRange(at: Instant): boolean {
  return at >= EARLIEST && at <= LATEST;
}

/** Second precision, everywhere alike: 16:00:00.999 is 16:00:00. */
export function wholeSecond(at: Instant): Instant {
  return (Math.floor(at / 1_000) * 1_000) as Instant;
}

/** Example: `2026-12-29T10:00:00Z`. */
export function isoSecondsOf(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, -5)}Z`;
}

function offsetOf(zone: string): number {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}
