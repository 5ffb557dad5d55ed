import { HOUR, localDate, startOfMonth, type Instant } from '#libs/domain';

const DAY = 24 * HOUR;

/**
 * How an invented year looks (practice §8.2 and §8.3: assumptions, not facts). Every number may be set anew; weights
 * need not sum to anything.
 */
export interface YearSettings {
  /** Referrals entered on each day of the week, Monday first. */
  readonly weekdays: readonly number[];
  /** Referrals entered in each local hour, midnight first: officers type around their shifts. */
  readonly hours: readonly number[];
  /** From the report to the referral: log-normal. */
  readonly lag: { readonly medianHours: number; readonly ninetiethHours: number };
  /** More is reported from June to August. */
  readonly summer: number;
  /** A month after publicity, counted back from now. */
  readonly publicity: { readonly monthsAgo: number; readonly weight: number };
  /** Whether calls are made at the desk's hours, or every day to show what that would change. */
  readonly staffing: 'desk-hours' | 'seven-days';
  readonly shares: {
    readonly under18: number;
    readonly domestic: number;
    readonly overAYear: number;
    readonly forensicWindow: number;
    readonly danger: number;
    readonly interpreter: number;
    readonly notAskedYet: number;
  };
}

export const YEAR: YearSettings = {
  weekdays: [1.25, 1.1, 1.05, 1, 1, 0.8, 0.8],
  hours: [
    0.5, 0.3, 0.2, 0.2, 0.2, 0.3, 0.5, 0.8, 1.2, 1.6, 2.4, 2.4, 1.6, 1.6, 2.4, 2.4, 1.6, 1.2, 1, 1, 1.2, 2, 2,
    0.9,
  ],
  lag: { medianHours: 5, ninetiethHours: 30 },
  summer: 1.1,
  publicity: { monthsAgo: 5, weight: 1.15 },
  staffing: 'desk-hours',
  shares: {
    under18: 0.28,
    domestic: 0.42,
    overAYear: 0.28,
    forensicWindow: 0.15,
    danger: 0.06,
    interpreter: 0.04,
    notAskedYet: 0.06,
  },
};

/** Referrals in a year of the demonstration (practice §8.1). */
export const A_YEAR = 1_800;

/** How many days of such a year a number of referrals fills; a fortnight at the least. */
export function daysOf(count: number): number {
  return Math.max(14, Math.round((count / A_YEAR) * 365));
}

/**
 * How many days are told where nobody says: those of `daysOf`, and where that is a year or more, back to before the
 * latest year of reach that may be published, so that there is one to open.
 */
export function daysToTell(
  count: number,
  { now, timezone }: { readonly now: Instant; readonly timezone: string },
): number {
  const days = daysOf(count);
  if (days < DAYS_OF_YEAR) return days;
  const [year = 0, month = 0] = localDate(now, timezone).split('-').map(Number);
  const published = month >= REACH_FROM_MONTH ? year - 1 : year - 2;
  const began = startOfMonth(`${published}-04`, timezone);
  return Math.max(days, Math.ceil((now - began) / DAY) + REACH_MARGIN_DAYS);
}

const DAYS_OF_YEAR = 365;
/** A year from April to March is published from July on. */
const REACH_FROM_MONTH = 7;
/** In these days somebody is referred for certain. */
const REACH_MARGIN_DAYS = 6;
