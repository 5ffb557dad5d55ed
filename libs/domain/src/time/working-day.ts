import { DAY, parseTimeOfDay, yearOf, yearStart, type DayNumber } from './civil-date';
import { horizonOf, refused, type Horizon, type WorkingCalendar } from './calendar';
import type { Instant } from './instant';
import { dayOf, firstReading } from './local-time';
import { dueAfter, nextOpening, type Due } from './open-time';
import type { QuestionRefusal } from './opening-hours';
import { inRange, wholeSecond } from './parse-instant';
import { countBelow } from './year-table';

/**
 * What "n working days" means, named because government services disagree:
 * A – close of service on the n-th working date after the date of the start, wherever that falls;
 * B – n times eight hours of opening time;
 * C – a start outside opening hours first moves to the next opening, then A.
 */
export type Reading = 'A' | 'B' | 'C';

/** Reading B's working day. */
export const WORKING_DAY_SECONDS = 28_800;

export interface WorkingDayQuestion {
  readonly start: Instant;
  readonly days: number;
  readonly reading: Reading;
  /** Close of service for A and C, `HH:MM`. It holds on a day that closes earlier too. B does not look at it. */
  readonly closesAt: string;
}

/**
 * When do this many working days end? A working date is one with any opening left after overrides, holidays and
 * closed periods. Where a clock change repeats or skips `closesAt`, close of service is the first instant of the
 * date at which the wall reads it or later.
 *
 * Example: reported Friday 6 March 2026 22:40, one day: A is Monday 17:00, C is Tuesday 17:00.
 */
export function workingDayDue(calendar: WorkingCalendar, question: WorkingDayQuestion): Due {
  const { days, reading, closesAt } = question;
  if (!Number.isSafeInteger(days) || days < 1) return refused('invalid-days');
  if (!inRange(question.start)) return refused('out-of-range');
  const start = wholeSecond(question.start);
  switch (reading) {
    case 'A':
      return closeOfService(calendar, { start, from: start, days, closesAt });
    case 'B':
      return dueAfter(calendar, { start, seconds: days * WORKING_DAY_SECONDS });
    case 'C': {
      const opening = nextOpening(calendar, start);
      if (opening.kind === 'refused') return opening;
      return closeOfService(calendar, { start, from: opening.at, days, closesAt });
    }
    default:
      return refused('unknown-reading');
  }
}

/** The n-th date with any opening after the given one; finds it by counting years, then by binary search. */
export function workingDayAfter(
  calendar: WorkingCalendar,
  question: { day: DayNumber; count: number; horizon: Horizon },
): { kind: 'day'; day: DayNumber } | { kind: 'refused'; reason: QuestionRefusal } {
  let { count, day: last } = question;
  for (let year = yearOf(last * DAY); yearStart(year) <= question.horizon.at; year += 1) {
    const { workingDays } = calendar.tableOf(year);
    // A date that straddles two UTC years is listed in both: only dates after the last one seen count.
    const seen = countBelow(workingDays, last + 1);
    const day = workingDays[seen + count - 1];
    if (day !== undefined) return { kind: 'day', day };
    count -= workingDays.length - seen;
    last = Math.max(last, workingDays.at(-1) ?? last);
  }
  return refused(question.horizon.reason);
}

function closeOfService(
  calendar: WorkingCalendar,
  question: { start: Instant; from: Instant; days: number; closesAt: string },
): Due {
  const closesAt = parseTimeOfDay(question.closesAt);
  if (closesAt === undefined) return refused('invalid-closes-at');
  const horizon = horizonOf(calendar, question.start);
  const found = workingDayAfter(calendar, {
    day: dayOf(calendar.zone, question.from),
    count: question.days,
    horizon,
  });
  if (found.kind === 'refused') return found;
  const at = firstReading(calendar.zone, found.day * DAY + closesAt);
  return at > horizon.at ? refused(horizon.reason) : { kind: 'due', at };
}
