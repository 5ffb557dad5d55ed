import { DEFAULT_DISCLOSURE_RULE, rounded, type DisclosureRule } from '../disclosure';

/** How long people wait, as it stands. Lengths in whole milliseconds since they first asked; null when nobody waits. */
export interface WaitingFigures {
  /** Accepted, and nobody has met them yet; at the desk: asked for, and not sent to anybody yet. */
  readonly waiting: number;
  readonly median: number | null;
  readonly p90: number | null;
  readonly longest: number | null;
  /** Who has a worker: allocated or met. */
  readonly caseload: number;
  /** Sent to the service and not answered. */
  readonly unanswered: number;
  /** How many more it could take before somebody has to wait; null where it sets no limit. */
  readonly room: number | null;
}

/** What is told on the first of a month to whoever pays. Null is a number that might point at somebody. */
export interface ReleasedFigures {
  readonly waiting: number | null;
  /** In whole weeks. */
  readonly median: number | null;
  readonly p90: number | null;
  readonly longest: number | null;
  readonly caseload: number | null;
}

/** By the rounded count: 13 wait at least. */
export const FEWEST_FOR_LENGTHS = DEFAULT_DISCLOSURE_RULE.smallestFigureBase;

const WEEK = 7 * 24 * 60 * 60_000;
/**
 * The figures as they may be published (DESIGN §10): a count from 1 to 7 is left out and others are rounded to the
 * nearest 5; lengths are said in whole weeks, never more than they are, and only where the rounded count is at least
 * 15, because the longest of a few is about one of them; by the rounded count, so that it says nothing more of the count.
 *
 * Example: 12 waiting are 10, without lengths; 13 are 15, with lengths; 4 are left out.
 */
export function releasedFigures(
  figures: Pick<WaitingFigures, 'waiting' | 'median' | 'p90' | 'longest' | 'caseload'>,
  rule: DisclosureRule,
): ReleasedFigures {
  const waiting = rounded(figures.waiting, rule);
  const enough = waiting !== null && waiting >= rule.smallestFigureBase;
  const weeks = (length: number | null) => (enough && length !== null ? Math.floor(length / WEEK) : null);
  return {
    waiting,
    median: weeks(figures.median),
    p90: weeks(figures.p90),
    longest: weeks(figures.longest),
    caseload: rounded(figures.caseload, rule),
  };
}
