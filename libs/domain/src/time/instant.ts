import type { Brand } from '../brand';

/** A moment in UTC, as whole milliseconds since 1970-01-01T00:00:00Z. Zones are arguments, never properties. */
export type Instant = Brand<number, 'Instant'>;

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

/** Example: `instant('2026-03-29T01:00:00Z')`. Throws on text that is not an instant: callers parse input first. */
export function instant(iso: string): Instant {
  const value = Date.parse(iso);
  if (Number.isNaN(value)) throw new RangeError('not an instant');
  return value as Instant;
}

export function isoOf(at: Instant): string {
  return new Date(at).toISOString();
}

export function plus(at: Instant, milliseconds: number): Instant {
  return (at + milliseconds) as Instant;
}
