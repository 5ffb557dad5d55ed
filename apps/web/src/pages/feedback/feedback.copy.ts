import type { RecordFeedbackOutcome, Refused } from '#libs/casework';
import type {
  FeedbackAbout,
  FeedbackAnswer,
  FeedbackConsent,
  FeedbackPoint,
  FeedbackQuestion,
} from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';

type ReasonsOf<Outcome> = Extract<Outcome, Refused<string>>['reason'];

export const POINT_WORDS: Readonly<Record<FeedbackPoint, string>> = {
  'after-first-contact': 'After the first contact',
  'after-referral-to-service': 'After a service was asked to help',
  'after-charging-decision': 'After the decision whether to charge',
  'after-trial': 'After the trial',
  'at-a-review': 'At a review of the support',
  'at-the-end': 'At the end of the support',
};

export const ABOUT_WORDS: Readonly<Record<FeedbackAbout, string>> = {
  police: 'The police',
  prosecution: 'The Crown Prosecution Service',
  courts: 'The courts',
  'our-service': 'Our service',
  'another-service': 'Another service',
};

export const CONSENT_WORDS: Readonly<Record<FeedbackConsent, string>> = {
  'said-yes-now': 'They said yes when we asked whether we may ask',
  'said-yes-before': 'They agreed to it before',
  'asked-us-to-note-it': 'They asked us to write it down',
};

export const QUESTION_WORDS: Readonly<Record<FeedbackQuestion, string>> = {
  informed: 'I was told what I needed to know',
  updated: 'I was kept up to date',
  supported: 'I felt supported',
};

export const ANSWER_WORDS: Readonly<Record<FeedbackAnswer, string>> = {
  yes: 'Yes',
  partly: 'Partly',
  no: 'No',
  'not-asked': 'Not asked',
  declined: 'Would rather not say',
  unknown: 'Not known',
};

export const FEEDBACK = {
  title: 'What the person says of services',
  intro: [
    'Informed, kept up to date, supported: three questions at points of the journey, asked only of somebody who agreed to be asked.',
  ],
  section: 'What was said',
  columns: ['When', 'About', 'Told what they needed', 'Kept up to date', 'Felt supported'],
  nothing: 'Nobody has asked yet.',
  add: 'Record what the person says',
} as const;

export const FEEDBACK_FORM = {
  title: 'Record what the person says of services',
  intro: ['Whatever they say changes nothing about their support. A complaint is recorded on its own page.'],
  consent: 'How did they agree to be asked?',
  consentMissing: 'Select how they agreed; without that nobody is asked',
  point: 'At which point?',
  pointMissing: 'Select at which point',
  about: 'About whom?',
  aboutMissing: 'Select whom it is about',
  missing: (question: string) => `Select an answer to “${question}”`,
  when: 'When did they say so?',
  whenHint: 'We have filled in the time it is now.',
  moment: {
    missing: 'Enter when they said it',
    notADate: 'Enter a real date for when they said it, such as 27 3 2027',
    timeMissing: 'Enter the time at which they said it',
  },
  submit: 'Record it',
  saved: { title: 'What the person said is recorded', lines: [] },
} as const;

export const FEEDBACK_REFUSALS: RefusalCopy<ReasonsOf<RecordFeedbackOutcome>> = {
  'feedback-in-the-future': {
    sentence: 'When they said it must be now or in the past',
    field: 'happenedDay',
  },
  'nothing-said': { sentence: 'Select at least one answer besides “not asked”', field: 'informed' },
  'no-consent-to-ask': { sentence: 'Select how they agreed to be asked', field: 'consent' },
};
