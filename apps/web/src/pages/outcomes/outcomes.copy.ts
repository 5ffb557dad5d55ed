import type { CorrectOutcomeOutcome, RecordOutcomesOutcome, Refused } from '#libs/casework';
import type { OutcomeAnswer, OutcomeChange } from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';

type ReasonsOf<Outcome> = Extract<Outcome, Refused<string>>['reason'];

export const NO_SCORE_WORDS: Readonly<Record<Exclude<OutcomeAnswer, 'scored'>, string>> = {
  'not-asked': 'Not asked',
  declined: 'Would rather not say',
  unknown: 'Not known',
};

export const CHANGE_WORDS: Readonly<Record<NonNullable<OutcomeChange['direction']>, string>> = {
  better: 'Better than the first time',
  same: 'The same as the first time',
  worse: 'Lower than the first time',
};

export const OUTCOMES = {
  title: 'How it goes for the person',
  intro: (lowest: number, highest: number) => [
    `Three things, each in the person’s own view, from ${lowest} (not at all) to ${highest} (very much). Nobody has to answer, and it changes nothing about the support.`,
  ],
  changes: 'So far',
  changeColumns: ['What', 'First', 'Last', 'How it changed'],
  noChanges: 'Nobody has asked yet.',
  tooFew: 'Asked too few times to say',
  never: 'None',
  times: 'Each time',
  timeColumns: ['What', 'Answer', 'When', 'Recorded by'],
  noTimes: 'Nothing is recorded.',
  corrected: 'corrected since',
  correction: 'a correction',
  add: 'Record answers',
  correct: 'Correct it',
} as const;

export const OUTCOME_FORM = {
  title: 'Record how it goes for the person',
  intro: ['Ask only if it suits the person now. A number on paper is no reason to ask.'],
  missing: (what: string) => `Select an answer to: ${what}`,
  when: 'When did they say so?',
  whenHint: 'We have filled in the time it is now.',
  moment: {
    missing: 'Enter when they said so',
    notADate: 'Enter a real date for when they said so, such as 27 3 2027',
    timeMissing: 'Enter the time at which they said so',
  },
  submit: 'Record the answers',
  saved: { title: 'The answers are recorded', lines: [] },
} as const;

export const CORRECT_FORM = {
  title: 'Correct an answer',
  intro: ['For a slip of the finger. What was typed first stays on record, and this stands in its place.'],
  legend: 'What did the person say?',
  missing: 'Select what the person said',
  submit: 'Correct the answer',
  saved: { title: 'The answer is corrected', lines: [] },
} as const;

const REFUSED = {
  'outcome-in-the-future': { sentence: 'When they said so must be now or in the past', field: 'happenedDay' },
  'score-missing': { sentence: 'Choose a number on the scale, or why there is none.' },
  'score-off-the-scale': { sentence: 'Choose a number on the scale.' },
  'score-not-wanted': { sentence: 'A number stands beside a reason for none. Choose one of them.' },
  'measure-twice': { sentence: 'Something is answered twice. Give one answer to each.' },
  'no-measure': { sentence: 'Give at least one answer.' },
} as const;

export const OUTCOME_REFUSALS: RefusalCopy<ReasonsOf<RecordOutcomesOutcome>> = REFUSED;

export const CORRECT_REFUSALS: RefusalCopy<ReasonsOf<CorrectOutcomeOutcome>> = {
  ...REFUSED,
  'corrected-already': { sentence: 'A colleague has corrected this answer already.' },
};
