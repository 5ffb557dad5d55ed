import {
  DAY,
  parseDate,
  parseTimeOfDay,
  WEEKDAYS,
  weekdayOf,
  type DayNumber,
  type Weekday,
} from './civil-date';
import { wholeSecond } from './parse-instant';
import type { CalendarRefusal, OpeningHours, Span } from './opening-hours';

/** Milliseconds of the local day, or of UTC for closed periods; sorted, half-open, never touching. */
export type Range = readonly [from: number, to: number];

/** Why a date has the hours it has. */
export type DayKind = 'weekly-hours' | 'own-hours' | 'non-working-day' | 'holiday' | 'date-closed';

/** Opening hours checked and turned into numbers: what each date looks like before anything is laid on the clock. */
export interface DayPlan {
  spansOn(day: DayNumber): readonly Range[];
  kindOf(day: DayNumber): DayKind;
  readonly closed: readonly Range[];
  readonly lastKnownDay?: DayNumber;
}

export function planDays(
  hours: OpeningHours,
): { kind: 'planned'; plan: DayPlan } | { kind: 'refused'; reason: CalendarRefusal } {
  const weekly = new Map<Weekday, readonly Range[]>();
  for (const [name, spans] of Object.entries(hours.schedule)) {
    const weekday = WEEKDAYS.find((known) => known === name);
    if (!weekday) return { kind: 'refused', reason: 'unknown-weekday' };
    const read = readSpans(spans ?? []);
    if (typeof read === 'string') return { kind: 'refused', reason: read };
    weekly.set(weekday, read);
  }
  const overrides = new Map<DayNumber, readonly Range[]>();
  for (const [date, spans] of Object.entries(hours.dateOverrides ?? {})) {
    const day = parseDate(date);
    if (day === undefined) return { kind: 'refused', reason: 'invalid-override-date' };
    const read = readSpans(spans);
    if (typeof read === 'string') return { kind: 'refused', reason: read };
    overrides.set(day, read);
  }
  const holidays = new Set<DayNumber>();
  for (const date of hours.holidays) {
    const day = parseDate(date);
    if (day === undefined) return { kind: 'refused', reason: 'invalid-holiday' };
    holidays.add(day);
  }
  const closed = readClosed(hours.closed ?? []);
  if (typeof closed === 'string') return { kind: 'refused', reason: closed };
  const lastKnownDay = hours.knownUntil === undefined ? undefined : parseDate(hours.knownUntil);
  if (hours.knownUntil !== undefined && lastKnownDay === undefined) {
    return { kind: 'refused', reason: 'invalid-known-until' };
  }
  if (![...weekly.values(), ...overrides.values()].some((spans) => spans.length > 0)) {
    return { kind: 'refused', reason: 'never-open' };
  }
  return { kind: 'planned', plan: planOf({ weekly, overrides, holidays, closed, lastKnownDay }) };
}

function planOf(parts: {
  weekly: ReadonlyMap<Weekday, readonly Range[]>;
  overrides: ReadonlyMap<DayNumber, readonly Range[]>;
  holidays: ReadonlySet<DayNumber>;
  closed: readonly Range[];
  lastKnownDay?: DayNumber;
}): DayPlan {
  const none: readonly Range[] = [];
  return {
    closed: parts.closed,
    lastKnownDay: parts.lastKnownDay,
    spansOn(day) {
      const own = parts.overrides.get(day);
      if (own) return own;
      return parts.holidays.has(day) ? none : (parts.weekly.get(weekdayOf(day)) ?? none);
    },
    kindOf(day) {
      const own = parts.overrides.get(day);
      if (own) return own.length > 0 ? 'own-hours' : 'date-closed';
      if (parts.holidays.has(day)) return 'holiday';
      return (parts.weekly.get(weekdayOf(day)) ?? none).length > 0 ? 'weekly-hours' : 'non-working-day';
    },
  };
}

function readSpans(spans: readonly Span[]): readonly Range[] | 'invalid-span' | 'span-not-forward' {
  const ranges: Range[] = [];
  for (const [opens, closes] of spans) {
    const from = parseTimeOfDay(opens);
    const to = parseTimeOfDay(closes);
    if (from === undefined || to === undefined || from === DAY) return 'invalid-span';
    // A night shift is two spans, one on each date: guessing that 22:00–06:00 means tomorrow would hide a typing slip.
    if (to <= from) return 'span-not-forward';
    ranges.push([from, to]);
  }
  return union(ranges);
}

function readClosed(
  periods: NonNullable<OpeningHours['closed']>,
): readonly Range[] | 'invalid-closed-period' {
  const ranges: Range[] = [];
  for (const [from, to] of periods) {
    if (!(from < to)) return 'invalid-closed-period';
    ranges.push([wholeSecond(from), wholeSecond(to)]);
  }
  return union(ranges.filter(([from, to]) => from < to));
}

function union(ranges: readonly Range[]): readonly Range[] {
  const merged: [number, number][] = [];
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}
