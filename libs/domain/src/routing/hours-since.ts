import type { WhenBand } from '../referral/codes';
import { HOUR, type Instant } from '../time';
import type { HoursSince } from './facts';

/**
 * Hours before it was said, from and to. "In the last 7 days" includes yesterday: whoever is not sure which of two bands
 * it was says the longer one, and no window is closed for that. Whoever says "in the last 12 months" knows that it was
 * weeks ago; who does not know says so.
 */
const BAND_HOURS: Readonly<Record<WhenBand, readonly [from: number, to: number | null] | null>> = {
  'within-72-hours': [0, 72],
  'within-7-days': [0, 7 * 24],
  'within-21-days': [0, 21 * 24],
  'within-12-months': [21 * 24, 366 * 24],
  'over-12-months': [366 * 24, null],
  unknown: null,
};

/**
 * How many whole hours ago it can have been, from the band that was said with a referral. The latest moment is never
 * after the report; least is rounded down and most up, so that no window is closed by rounding. Null when nobody knows.
 * Example: "in the last 3 days", reported 10 hours ago and submitted 8 hours ago, is 10 to 82 hours.
 */
export function hoursSinceBand(said: {
  readonly band: WhenBand;
  readonly reportedAt: Instant;
  readonly submittedAt: Instant;
  readonly now: Instant;
}): HoursSince | null {
  const { band, reportedAt, submittedAt, now } = said;
  const hours = BAND_HOURS[band];
  if (hours === null) return null;
  const [from, to] = hours;
  const latest = Math.min(reportedAt, submittedAt - from * HOUR);
  return {
    least: Math.max(0, Math.floor((now - latest) / HOUR)),
    most: to === null ? null : Math.max(0, Math.ceil((now - reportedAt) / HOUR) + to),
    precision: 'band',
  };
}

/** The same facts some hours later. */
export function hoursLater(since: HoursSince | null, hours: number): HoursSince | null {
  if (since === null) return null;
  return { ...since, least: since.least + hours, most: since.most === null ? null : since.most + hours };
}
