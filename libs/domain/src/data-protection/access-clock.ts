import {
  daysBetween,
  daysLater,
  monthsLater,
  workingDateFrom,
  type DateAnswer,
  type HolidayDates,
} from './dates';

/** A wait for an answer that only whoever asked can give. It ends on the day on which the answer came. */
export interface StoppedDays {
  readonly fromOn: string;
  /** Null while the clock is stopped. */
  readonly untilOn: string | null;
}

export interface AccessClockQuestion {
  /** The local date on which the request came in. */
  readonly receivedOn: string;
  /** In order, none before the last one ended. */
  readonly stopped: readonly StoppedDays[];
  /** Two more months, for complex or many requests, told within the first. */
  readonly extended: boolean;
}

export type AccessDue = DateAnswer | { readonly kind: 'stopped'; readonly sinceOn: string };

/** Months in which a request about one's own data is answered (UK GDPR article 12; law §8.2). */
export const ANSWER_MONTHS = 1;
export const EXTENSION_MONTHS = 2;

/**
 * The last day on which a request is answered in time: the same date of the next month or its last day; later by every
 * day on which the clock stood still; a weekend or bank holiday moves on to the next working day (law §8.2 after the
 * ICO; the clock stops for identity and clarification since February 2026). While it is stopped there is no such day.
 *
 * Example: received on 2026-01-31, a Saturday: due on 2026-03-02, because 28 February is a Saturday.
 */
export function accessDue(question: AccessClockQuestion, holidays: HolidayDates): AccessDue {
  const { receivedOn, stopped, extended } = question;
  const open = stopped.find(({ untilOn }) => untilOn === null);
  if (open !== undefined) return { kind: 'stopped', sinceOn: open.fromOn };
  const date = monthsLater(receivedOn, ANSWER_MONTHS + (extended ? EXTENSION_MONTHS : 0));
  const later = date === undefined ? undefined : daysLater(date, stoppedDays(stopped));
  return later === undefined ? { kind: 'refused', reason: 'not-a-date' } : workingDateFrom(later, holidays);
}

/** How many days the clock has stood still in waits that are over. */
export function stoppedDays(stopped: readonly StoppedDays[]): number {
  return stopped.reduce(
    (days, { fromOn, untilOn }) => days + (untilOn === null ? 0 : daysBetween(fromOn, untilOn)),
    0,
  );
}

/** Whether an extension may still be told: only until the day on which the request is due without one. */
export function mayExtend(
  question: AccessClockQuestion,
  { today, holidays }: { today: string; holidays: HolidayDates },
) {
  if (question.extended) return false;
  const due = accessDue(question, holidays);
  return due.kind === 'date' && today <= due.on;
}
