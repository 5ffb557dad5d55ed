import { quartersToPublish } from '../code-figures';
import { startOfMonth } from '../reporting';
import { localDate, type Instant } from '../time';
import { monthPlus } from './offence-period';

const MONTHS_OF_YEAR = 12;
const MONTHS_OF_QUARTER = 3;
/** Of the year in which referrals began here, at least so many months. */
const FEWEST_MONTHS = 3;

/** The months up to the end of a quarter: twelve, or fewer in the year in which referrals began here. */
export interface RollingYear {
  /** The first month of its last quarter, `YYYY-MM`. */
  readonly quarter: string;
  /** Its first month. */
  readonly first: string;
  readonly from: Instant;
  readonly until: Instant;
}

/**
 * The rolling years whose referrals may be published at this instant, oldest first: one for each quarter whose other
 * figures may be. Months before the first whole one in which referrals were taken here are left out of it, or few
 * referrals would be set against all offences.
 *
 * Example: in November 2026 the latest is October 2025 to September 2026; December 2025 to September 2026 where the first
 * referral came in November 2025.
 */
export function yearsToPublish(
  now: Instant,
  { began, timezone }: { readonly began: Instant; readonly timezone: string },
): readonly RollingYear[] {
  const whole = monthPlus(localDate(began, timezone).slice(0, 7), 1);
  return quartersToPublish(now, timezone).flatMap(({ month: quarter, until }) => {
    const year = monthPlus(afterYear(quarter), -MONTHS_OF_YEAR);
    const first = year > whole ? year : whole;
    if (monthPlus(first, FEWEST_MONTHS) > afterYear(quarter)) return [];
    return [{ quarter, first, from: startOfMonth(first, timezone), until }];
  });
}

/** The month after the rolling year that ends with this quarter. */
export function afterYear(quarter: string): string {
  return monthPlus(quarter, MONTHS_OF_QUARTER);
}
