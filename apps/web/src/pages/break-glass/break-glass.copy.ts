import type { BreakGlassOutcome, Refused, ReviewOutcome } from '#libs/casework';
import type { GlassReason, GlassReview } from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';

type ReasonsOf<Outcome> = Extract<Outcome, Refused<string>>['reason'];

export const OPENING = {
  title: 'Open a case in an emergency',
  intro:
    'If a wall keeps a case from you and somebody may come to harm while you wait, you can open it for one hour. Try a duty lead who can see it first.',
  told: 'Whoever answers for the case, the duty leads and the data protection officer are told at once. Another person reviews it within one working day. Everything you look at is recorded.',
  referenceLabel: 'Reference of the case',
  referenceHint: 'For example, WM-4F7K-9Q2D',
  reasonLegend: 'Why must you open it now?',
  whyLabel: 'What is happening, in your words',
  whyHint: 'It is sealed, and read only by whoever reviews this. Do not name anybody.',
  submit: 'Open the case for one hour',
  notThere:
    'There is no case that you can open in this way. Check the reference, or ask a duty lead. Some walls are never opened',
  saved: 'The case is open to you for one hour.',
  savedNext: 'Those who answer for it have been told. Write down what you did, as in any case.',
} as const;

export const REASON_WORDS: Readonly<Record<GlassReason, string>> = {
  'danger-to-life': 'Somebody’s life is in danger',
  'child-at-risk': 'A child is at risk of harm',
  'adult-at-risk': 'An adult at risk needs help now',
  'nobody-else-on-duty': 'A call or a page cannot wait and nobody else is on duty',
  'person-asked': 'The person has asked for me and cannot wait',
};

export const REVIEW_WORDS: Readonly<Record<GlassReview, string>> = {
  justified: 'It was right to open it',
  'not-justified': 'It should not have been opened',
  'follow-up-needed': 'More has to be found out',
};

export const LIST = {
  title: 'Emergency access',
  intro: 'Cases that somebody opened past a wall. Each is reviewed by another person within one working day.',
  waitingTitle: 'To be reviewed',
  noneWaiting: 'Nothing waits for a review.',
  reviewedTitle: 'Reviewed lately',
  noneReviewed: 'Nothing has been reviewed yet.',
  monthsTitle: 'Month by month',
  noMonths: 'No case has been opened in an emergency yet.',
  open: 'Read the reason and review',
  ownReview: 'You opened it, so another person reviews it.',
  openCase: 'Open a case in an emergency',
  overdue: 'Overdue',
} as const;

export const REVIEW = {
  title: 'Review an emergency opening',
  legend: 'What do you make of it?',
  submit: 'Save the review',
  missing: 'Select what you make of it',
  unreadable: 'The reason cannot be opened just now. Try again in a few minutes.',
  saved: 'The review is saved.',
  savedFollowUp: 'Agree with your manager and the data protection officer who finds out more.',
  recorded: 'That you read the reason is recorded with your name.',
} as const;

export const OPENING_REFUSALS: RefusalCopy<ReasonsOf<BreakGlassOutcome>> = {
  unreadable: {
    sentence: 'The record cannot be opened just now. Try again in a few minutes, or ask a duty lead',
    field: 'reference',
  },
};

export const REVIEW_REFUSALS: RefusalCopy<ReasonsOf<ReviewOutcome>> = {
  'same-person': { sentence: LIST.ownReview },
  'already-reviewed': { sentence: 'Somebody has reviewed it already. Open the list again.' },
};

export const MISSING = {
  reference: 'Enter the reference of the case',
  reason: 'Select why you must open it now',
  why: 'Enter what is happening',
  whyTooLong: 'What is happening must be 1,000 characters or fewer',
} as const;
