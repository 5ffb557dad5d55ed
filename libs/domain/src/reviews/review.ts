import { daysBetween, daysLater } from '../data-protection/dates';
import type { SupportTask } from '../support/support-task';

export type ReviewDayRefusal = 'review-day-not-ahead' | 'review-day-too-late';

/** The day on which the support is reviewed next when nobody names one: so many whole weeks on, the same weekday. */
export function nextReviewOn(today: string, everyWeeks: number): string {
  const on = daysLater(today, everyWeeks * 7);
  if (on === undefined) throw new Error(`${today} is not a day`);
  return on;
}

/** Whether a review may be held on this day: later than today, and no later than the area allows. */
export function reviewDayFault(asked: {
  readonly on: string;
  readonly today: string;
  readonly latestWeeks: number;
}): ReviewDayRefusal | null {
  if (asked.on <= asked.today) return 'review-day-not-ahead';
  return daysBetween(asked.today, asked.on) > asked.latestWeeks * 7 ? 'review-day-too-late' : null;
}

export type MilestoneReview =
  /** One is being held already, or none is open: the milestone is talked of there. */
  | { readonly kind: 'nothing-to-do' }
  /** None is planned: one is opened now. */
  | { readonly kind: 'open' }
  /** One is planned for later: it is held now instead, and the planned one is withdrawn. */
  | { readonly kind: 'bring-forward'; readonly instead: SupportTask };

/** What a milestone of the investigation does to the reviews of a case: there is never more than one to hold. */
export function reviewAfterMilestone(live: readonly SupportTask[]): MilestoneReview {
  const [review] = live.filter(({ kind }) => kind === 'case-review');
  if (review === undefined) return { kind: 'open' };
  return review.state === 'planned' ? { kind: 'bring-forward', instead: review } : { kind: 'nothing-to-do' };
}
