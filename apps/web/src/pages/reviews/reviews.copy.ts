import type { MoveReviewOutcome, PlanReviewOutcome, Refused } from '#libs/casework';
import type { ReviewMove } from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';
import { RECORD_CLOSED } from '../case-records/record.copy';

type ReasonsOf<Outcome> = Extract<Outcome, Refused<string>>['reason'];

export const MOVE_WORDS: Readonly<Record<ReviewMove, string>> = {
  'person-asked': 'The person asked for another day',
  'person-not-ready': 'It is not a good time for the person',
  'person-not-reached': 'We could not reach the person by a safe way',
  'worker-not-there': 'The worker cannot be there',
  'day-was-wrong': 'The day was wrong',
};

export const REVIEWS = {
  title: 'Reviews of support',
  intro: (weeks: number) => [
    `Support is looked at together every ${weeks} weeks, and when something happens in the investigation. Only if the person wants to: nothing is taken away from anybody who does not.`,
  ],
  next: 'What lies ahead',
  past: 'Before',
  columns: ['Review', 'Day', 'Where it stands'],
  nothingAhead: 'No review is planned. One is planned by itself once a service supports the person.',
  nothingPast: 'None yet.',
  late: 'Overdue',
  plan: 'Plan the next review',
  open: 'Hold it',
  move: 'Move it',
  all: 'Every review of the team',
} as const;

export const PLAN_FORM = {
  title: 'Plan the next review',
  intro: ['A day that suits the person. We have filled in the usual one.'],
  on: 'On which day?',
  onHint: 'For example, 27 3 2027.',
  missing: 'Enter the day of the review',
  submit: 'Plan the review',
  saved: { title: 'The review is planned', lines: [] },
} as const;

export const MOVE_FORM = {
  title: 'Move a review',
  about: (day: string) => `The review planned for ${day}`,
  intro: ['The day that was to be stays on record, with the reason. Nobody is to blame for a moved review.'],
  reason: 'Why?',
  reasonMissing: 'Select why the review is moved',
  submit: 'Move the review',
  saved: { title: 'The review is moved', lines: [] },
} as const;

const DAY_REFUSALS = {
  'review-day-not-ahead': { sentence: 'The day of the review must be later than today', field: 'onDay' },
  'review-day-too-late': { sentence: 'Choose an earlier day for the review', field: 'onDay' },
} as const;

export const PLAN_REFUSALS: RefusalCopy<ReasonsOf<PlanReviewOutcome>> = {
  ...DAY_REFUSALS,
  'case-closed': RECORD_CLOSED,
  'planned-already': { sentence: 'A review is planned already. Move that one instead.' },
};

export const MOVE_REFUSALS: RefusalCopy<ReasonsOf<MoveReviewOutcome>> = {
  ...DAY_REFUSALS,
  settled: { sentence: 'A colleague has held or moved this review already.' },
};
