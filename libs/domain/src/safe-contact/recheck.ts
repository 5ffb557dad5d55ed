import { HOUR, plus, type Instant } from '../time';
import type { Route } from './card';

/** A number that was safe a month ago may be somebody else's phone today (practice §4). */
export const RECHECK_DAYS = 30;
export const LONGEST_RECHECK_DAYS = 90;

/**
 * Whether a route must be asked about again before anybody relies on it: its time is up, or something happened since. A
 * route on time at `recheckAfter` is sound.
 */
export function needsRecheck(
  { recheckAfter, recheckAskedAt }: Pick<Route, 'recheckAfter' | 'recheckAskedAt'>,
  now: Instant,
): boolean {
  return now > recheckAfter || (recheckAskedAt ?? null) !== null;
}

/** A route that somebody has just been asked about: good for as long again as it was before. */
export function checkedAgain<Checked extends Pick<Route, 'checkedAt' | 'recheckAfter'>>(
  route: Checked,
  now: Instant,
): Checked {
  const after = plus(now, route.recheckAfter - route.checkedAt);
  return { ...route, checkedAt: now, recheckAfter: after, recheckAskedAt: null };
}

/** The instant up to which a check made at `checkedAt` may be relied on; `days` of 24 hours. */
export function recheckAfter(checkedAt: Instant, days: number = RECHECK_DAYS): Instant {
  return plus(checkedAt, days * 24 * HOUR);
}
