import { safeHours, type SafeContactCard } from '../safe-contact';
import { calendarOf, HOUR, instantAtLocal, localDate, openIntervals, plus } from '../time';
import type { Instant, OpeningHours } from '../time';
import { BAND_STARTS, bandOf, type DayBand } from './day-bands';

/** When somebody who named no times may be called: the promise runs every day, and nobody is rung at night. */
const UNASKED: OpeningHours['schedule'] = {
  mon: [['09:00', '20:00']],
  tue: [['09:00', '20:00']],
  wed: [['09:00', '20:00']],
  thu: [['09:00', '20:00']],
  fri: [['09:00', '20:00']],
  sat: [['09:00', '20:00']],
  sun: [['09:00', '20:00']],
};

export interface CallTime {
  readonly at: Instant;
  readonly band: DayBand;
}

/** The first instant of each part of each day at which the person may be called, soonest first, `from` included. */
export function callTimes({
  card,
  from,
  days,
  timezone,
}: {
  card: Pick<SafeContactCard, 'saidWindows' | 'never' | 'exceptions'>;
  from: Instant;
  days: number;
  timezone: string;
}): readonly CallTime[] {
  const named = card.saidWindows ?? unasked(timezone);
  const built = calendarOf(safeHours({ ...card, saidWindows: named }, timezone) ?? named);
  if (built.kind === 'refused') return [];
  const to = plus(from, days * 24 * HOUR);
  const starts: Instant[] = [];
  for (const span of openIntervals(built.calendar, { from, to })) {
    starts.push(span.from, ...bandStartsWithin(span, timezone));
  }
  const seen = new Set<string>();
  return starts
    .toSorted((a, b) => a - b)
    .map((at) => ({ at, band: bandOf(at, timezone) }))
    .filter(({ at, band }) => {
      const part = `${localDate(at, timezone)} ${band}`;
      return !seen.has(part) && Boolean(seen.add(part));
    });
}

function bandStartsWithin(
  { from, to }: { from: Instant; to: Instant },
  timezone: string,
): readonly Instant[] {
  const found: Instant[] = [];
  for (let at = from; at < plus(to, 24 * HOUR); at = plus(at, 24 * HOUR)) {
    for (const time of Object.values(BAND_STARTS)) {
      const question = { date: localDate(at, timezone), time, timezone };
      const start = instantAtLocal({ ...question, repeated: 'earlier', missing: 'after' });
      if (start.kind === 'instant' && start.at > from && start.at < to) found.push(start.at);
    }
  }
  return found;
}

const hours = new Map<string, OpeningHours>();

/** The same object each time: a calendar's table is built once per object. */
function unasked(timezone: string): OpeningHours {
  const known = hours.get(timezone);
  if (known) return known;
  const made: OpeningHours = { timezone, schedule: UNASKED, holidays: [] };
  hours.set(timezone, made);
  return made;
}
