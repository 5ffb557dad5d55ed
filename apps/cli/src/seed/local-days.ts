import { HOUR, instantAtLocal, localDate, plus, type Instant } from '#libs/domain';

const DAY = 24 * HOUR;

/** An hour of the local day that lies so many days from that of an instant; hours from its midnight. */
export function localHour(
  from: Instant,
  { days, hour = 0, timezone }: { readonly days: number; readonly hour?: number; readonly timezone: string },
): Instant {
  const found = instantAtLocal({
    date: localDate(plus(from, days * DAY), timezone),
    time: '00:00',
    timezone,
    repeated: 'earlier',
    missing: 'after',
  });
  if (found.kind !== 'instant') throw new Error(found.reason);
  return plus(found.at, Math.round(hour * HOUR));
}
