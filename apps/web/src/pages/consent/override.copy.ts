import type { AskOverrideOutcome, ChangeOverrideOutcome } from '#libs/casework';
import type { LegalBasis, OverrideState, ReviewFinding } from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';

export const LEGAL_BASIS_WORDS: Readonly<Record<LegalBasis, string>> = {
  'child-at-risk': 'A child is at risk of harm',
  'adult-at-risk': 'An adult at risk needs protection',
  'vital-interests': 'Somebody’s life or safety is in danger now',
  'serious-crime': 'To prevent or detect a serious crime',
  'court-order': 'A court has ordered it',
  'legal-duty': 'The law says we must',
};

export const OVERRIDE_STATE_WORDS: Readonly<Record<OverrideState, string>> = {
  waiting: 'Waiting',
  'in-force': 'Stands',
  ended: 'Ended',
  declined: 'Not confirmed',
};

/** What follows from each state, in a sentence beside it. */
export const OVERRIDE_STATE_SENTENCES: Readonly<Record<OverrideState, string>> = {
  waiting: 'It waits for a second person, and nothing is open.',
  'in-force': 'What it names may be shared.',
  ended: 'Nothing is open any more.',
  declined: 'Nothing was opened.',
};

export const HOURS_WORDS: Readonly<Record<number, string>> = {
  4: '4 hours',
  24: '1 day',
  72: '3 days',
  168: '7 days',
  672: '28 days',
};

export const FINDING_WORDS: Readonly<Record<ReviewFinding, string>> = {
  'was-needed': 'It was needed and went no further than it had to',
  'should-not-have-been': 'It should not have been used, or went too far',
};

export const OVERRIDE_NEW = {
  title: 'Ask to share without consent',
  intro:
    'Use this only when there is a ground in law and asking the person is impossible or would put somebody in danger. Nothing opens until a second person has confirmed it. It ends by itself, and it is reviewed.',
  recipientLabel: 'Who would be told?',
  purposeLegend: 'What for?',
  classesLegend: 'What would they be told?',
  classesHint: 'No more than they need.',
  basisLegend: 'On what ground?',
  hoursLegend: 'For how long, at most?',
  necessityLabel: 'Why is it needed, and why can it not wait for the person’s answer?',
  necessityHint: 'The second person and the reviewer read this. It is sealed, and each look is recorded.',
  submit: 'Ask a second person to confirm',
  longest: (hours: string) => `At most ${hours}`,
} as const;

export const OVERRIDE_ERRORS = {
  recipient: 'Select who would be told',
  purpose: 'Select what it is for',
  dataClasses: 'Select what they would be told',
  basis: 'Select the ground in law',
  hours: 'Select for how long',
  necessity: 'Enter why it is needed',
  tooLong: 'Shorten this to 1,000 characters or fewer',
  finding: 'Select what the review found',
  personTold: 'Select whether the person has been told',
} as const;

type Reasons<Outcome> =
  Extract<Outcome, { kind: 'refused' }> extends { reason: infer Reason extends string } ? Reason : never;

export const ASK_OVERRIDE_REFUSALS: RefusalCopy<Reasons<AskOverrideOutcome>> = {
  'too-long': { sentence: 'That ground does not allow so long. Select a shorter time', field: 'hours' },
  'nothing-to-share': { sentence: OVERRIDE_ERRORS.dataClasses, field: 'dataClasses' },
  'why-needed': { sentence: OVERRIDE_ERRORS.necessity, field: 'necessity' },
  'purpose-does-not-fit': { sentence: 'That purpose does not fit who would be told', field: 'purpose' },
  'unknown-recipient': { sentence: OVERRIDE_ERRORS.recipient, field: 'recipient' },
  unreadable: {
    sentence:
      'The record cannot be opened just now, so the reason cannot be sealed. Try again in a few minutes.',
    problem: 'unavailable',
  },
};

export const CHANGE_OVERRIDE_REFUSALS: RefusalCopy<Reasons<ChangeOverrideOutcome>> = {
  'same-person': {
    sentence: 'You asked for this, so somebody else must decide. Ask another lead or a manager.',
  },
  'already-decided': { sentence: 'Somebody has decided this already. Open it again to see how it stands.' },
  'not-in-force-yet': { sentence: 'It has not been confirmed, so there is nothing to review yet.' },
  'already-reviewed': {
    sentence: 'Somebody has reviewed this already. Open it again to read what they found.',
  },
  'not-in-force': { sentence: 'It does not stand any more, so there is nothing to end.' },
  'calendar-ends': {
    sentence: 'The bank holidays ahead are not known, so no review date can be set. Tell an administrator.',
  },
};

export const OVERRIDE_PAGE = {
  title: 'Override of consent',
  why: 'Why it is needed',
  unreadable: 'The reason cannot be read just now.',
  confirm: 'Confirm: it stands from now',
  decline: 'Do not confirm',
  yours: 'You asked for this. Somebody else must confirm it.',
  end: 'End it now',
  review: 'Review',
  findingLegend: 'What did you find?',
  toldLegend: 'Has the person been told?',
  told: { yes: 'Yes', no: 'No: telling them would put somebody in danger' },
  submitReview: 'Save the review',
  reviewed: 'Reviewed',
  reviewLate: 'Review late',
  saved: {
    confirm: { title: 'The override stands.', lines: ['It ends by itself, and a review is due.'] },
    decline: { title: 'Not confirmed. Nothing was opened.', lines: [] },
    end: { title: 'The override has ended.', lines: ['Whatever it had opened is closed.'] },
    review: { title: 'The review is on record.', lines: [] },
  },
  asked: {
    title: 'A second person has been asked.',
    lines: ['Nothing is open until they confirm. A duty lead or a manager finds it under Overrides.'],
  },
} as const;

export const OVERRIDES = {
  title: 'Overrides of consent',
  intro:
    'Sharing without consent needs a second person, ends by itself, and is reviewed within five working days.',
  nothing: 'Nothing waits, stands or is due for review.',
} as const;
