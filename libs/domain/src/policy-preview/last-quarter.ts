import { instantAtLocal, localDateTime, type Instant } from '../time';

/** A quarter of the calendar year in a zone, half-open. */
export interface Quarter {
  readonly from: Instant;
  readonly to: Instant;
  /** First day, `YYYY-MM-DD`. */
  readonly firstOn: string;
  /** The day after the last, `YYYY-MM-DD`. */
  readonly endOn: string;
}

/** The last quarter that is over. Example: on 22 November 2026 it is July to September 2026. */
export function lastFullQuarter(now: Instant, timezone: string): Quarter {
  const { year, month } = localDateTime(now, timezone);
  const ends = Math.floor((month - 1) / 3) * 3;
  const firstOn = firstOfMonth(year, ends - 3);
  const endOn = firstOfMonth(year, ends);
  return { from: midnight(firstOn, timezone), to: midnight(endOn, timezone), firstOn, endOn };
}

function firstOfMonth(year: number, monthIndex: number): string {
  return new Date(Date.UTC(year, monthIndex, 1)).toISOString().slice(0, 10);
}

function midnight(date: string, timezone: string): Instant {
  const found = instantAtLocal({ date, time: '00:00', timezone, repeated: 'earlier', missing: 'after' });
  if (found.kind === 'refused') throw new Error(`no midnight on ${date}: ${found.reason}`);
  return found.at;
}
