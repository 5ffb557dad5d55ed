import { startOfMonth } from '../reporting';
import { localDate, type Instant } from '../time';

/** Three months of figures, from their first instant until the first instant after them. */
export interface SnapshotQuarter {
  /** Its first month, `YYYY-MM`. */
  readonly month: string;
  readonly from: Instant;
  readonly until: Instant;
  /** From here on it may be counted. */
  readonly countedFrom: Instant;
}

const FIRST_OF_QUARTER = /^(19|20|21)\d\d-(01|04|07|10)$/;
const MONTHS = 3;
/** As figures of the Victims' Code do, it waits a month, so that the limits of what was opened last have passed. */
const WAIT_MONTHS = 1;

/**
 * The quarter that begins with this month, `YYYY-MM`; null where no quarter does.
 *
 * Example: 2026-07 in London ends before 2026-10-01 and may be counted from 2026-11-01; 2026-08 is null.
 */
export function snapshotQuarter(month: string, timezone: string): SnapshotQuarter | null {
  if (!FIRST_OF_QUARTER.test(month)) return null;
  const at = (months: number) => startOfMonth(monthAfter(month, months), timezone);
  return { month, from: at(0), until: at(MONTHS), countedFrom: at(MONTHS + WAIT_MONTHS) };
}

/** The three months of a quarter, `YYYY-MM`. */
export function monthsOfQuarter({ month }: Pick<SnapshotQuarter, 'month'>): readonly string[] {
  return Array.from({ length: MONTHS }, (_, nth) => monthAfter(month, nth));
}

function monthAfter(month: string, months: number): string {
  const [year = 0, first = 1] = month.split('-').map(Number);
  return monthNamed(year * 12 + (first - 1) + months);
}

/** Of months counted from the year 0. */
function monthNamed(count: number): string {
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

const OFFERED = 8;

/**
 * First months of the quarters that may be counted now, newest first; the latest eight. `began` is the first month of
 * which anything is counted, `YYYY-MM`: no quarter that ended before it is among them, and none at all where it is null.
 */
export function countableQuarters(
  now: Instant,
  { timezone, began }: { readonly timezone: string; readonly began: string | null },
): readonly string[] {
  const [year = 0, month = 0] = localDate(now, timezone).split('-').map(Number);
  const ended = Math.floor((year * 12 + (month - 1) - WAIT_MONTHS) / MONTHS) * MONTHS;
  const quarters = Array.from({ length: OFFERED }, (_, nth) => monthNamed(ended - MONTHS * (nth + 1)));
  return quarters.filter((quarter) => began !== null && monthAfter(quarter, MONTHS - 1) >= began);
}
