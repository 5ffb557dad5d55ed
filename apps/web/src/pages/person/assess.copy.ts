import type { AssessOutcome } from '#libs/casework';
import type { Assessor, CompetenceTest, Decision, Finding } from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';

export const DECISION_WORDS: Readonly<Record<Decision, string>> = {
  support: 'Whether to have support',
  'report-to-police': 'Whether to speak with the police',
  'medical-examination': 'A medical examination',
  treatment: 'Treatment',
  'who-is-told': 'Who is told',
  'where-to-live': 'Where to live',
  other: 'Another decision, named in the reasons',
};

export const FINDING_WORDS: Readonly<Record<Finding, string>> = {
  'can-decide': 'They can decide this themselves',
  'cannot-decide': 'They cannot decide this themselves',
  'not-yet': 'Not now: ask again when it is a better time for them',
};

export const TEST_WORDS: Readonly<Record<CompetenceTest, string>> = {
  gillick: 'by what they understand, under 16 (Gillick)',
  capacity: 'by their capacity for it (Mental Capacity Act)',
};

export const ASSESSOR_WORDS: Readonly<Record<Assessor, string>> = {
  recorder: 'I did',
  'other-professional': 'Another professional',
};

export const ASSESS = {
  link: 'Record how a decision was judged',
  title: 'Record how a decision was judged',
  intro:
    'One assessment is for one decision, on one day. An agreement to share something has its own, recorded with the answer under Consent.',
  presumed:
    'From 16 on people are presumed able to decide. An unwise choice is no reason to doubt it, and help to understand comes first.',
  child: 'Between 13 and 15 they decide this themselves once it is judged that they understand it.',
  under13:
    'Under 13 they do not decide alone, whatever they understand. Ask somebody with parental responsibility if that is safe, or raise it with the safeguarding lead.',
  decision: 'Which decision?',
  finding: 'What was found?',
  assessor: 'Who judged it?',
  assessorName: 'Their name and profession, if it was another professional',
  assessedOn: 'On which day?',
  reviewOn: 'When is it looked at again?',
  reviewHint: 'Needed when they cannot decide it now. Within a year.',
  reasons: 'The reasons',
  reasonsHint:
    'What they could understand, keep in mind, weigh up and say, and what help they had. Not what happened to them. It is sealed.',
  submit: 'Save the assessment',
  saved: { title: 'The assessment is on record.', lines: [] },
} as const;

export const ASSESS_ERRORS = {
  decision: 'Select which decision it is about',
  finding: 'Select what was found',
  assessor: 'Select who judged it',
  assessorName: 'Enter their name and profession',
  assessedOn: 'Enter a real date, such as 27 3 2026',
  reviewOn: 'Enter a real date, such as 27 3 2027, or leave it empty',
  reasons: 'Enter the reasons',
  tooLong: 'Shorten this to 1,000 characters or fewer',
} as const;

export const ASSESS_REFUSALS: RefusalCopy<Extract<AssessOutcome, { kind: 'refused' }>['reason']> = {
  'under-13-needs-another': { sentence: ASSESS.under13, field: 'finding' },
  'assessed-in-the-future': { sentence: 'The day must be today or earlier', field: 'assessedDay' },
  'review-needed': {
    sentence: 'Enter when it is looked at again: a finding that they cannot decide never stands for good',
    field: 'reviewDay',
  },
  'review-not-ahead': { sentence: 'The day to look again must be after today', field: 'reviewDay' },
  'review-too-far-ahead': { sentence: 'The day to look again must be within a year', field: 'reviewDay' },
  'case-closed': { sentence: 'The case is closed, so nothing new is judged on it', field: 'decision' },
  unreadable: {
    sentence:
      'The record cannot be opened just now, so the reasons cannot be sealed. Try again in a few minutes',
    field: 'reasons',
  },
};

export const ASSESSMENT = {
  back: 'Age and safety',
  rows: {
    decision: 'Decision',
    finding: 'Found',
    by: 'Judged by',
    on: 'On',
    review: 'Looked at again',
    reasons: 'Reasons',
  },
  noReview: 'When the decision comes up again',
  unreadable: 'The reasons cannot be opened just now.',
  seen: 'That you have read the reasons is recorded.',
} as const;
