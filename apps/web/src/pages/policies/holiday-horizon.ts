import { localDate, type Instant, type OpeningHours } from '#libs/domain';

export type HolidayHorizon =
  { readonly kind: 'no-end' } | { readonly kind: 'known' | 'ends-soon'; readonly until: string };

const WARN_MONTHS = 6;

/** Whether a calendar's bank holidays run out within six months of today, in the calendar's own zone. */
export function holidayHorizon({ knownUntil, timezone }: OpeningHours, now: Instant): HolidayHorizon {
  if (knownUntil === undefined) return { kind: 'no-end' };
  const [year = 0, month = 1, day = 1] = localDate(now, timezone).split('-').map(Number);
  const limit = new Date(Date.UTC(year, month - 1 + WARN_MONTHS, day)).toISOString().slice(0, 10);
  return { kind: knownUntil <= limit ? 'ends-soon' : 'known', until: knownUntil };
}
