import { HOUR, MINUTE, plus, type Instant } from '#libs/domain';
import type { Chance } from './random';
import type { YearSettings } from './year-settings';

/** The last one has just come in. */
const NEWEST = 20 * MINUTE;
/** Of the standard normal: nine in ten lie below. */
const NINETIETH = 1.2816;
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

export interface Arrival {
  readonly reportedAt: Instant;
  readonly submittedAt: Instant;
}

export interface ArrivalSpan {
  readonly settings: YearSettings;
  readonly chance: Chance;
  readonly count: number;
  readonly days: number;
  readonly now: Instant;
  readonly timezone: string;
}

/** When invented referrals were entered, and when each had been reported, to the minute. Oldest first. */
export function arrivals(span: ArrivalSpan): readonly Arrival[] {
  const { settings, chance, count, now } = span;
  const newest = wholeMinute(plus(now, -NEWEST));
  const pick = picker(weightedHours(span), chance);
  return Array.from({ length: count }, () => {
    const entered = wholeMinute(plus(pick(), Math.floor(chance.between(0, 60)) * MINUTE));
    const submittedAt = Math.min(entered, newest) as Instant;
    return { submittedAt, reportedAt: wholeMinute(plus(submittedAt, -referralLag(settings, chance))) };
  }).toSorted((a, b) => a.submittedAt - b.submittedAt);
}

/** Milliseconds from the report to the referral. */
export function referralLag({ lag }: YearSettings, chance: Chance): number {
  const spread = Math.log(lag.ninetiethHours / lag.medianHours) / NINETIETH;
  const normal = Math.sqrt(-2 * Math.log(1 - chance.next())) * Math.cos(2 * Math.PI * chance.next());
  return Math.max(MINUTE, Math.round(lag.medianHours * Math.exp(spread * normal) * 60) * MINUTE);
}

interface WeightedHour {
  readonly start: Instant;
  readonly weight: number;
}

/** Every hour of the span by local weekday, hour and season. */
function weightedHours({ settings, days, now, timezone }: ArrivalSpan): readonly WeightedHour[] {
  const options = {
    timeZone: timezone,
    weekday: 'short',
    month: 'numeric',
    hour: 'numeric',
    hourCycle: 'h23',
  };
  const local = new Intl.DateTimeFormat('en-GB', options as Intl.DateTimeFormatOptions);
  const thisHour = (now - (now % HOUR)) as Instant;
  return Array.from({ length: days * 24 }, (_, ago) => {
    const start = plus(thisHour, -ago * HOUR);
    const parts = new Map(local.formatToParts(start).map(({ type, value }) => [type, value]));
    const month = Number(parts.get('month'));
    const weekday = settings.weekdays[WEEKDAYS.indexOf(parts.get('weekday') ?? '')] ?? 1;
    const hour = settings.hours[Number(parts.get('hour'))] ?? 1;
    const summer = month >= 6 && month <= 8 ? settings.summer : 1;
    const noticed = Math.floor(ago / 720) === settings.publicity.monthsAgo ? settings.publicity.weight : 1;
    return { start, weight: weekday * hour * summer * noticed };
  });
}

function picker(hours: readonly WeightedHour[], chance: Chance): () => Instant {
  let total = 0;
  const sums = hours.map(({ weight }) => (total += weight));
  return () => {
    const at = chance.between(0, total);
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) > at) high = middle;
      if ((sums[middle] ?? 0) <= at) low = middle + 1;
    }
    return (hours[low] as WeightedHour).start;
  };
}

function wholeMinute(at: Instant): Instant {
  return (at - (at % MINUTE)) as Instant;
}
