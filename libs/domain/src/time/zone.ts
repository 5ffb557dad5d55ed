import { Temporal } from 'temporal-polyfill';
import { DAY, yearOf, yearStart } from './civil-date';
import { SECOND } from './instant';

/** A stretch of time, half-open in UTC, during which the zone keeps one offset: local = UTC + offset. */
export interface OffsetStretch {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

export interface Zone {
  readonly id: string;
  /** The stretches of one UTC year, in order and without gaps. */
  stretches(year: number): readonly OffsetStretch[];
}

/** An IANA name. Temporal would also take fixed offsets and whole timestamps, which forget summer time. */
const NAME = /^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/;

/** Zones asked for before, kept because finding a year's clock changes costs a hundred look-ups; pure all the same. */
const known = new Map<string, Zone>();

/** Undefined when the zone database has no such name. Holds no ambient state: no process zone, no browser zone. */
export function zoneOf(name: string): Zone | undefined {
  const found = known.get(name);
  if (found) return found;
  if (!NAME.test(name)) return undefined;
  const zone = readZone(name);
  if (zone) known.set(name, zone);
  return zone;
}

function readZone(name: string): Zone | undefined {
  const offsetAt = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(name).offsetNanoseconds / 1_000_000;
  try {
    offsetAt(0);
  } catch {
    return undefined;
  }
  const years = new Map<number, readonly OffsetStretch[]>();
  return {
    id: name,
    stretches(year) {
      const kept = years.get(year);
      if (kept) return kept;
      const built = stretchesOf(year, offsetAt);
      if (years.size >= 400) years.clear();
      years.set(year, built);
      return built;
    },
  };
}

/** No zone has changed its clocks and changed them back within a week. */
const STEP = 7 * DAY;

/**
 * Looks at the year week by week and halves the weeks whose two ends differ. Temporal's own search for the next
 * clock change is not used: the polyfill bounds it by today's date, so its answer could change overnight (P14).
 */
function stretchesOf(year: number, offsetAt: (at: number) => number): readonly OffsetStretch[] {
  const end = yearStart(year + 1);
  const stretches: OffsetStretch[] = [];
  let from = yearStart(year);
  let offset = offsetAt(from);
  const close = (change: { at: number; offset: number }) => {
    stretches.push({ from, to: change.at, offset });
    from = change.at;
    offset = change.offset;
  };
  for (let week = from; week < end; week += STEP) {
    const to = Math.min(week + STEP, end - SECOND);
    findChanges({ from: week, to, before: offset, after: offsetAt(to) }, offsetAt, close);
  }
  stretches.push({ from, to: end, offset });
  return stretches;
}

/** Reports each instant, to the second, from which the offset is another. */
function findChanges(
  range: { from: number; to: number; before: number; after: number },
  offsetAt: (at: number) => number,
  found: (change: { at: number; offset: number }) => void,
): void {
  const { from, to, before, after } = range;
  if (before === after) return;
  if (to - from <= SECOND) {
    found({ at: to, offset: after });
    return;
  }
  const middle = Math.floor((from + to) / (2 * SECOND)) * SECOND;
  const between = offsetAt(middle);
  findChanges({ from, to: middle, before, after: between }, offsetAt, found);
  findChanges({ from: middle, to, before: between, after }, offsetAt, found);
}

/** Every stretch that touches [from, to], cut to it. */
export function* stretchesWithin(zone: Zone, range: { from: number; to: number }): Generator<OffsetStretch> {
  for (let year = yearOf(range.from); yearStart(year) < range.to; year += 1) {
    for (const { from, to, offset } of zone.stretches(year)) {
      const cut = { from: Math.max(from, range.from), to: Math.min(to, range.to), offset };
      if (cut.from < cut.to) yield cut;
    }
  }
}

export function offsetAt(zone: Zone, at: number): number {
  const stretches = zone.stretches(yearOf(at));
  let found = stretches[0]!;
  for (const stretch of stretches) if (stretch.from <= at) found = stretch;
  return found.offset;
}
