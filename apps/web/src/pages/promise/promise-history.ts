import type { PromiseFigure } from '#libs/persistence';
import { monthsBefore } from './promise.form';

/** What was counted of one month; no limbs where no police referral was reported in it. */
export type Month = Omit<PromiseFigure, 'asAt'>;

/** Months that are shown together, the chosen one included. */
const SHOWN = 12;

/** The first day of the earliest month that is shown with this one. */
export function firstMonthShown(monthOn: string): string {
  return monthsBefore(monthOn, SHOWN - 1);
}

/**
 * Every month from the earliest that has anything to count to the chosen one, newest first: a month in which nothing
 * was reported keeps its place. Nothing where none has.
 */
export function historyOf(counted: readonly Month[], monthOn: string): readonly Month[] {
  const [earliest] = counted.map((month) => month.monthOn).toSorted();
  if (earliest === undefined) return [];
  return Array.from({ length: SHOWN }, (_, n) => monthsBefore(monthOn, n))
    .filter((month) => month >= earliest)
    .map((month) => counted.find((one) => one.monthOn === month) ?? { monthOn: month, limbs: [] });
}
