import { NOT_RECORDED } from './referral-fact';
import { localDateTime, type Instant, type Weekday } from '../../time';

/** Four parts of a local day: from midnight, 6, 12 and 18 o'clock. */
export const HOUR_BANDS = ['night', 'morning', 'afternoon', 'evening'] as const;
export type HourBand = (typeof HOUR_BANDS)[number];

/** When a clock started, as the figures group it. */
export interface StartBand {
  readonly weekday: Weekday;
  readonly hourBand: HourBand;
}

/** Day and part of the day together, as a figure is cut by them. Example: `mon-evening`. */
export function startValue({
  weekday,
  hourBand,
}: {
  readonly weekday: string;
  readonly hourBand: string;
}): string {
  if (weekday === NOT_RECORDED || hourBand === NOT_RECORDED) return NOT_RECORDED;
  return `${weekday}-${hourBand}`;
}

/** The local day of the week and part of the day of an instant. Example: Monday 18:00 in London is mon, evening. */
export function startBand(at: Instant, timezone: string): StartBand {
  const { weekday, hour } = localDateTime(at, timezone);
  const [night, morning, afternoon, evening] = HOUR_BANDS;
  return { weekday, hourBand: [night, morning, afternoon, evening][Math.floor(hour / 6)] ?? evening };
}
