import { daysBetween } from '../data-protection/dates';
import { SUPPORT_CLOCKS } from './clock-policy';

export type CheckInRefusal = 'not-in-the-future' | 'too-far-ahead';

/** Whether somebody may be promised a call on this day, `YYYY-MM-DD`: later than today, and within about three years. */
export function checkInRefusal({ on, today }: { on: string; today: string }): CheckInRefusal | null {
  if (on <= today) return 'not-in-the-future';
  return daysBetween(today, on) > SUPPORT_CLOCKS.longestCheckInDays ? 'too-far-ahead' : null;
}

/** Whether a flag may be looked at again on this day: later than today, and within three months. */
export function reviewDayRefusal({ on, today }: { on: string; today: string }): CheckInRefusal | null {
  if (on <= today) return 'not-in-the-future';
  return daysBetween(today, on) > SUPPORT_CLOCKS.longestReviewDays ? 'too-far-ahead' : null;
}
