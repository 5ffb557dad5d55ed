import { instantAtLocal, localDate, localDateTime, type Instant } from '#libs/domain';
import { badRequest } from '../../errors/problem';

const DAY = 86_400_000;

/** One week from Monday to Sunday, in local days: `from` and `to` are the midnights around it. */
export interface Week {
  /** `YYYY-MM-DD`, Monday first. */
  readonly days: readonly string[];
  readonly from: Instant;
  readonly to: Instant;
}

/** One hour of one local day: `2026-03-02T14`. */
export interface HourOfDay {
  readonly day: string;
  readonly hour: number;
}

/** The Monday named in an address, or null for this week. */
export function readWeek(given: unknown): { readonly day: string } | null {
  if (given === undefined) return null;
  if (typeof given === 'string' && isDay(given)) return { day: given };
  throw badRequest('The address names no week that this page knows.');
}

export function readHour(given: unknown): HourOfDay | null {
  if (given === undefined) return null;
  const [, day = '', hour = ''] = /^(\d{4}-\d{2}-\d{2})T(\d{2})$/.exec(String(given)) ?? [];
  if (isDay(day) && Number(hour) < 24) return { day, hour: Number(hour) };
  throw badRequest('The address names no hour that this page knows.');
}

/** The week in which a day or an instant falls. */
export function weekOf(in_: { readonly day: string } | { readonly at: Instant }, timezone: string): Week {
  const day = 'day' in in_ ? in_.day : localDate(in_.at, timezone);
  const number = Date.parse(day) / DAY;
  const monday = number - ((new Date(number * DAY).getUTCDay() + 6) % 7);
  const days = Array.from({ length: 8 }, (_, index) => dayOf(monday + index));
  const [first = day, after = day] = [days[0], days[7]];
  return { days: days.slice(0, 7), from: midnight(first, timezone), to: midnight(after, timezone) };
}

export function hourOf(at: Instant, timezone: string): HourOfDay {
  return { day: localDate(at, timezone), hour: localDateTime(at, timezone).hour };
}

export function weeksFrom({ days }: Week, weeks: number): string {
  return dayOf(Date.parse(days[0] ?? '') / DAY + weeks * 7);
}

function dayOf(number: number): string {
  return new Date(number * DAY).toISOString().slice(0, 10);
}

function isDay(text: string): boolean {
  const at = /^20\d\d-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(at) && dayOf(at / DAY) === text;
}

/** Midnight, or the first instant of a day whose midnight the clocks skip. */
function midnight(day: string, timezone: string): Instant {
  return startOfHour({ day, hour: 0 }, timezone);
}

export function startOfHour({ day, hour }: HourOfDay, timezone: string): Instant {
  const time = `${String(hour).padStart(2, '0')}:00`;
  const start = instantAtLocal({ date: day, time, timezone, repeated: 'earlier', missing: 'after' });
  if (start.kind === 'refused') throw new RangeError(start.reason);
  return start.at;
}
