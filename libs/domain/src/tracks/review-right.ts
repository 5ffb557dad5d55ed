import { localDate, type Instant } from '../time';

/** Until when somebody may ask for a decision to be reviewed. */
export interface ReviewLimits {
  /** The day on which they were told, `YYYY-MM-DD` at the desk. */
  readonly toldOn: string;
  /** The last day on which it can be asked for: three months on. A month that is shorter ends on its last day. */
  readonly latestOn: string;
}

const MONTHS = 3;

/** The outer limit of the Victims' Right to Review: three calendar months from the day somebody was told. */
export function reviewLimits(toldAt: Instant, timezone: string): ReviewLimits {
  const toldOn = localDate(toldAt, timezone);
  const [year = 0, month = 0, day = 0] = toldOn.split('-').map(Number);
  const total = year * 12 + (month - 1) + MONTHS;
  const [y, m] = [Math.floor(total / 12), (total % 12) + 1];
  const last = Math.min(day, daysIn(y, m));
  return { toldOn, latestOn: `${y}-${two(m)}-${two(last)}` };
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
