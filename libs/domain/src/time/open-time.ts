import { yearOf, yearStart } from './civil-date';
import { horizonOf, refused, type WorkingCalendar } from './calendar';
import type { Instant } from './instant';
import type { QuestionRefusal } from './opening-hours';
import { inRange, wholeSecond } from './parse-instant';
import { countBelow, openBefore } from './year-table';

export type Due = { kind: 'due'; at: Instant } | { kind: 'refused'; reason: QuestionRefusal };

/**
 * When is this much opening time used up? A budget that ends with the opening hours is due at closing, not at the
 * next opening. A budget of 0 is due at the first open instant: now if open.
 *
 * Example: Friday 16:15 and two hours, open 09:00–17:00 from Monday to Friday, is due on Monday at 10:15.
 */
export function dueAfter(calendar: WorkingCalendar, question: { start: Instant; seconds: number }): Due {
  if (!Number.isSafeInteger(question.seconds) || question.seconds < 0) return refused('invalid-seconds');
  if (!inRange(question.start)) return refused('out-of-range');
  const start = wholeSecond(question.start);
  const horizon = horizonOf(calendar, start);
  if (question.seconds === 0) {
    const opening = nextOpening(calendar, start);
    return opening.kind === 'refused' ? opening : { kind: 'due', at: opening.at };
  }
  let left = question.seconds * 1_000;
  for (let year = yearOf(start); yearStart(year) <= horizon.at; year += 1) {
    const table = calendar.tableOf(year);
    const passed = openBefore(table, start);
    if (left <= table.total - passed) {
      const target = passed + left;
      const i = countBelow(table.before, target) - 1;
      const at = (table.starts[i]! + target - table.before[i]!) as Instant;
      return at > horizon.at ? refused(horizon.reason) : { kind: 'due', at };
    }
    left -= table.total - passed;
  }
  return refused(horizon.reason);
}

/** Opening time between two instants, in seconds. Nothing open in between is 0, not a second more. */
export function openSecondsBetween(
  calendar: WorkingCalendar,
  question: { from: Instant; to: Instant },
): { kind: 'elapsed'; seconds: number } | { kind: 'refused'; reason: QuestionRefusal } {
  if (!inRange(question.from) || !inRange(question.to)) return refused('out-of-range');
  const from = wholeSecond(question.from);
  const to = wholeSecond(question.to);
  if (to < from) return refused('end-before-start');
  const horizon = horizonOf(calendar, from);
  if (to > horizon.at) return refused(horizon.reason);
  let open = -openBefore(calendar.tableOf(yearOf(from)), from);
  for (let year = yearOf(from); year < yearOf(to); year += 1) open += calendar.tableOf(year).total;
  open += openBefore(calendar.tableOf(yearOf(to)), to);
  return { kind: 'elapsed', seconds: open / 1_000 };
}

/** Half-open: open at 09:00:00, closed at 17:00:00. False where the holidays are not known, since unknown is no. */
export function isOpen(calendar: WorkingCalendar, at: Instant): boolean {
  if (!inRange(at) || (calendar.knownBefore !== undefined && at >= calendar.knownBefore)) return false;
  const { starts, ends } = calendar.tableOf(yearOf(at));
  const i = countBelow(starts, at + 1) - 1;
  return i >= 0 && at < ends[i]!;
}

export type Opening = { kind: 'opening'; at: Instant } | { kind: 'refused'; reason: QuestionRefusal };

/** The first open instant that is not before this one: itself, if open. */
export function nextOpening(calendar: WorkingCalendar, at: Instant): Opening {
  if (!inRange(at)) return refused('out-of-range');
  const horizon = horizonOf(calendar, at);
  for (let year = yearOf(at); yearStart(year) <= horizon.at; year += 1) {
    const { starts, ends } = calendar.tableOf(year);
    const i = countBelow(ends, at + 1);
    if (i === starts.length) continue;
    const opening = Math.max(at, starts[i]!) as Instant;
    return opening >= horizon.at ? refused(horizon.reason) : { kind: 'opening', at: opening };
  }
  return refused(horizon.reason);
}

/**
 * The last second that is open and not after this instant, at most fifty years back. A deadline at closing, 17:00:00,
 * has 16:59:59: by then the doors are shut. Answers 'beyond-50-years' when there is none.
 */
export function lastOpenInstantNotAfter(calendar: WorkingCalendar, at: Instant): Opening {
  if (!inRange(at)) return refused('out-of-range');
  const second = wholeSecond(at);
  if (calendar.knownBefore !== undefined && second >= calendar.knownBefore)
    return refused('past-known-holidays');
  for (let year = yearOf(second); year >= yearOf(second) - 50; year -= 1) {
    const { starts, ends } = calendar.tableOf(year);
    const i = countBelow(starts, second + 1) - 1;
    if (i >= 0) return { kind: 'opening', at: Math.min(second, ends[i]! - 1_000) as Instant };
  }
  return refused('beyond-50-years');
}

/** The 24-hour limb: plain elapsed time, whatever the clocks or the opening hours do. */
export function addElapsed(question: { start: Instant; seconds: number }): Instant {
  return (wholeSecond(question.start) + question.seconds * 1_000) as Instant;
}
