import type { Instant } from '#libs/domain';
import { distanceInWords, lengthInWords, momentInWords } from './moments';

/** A deadline as people read it; drawn by `deadlineWords` in views/macros/deadlines.njk. */
export interface DeadlineWords {
  /** "today at 4:30pm". */
  readonly when: string;
  /** "in 1 h 25 m", or "overdue by 25 m": words, not only a colour. */
  readonly left: string;
  readonly passed: boolean;
}

/** In time means at the due instant or before it. */
export function deadlineInWords(
  dueAt: Instant,
  { now, timezone }: { now: Instant; timezone: string },
): DeadlineWords {
  const passed = now > dueAt;
  const left = passed ? `overdue by ${lengthInWords(now - dueAt)}` : distanceInWords(dueAt, now);
  return { when: momentInWords(dueAt, { now, timezone }), left, passed };
}
