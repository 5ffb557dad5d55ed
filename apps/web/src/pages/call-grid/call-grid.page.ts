import { localDate, type Instant } from '#libs/domain';
import type { PromisedCall } from '#libs/persistence';
import { calendarDay, timeOfDay, timeInWords } from '../../formatting/moments';
import type { NameOf } from '../colleagues/colleagues';
import { CALL_GRID } from './call-grid.copy';
import { hourOf, startOfHour, weeksFrom, type HourOfDay, type Week } from './week';

/** Hours that a week always shows; a call outside them brings its own. */
const USUAL_HOURS = { from: 9, to: 20 };

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export interface CallGrid {
  readonly week: Week;
  readonly calls: readonly PromisedCall[];
  /** How many people waiting may be called safely at the start of each hour: `2026-03-02T09`. */
  readonly safe: ReadonlyMap<string, number>;
  readonly hour: HourOfDay | null;
  readonly nameOf: NameOf;
}

export function callGridPage(
  { week, calls, safe, hour, nameOf }: CallGrid,
  { now, timezone }: { now: Instant; timezone: string },
) {
  const monday = week.days[0] ?? '';
  const today = localDate(now, timezone);
  const counts = new Map<string, number>();
  for (const { at } of calls) {
    const key = keyOf(hourOf(at, timezone));
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const hours = hoursShown(calls, timezone);
  const name = (at: number) => timeOfDay(startOfHour({ day: monday, hour: at }, timezone), timezone);
  const listed = hour && calls.filter(({ at }) => keyOf(hourOf(at, timezone)) === keyOf(hour));
  return {
    ...CALL_GRID,
    weekName: `Week of Monday ${calendarDay(monday)}`,
    hours: hours.map(name),
    days: week.days.map((day, index) => ({
      weekday: WEEKDAYS[index] ?? '',
      date: calendarDay(day).replace(/^(\d+ \w{3}).*$/, '$1'),
      today: day === today,
      promised: dayRow(hours.map((at) => cellOf({ day, hour: at }, counts, monday))),
      safe: dayRow(hours.map((at) => ({ count: safe.get(keyOf({ day, hour: at })) ?? 0, href: null }))),
    })),
    any: calls.length > 0,
    anySafe: [...safe.values()].some((count) => count > 0),
    list: listed && {
      title: `Calls promised ${timeInWords(startOfHour(hour, timezone), timezone)} or in the hour after`,
      rows: listed.map(({ caseId, reference, at, ownerUserId, danger }) => ({
        href: `/cases/${caseId}`,
        reference,
        at: timeOfDay(at, timezone),
        passed: at < now,
        owner: nameOf(ownerUserId),
        danger,
      })),
    },
    earlierHref: `/board/calls?week=${weeksFrom(week, -1)}`,
    laterHref: `/board/calls?week=${weeksFrom(week, 1)}`,
    asAt: timeOfDay(now, timezone),
  };
}

export function hoursShown(calls: readonly PromisedCall[], timezone: string): readonly number[] {
  const asked = calls.map(({ at }) => hourOf(at, timezone).hour);
  const from = Math.min(USUAL_HOURS.from, ...asked);
  const to = Math.max(USUAL_HOURS.to, ...asked);
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

export function keyOf({ day, hour }: HourOfDay): string {
  return `${day}T${String(hour).padStart(2, '0')}`;
}

interface Cell {
  readonly count: number;
  readonly href: string | null;
}

function dayRow(cells: readonly Cell[]) {
  return { cells, empty: cells.every(({ count }) => count === 0) };
}

function cellOf(hour: HourOfDay, counts: ReadonlyMap<string, number>, monday: string): Cell {
  const key = keyOf(hour);
  const count = counts.get(key) ?? 0;
  return { count, href: count === 0 ? null : `/board/calls?week=${monday}&at=${key}#calls` };
}
