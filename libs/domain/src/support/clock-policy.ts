import type { SupportTaskKind } from './codes';

/**
 * How long each piece of work may take, in working days, as a version that every task remembers. All of them are
 * ASSUMPTIONS to confirm with the lead body (docs/decisions/0029): national guidance asks for a DASH at the first
 * sign of domestic abuse and for a MARAC referral without delay when the risk is high, and gives no number of days.
 */
export interface SupportClockPolicy {
  readonly id: string;
  readonly version: number;
  /** Working days from when the task opens, or begins, until its first step. */
  readonly actWithinDays: Readonly<Record<SupportTaskKind, number>>;
  /** Working days from sending until somebody must have said that they have it. */
  readonly answerWithinDays: number;
  /** Calendar days before the samples' date on which somebody looks at them. */
  readonly samplesLeadDays: number;
  /** The farthest a flag may be looked at again, in calendar days. */
  readonly longestReviewDays: number;
  /** The farthest a check-in may be asked for, in calendar days. */
  readonly longestCheckInDays: number;
}

export const SUPPORT_CLOCKS: SupportClockPolicy = {
  id: 'support-tasks',
  version: 1,
  actWithinDays: {
    dash: 1,
    marac: 2,
    idva: 1,
    'abuse-review': 2,
    'sample-review': 5,
    'check-in': 1,
    transfer: 2,
    'plan-task': 1,
    'urgent-need': 1,
    'case-review': 5,
    'confirm-appointment': 1,
  },
  answerWithinDays: 2,
  samplesLeadDays: 28,
  longestReviewDays: 92,
  longestCheckInDays: 3 * 366,
};
