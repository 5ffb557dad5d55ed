import { startOfMonth } from '../reporting';
import { localDate, type Instant } from '../time';

/** April to March, as the year of most counts that it is set beside. */
export interface ReachYear {
  /** The year in which it begins: 2025 is April 2025 to March 2026. */
  readonly year: number;
  /** Its first day and the first day after it, YYYY-MM-DD. */
  readonly from: string;
  readonly after: string;
}

const FIRST_MONTH = '04';
/** Whoever is referred last needs time to be reached and to come to a first session. */
const COUNTED_FROM_MONTH = '07';

/**
 * The years that may be counted at this instant, oldest first, from the first whole one in which people were referred
 * here: each three months after its end. Years never overlap, so that no two of them can be subtracted.
 *
 * Example: where the first referral came in June 2024, on 1 July 2026 it is April 2025 to March 2026.
 */
export function reachYears(
  now: Instant,
  { began, timezone }: { readonly began: Instant; readonly timezone: string },
): readonly ReachYear[] {
  const start = (year: number, month: string) => startOfMonth(`${year}-${month}`, timezone);
  const beganIn = Number(localDate(began, timezone).slice(0, 4));
  const first = [beganIn - 1, beganIn, beganIn + 1].find((year) => start(year, FIRST_MONTH) >= began);
  const years: ReachYear[] = [];
  for (let year = first ?? beganIn + 1; start(year + 1, COUNTED_FROM_MONTH) <= now; year += 1)
    years.push({ year, from: `${year}-${FIRST_MONTH}-01`, after: `${year + 1}-${FIRST_MONTH}-01` });
  return years;
}
