import { startOfMonth } from '../reporting';
import { localDate, type Instant } from '../time';

/** Three months, from their first instant until the first instant after them. */
export interface CodeQuarter {
  /** Its first month, `YYYY-MM`. */
  readonly month: string;
  readonly from: Instant;
  readonly until: Instant;
}

const MONTHS = 3;
/** A month after its end, so that the limits in working days of what was opened last have passed. */
const WAIT_MONTHS = 1;
const KEPT = 4;

/**
 * The quarters whose figures may be published at this instant, the latest four, oldest first. Each is counted once and
 * for good: figures that grew from day to day would show single people come and go.
 *
 * Example: at any time in November 2026 the latest is July to September; in October it is April to June.
 */
export function quartersToPublish(now: Instant, timezone: string): readonly CodeQuarter[] {
  const [year = 0, month = 0] = localDate(now, timezone).split('-').map(Number);
  const ended = Math.floor((year * 12 + (month - 1) - WAIT_MONTHS) / MONTHS) * MONTHS;
  return Array.from({ length: KEPT }, (_, index) => {
    const first = ended - MONTHS * (KEPT - index);
    return {
      month: monthOf(first),
      from: startOfMonth(monthOf(first), timezone),
      until: startOfMonth(monthOf(first + MONTHS), timezone),
    };
  });
}

/** Of months counted from the year 0. */
function monthOf(months: number): string {
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}
