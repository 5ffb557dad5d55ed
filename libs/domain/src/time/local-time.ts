import {
  dateOf,
  DAY,
  parseDate,
  parseTimeOfDay,
  weekdayOf,
  yearOf,
  yearStart,
  type DayNumber,
  type Weekday,
} from './civil-date';
import type { Instant } from './instant';
import { offsetAt, stretchesWithin, zoneOf, type Zone } from './zone';

/** Offsets reach from 16 hours behind UTC to 15 ahead, and a jump over a whole date adds a day. */
const REACH = 2 * DAY;

export interface LocalDateTime {
  readonly date: string;
  /** `HH:MM:SS`. */
  readonly time: string;
  readonly weekday: Weekday;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Local time minus UTC. Tells the two 01:30s of an autumn night apart. */
  readonly offsetMinutes: number;
}

export type LocalTimeRefusal =
  'unknown-timezone' | 'not-a-date' | 'not-a-time' | 'missing-local-time' | 'repeated-local-time';

/** The date on the wall at this instant, `YYYY-MM-DD`. Throws on an unknown zone: zones are checked when stored. */
export function localDate(at: Instant, timezone: string): string {
  return dateOf(dayOf(zoneOrThrow(timezone), at));
}

/** What a clock and a calendar on the wall show at this instant. Throws on an unknown zone. */
export function localDateTime(at: Instant, timezone: string): LocalDateTime {
  const offset = offsetAt(zoneOrThrow(timezone), at);
  const wall = new Date(at + offset);
  return {
    date: wall.toISOString().slice(0, 10),
    time: wall.toISOString().slice(11, 19),
    weekday: weekdayOf(Math.floor(wall.getTime() / DAY)),
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
    offsetMinutes: offset / 60_000,
  };
}

/**
 * The instant at which the wall shows this date and time. Clock changes make two kinds of trouble, and the caller
 * must say what to do with each: a time that is shown twice (`repeated`), and one that is never shown (`missing`;
 * `after` is the instant of the jump, the first one that reads later).
 *
 * Example: 01:30 on Sunday 25 October 2026 in London is 00:30Z (`earlier`) or 01:30Z (`later`).
 */
export function instantAtLocal(question: {
  date: string;
  time: string;
  timezone: string;
  repeated: 'earlier' | 'later' | 'refuse';
  missing: 'refuse' | 'after';
}): { kind: 'instant'; at: Instant } | { kind: 'refused'; reason: LocalTimeRefusal } {
  const zone = zoneOf(question.timezone);
  if (!zone) return { kind: 'refused', reason: 'unknown-timezone' };
  const day = parseDate(question.date);
  if (day === undefined) return { kind: 'refused', reason: 'not-a-date' };
  const time = parseTimeOfDay(question.time);
  if (time === undefined) return { kind: 'refused', reason: 'not-a-time' };
  const wall = day * DAY + time;
  const shown = instantsShowing(zone, wall);
  if (shown.length === 0) {
    if (question.missing === 'refuse') return { kind: 'refused', reason: 'missing-local-time' };
    return { kind: 'instant', at: firstReading(zone, wall) };
  }
  if (shown.length > 1 && question.repeated === 'refuse')
    return { kind: 'refused', reason: 'repeated-local-time' };
  return { kind: 'instant', at: question.repeated === 'later' ? shown.at(-1)! : shown[0]! };
}

/**
 * The first instant at which the wall reads this time or later. The one rule behind every closing time: of a
 * repeated hour it takes the earlier, of a missing one the jump, so a clock change never stretches a promise.
 */
export function firstReading(zone: Zone, wall: number): Instant {
  for (let year = yearOf(wall - REACH); yearStart(year) <= wall + REACH; year += 1) {
    for (const { from, to, offset } of zone.stretches(year)) {
      if (wall < to + offset) return Math.max(wall - offset, from) as Instant;
    }
  }
  throw new RangeError('no zone is more than a day away from UTC');
}

export function dayOf(zone: Zone, at: number): DayNumber {
  return Math.floor((at + offsetAt(zone, at)) / DAY);
}

function instantsShowing(zone: Zone, wall: number): Instant[] {
  return [...around(zone, wall)]
    .filter(({ from, to, offset }) => wall >= from + offset && wall < to + offset)
    .map(({ offset }) => (wall - offset) as Instant);
}

function around(zone: Zone, wall: number) {
  return stretchesWithin(zone, { from: wall - REACH, to: wall + REACH });
}

function zoneOrThrow(timezone: string): Zone {
  const zone = zoneOf(timezone);
  if (!zone) throw new RangeError('unknown time zone');
  return zone;
}
