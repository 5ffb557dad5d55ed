import { instantAtLocal, localDate, localDateTime, type Instant, type OnCallShift } from '#libs/domain';
import { badRequest } from '../../errors/problem';

const DAY_NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Half of a local day, from an instant until just before another. */
export interface HalfDay {
  readonly fromAt: Instant;
  readonly toAt: Instant;
}

export interface RotaDay {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly morning: HalfDay;
  readonly afternoon: HalfDay;
}

/** The Monday of the week that a date lies in; the week of `now` when none is named. */
export function mondayOf(given: unknown, { now, timezone }: { now: Instant; timezone: string }): string {
  if (given === undefined) return mondayBefore(localDate(now, timezone));
  const real = typeof given === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(given) && !isNaN(Date.parse(given));
  if (!real || given < '2000' || given > '2200')
    throw badRequest('The address of this week is not one that this service made.');
  return mondayBefore(given);
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Seven days in halves. Midnight and midday are wall times: a day of a clock change has 23 or 25 hours. */
export function weekOf(monday: string, timezone: string): readonly RotaDay[] {
  return DAY_NAMES.map((_, n) => {
    const date = addDays(monday, n);
    const [start, midday, end] = [
      wall(date, '00:00', timezone),
      wall(date, '12:00', timezone),
      wall(addDays(date, 1), '00:00', timezone),
    ];
    return {
      date,
      morning: { fromAt: start, toAt: midday },
      afternoon: { fromAt: midday, toAt: end },
    };
  });
}

/** The part of each shift that lies in a half day, in order. */
export function shiftsIn(half: HalfDay, shifts: readonly OnCallShift[]): readonly OnCallShift[] {
  return shifts
    .filter(({ fromAt, toAt }) => fromAt < half.toAt && half.fromAt < toAt)
    .map((shift) => ({
      ...shift,
      fromAt: Math.max(shift.fromAt, half.fromAt) as Instant,
      toAt: Math.min(shift.toAt, half.toAt) as Instant,
    }));
}

function mondayBefore(date: string): string {
  const weekday = localDateTime(Date.parse(date) as Instant, 'UTC').weekday;
  return addDays(date, -DAY_NAMES.indexOf(weekday));
}

function wall(date: string, time: string, timezone: string): Instant {
  const found = instantAtLocal({ date, time, timezone, repeated: 'earlier', missing: 'after' });
  if (found.kind === 'refused') throw new Error(`no such wall time: ${found.reason}`);
  return found.at;
}
