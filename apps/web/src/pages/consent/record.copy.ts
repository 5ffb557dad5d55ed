import type { RecordConsentOutcome, WithdrawConsentOutcome } from '#libs/casework';
import type { RefusalCopy } from '../../errors/refusal';

export const RECORD = {
  title: 'Record an answer',
  readOut: 'Read this out',
  whatFollows: 'each of the things that I name now',
  version: (wording: string) => `Wording ${wording}`,
  childNote:
    'Under 16: the person’s own yes counts only after you have assessed that they understand this decision. They may say no without that.',
  under13Note:
    'Under 13: their own yes does not count. Somebody with parental responsibility may answer, if that is safe. If it is not, ask for an override.',
  decisionLegend: 'What did they answer?',
  decisions: { given: 'Yes', refused: 'No' },
  classesLegend: 'Yes to what?',
  classesHint: 'Only what they agreed to. For a no, leave all of them empty if they meant everything.',
  giverLegend: 'Who answered?',
  authorityLabel: 'What gives them the authority?',
  authorityNone: 'Nobody else answered',
  assessmentLabel: 'Your assessment, in a sentence or two',
  assessmentHint:
    'Needed for a yes by a child of 13 to 15, and for a best-interests decision: how you judged that they understand it, or that they cannot decide it. It is sealed.',
  howLegend: 'How did they tell us?',
  daysLabel: 'For how long?',
  daysUnlimited: 'Until they say otherwise',
  days: { 30: '30 days', 90: '3 months', 180: '6 months', 365: '1 year' },
  submit: 'Save the answer',
  saved: { title: 'The answer is on record.', lines: [] },
  savedClosing: (count: number) =>
    count === 1 ? 'One share was closed by it.' : `${count} shares were closed by it.`,
} as const;

export const RECORD_ERRORS = {
  decision: 'Select what they answered',
  dataClasses: 'Select what they agreed to',
  giver: 'Select who answered',
  how: 'Select how they told us',
  assessment: 'Shorten this to 1,000 characters or fewer',
  authority: 'Select one of the authorities on the list',
  days: 'Select one of the lengths on the list',
} as const;

type Reasons<Outcome> =
  Extract<Outcome, { kind: 'refused' }> extends { reason: infer Reason extends string } ? Reason : never;

const UNREADABLE =
  'The record cannot be opened just now, so the assessment cannot be sealed. Try again in a few minutes.';

export const RECORD_REFUSALS: RefusalCopy<Reasons<RecordConsentOutcome>> = {
  'under-13-needs-another': {
    sentence:
      'Their own yes does not count under 13. Ask somebody with parental responsibility if that is safe, or ask for an override',
    field: 'giver',
  },
  'under-16-needs-assessment': {
    sentence: 'Enter how you assessed that they understand this decision, or record the answer of a parent',
    field: 'assessment',
  },
  'decides-for-themselves': {
    sentence: 'From 16 on people decide this for themselves. Ask the person',
    field: 'giver',
  },
  'authority-needed': { sentence: 'Select what gives them the authority to answer', field: 'authority' },
  'capacity-needs-assessment': {
    sentence:
      'A best-interests decision is only for people of 16 and over, and needs your assessment that they cannot decide this themselves',
    field: 'assessment',
  },
  'purpose-does-not-fit': { sentence: 'There is no such question.', problem: 'not-found' },
  'nothing-chosen': { sentence: RECORD_ERRORS.dataClasses, field: 'dataClasses' },
  'unknown-recipient': { sentence: 'That service is not one we can share with.', problem: 'not-found' },
  unreadable: { sentence: UNREADABLE, problem: 'unavailable' },
};

export const WITHDRAW = {
  title: 'Withdraw an agreement',
  intro:
    'People may change their mind at any time and need give no reason. It takes effect the moment you save it.',
  effects: [
    'Whatever it had opened closes at once, and the other service is told so.',
    'Nothing that waits to be sent for it is sent.',
    'What somebody there has already read stays listed on the consent page.',
  ],
  whatLegend: 'What do they take back?',
  everything: 'All of it',
  giverLegend: 'Who told us?',
  giverHint: 'Whoever says it is believed, and it takes effect. We ask for no proof.',
  submit: 'Withdraw',
  saved: { title: 'Withdrawn.', lines: ['It took effect at once.'] },
  nothing: 'Nothing is agreed that could be withdrawn.',
} as const;

export const WITHDRAW_ERRORS = {
  what: 'Select what they take back',
  giver: 'Select who told us',
  how: RECORD_ERRORS.how,
} as const;

export const WITHDRAW_REFUSALS: RefusalCopy<Reasons<WithdrawConsentOutcome>> = {
  'nothing-to-withdraw': { sentence: WITHDRAW.nothing },
};

export const ABOUT = {
  title: 'What is the question about?',
  intro: 'Choose who and what for. You then see the words to read out.',
} as const;
