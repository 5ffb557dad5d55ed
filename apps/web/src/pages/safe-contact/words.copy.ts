import type { RefusalCopy } from '../../errors/refusal';

export const WORDS_FORM = {
  title: 'Change what was agreed',
  intro:
    'Only what you fill in changes. What was agreed before is not shown here: it stands beside the number when you call.',
  cover: {
    label: 'What to say if someone else answers',
    hint: 'In the person’s own words. Never the name of a service.',
  },
  code: { label: 'Code word', hint: 'A word by which the person shows that it is them.' },
  stop: { label: 'Stop word', hint: 'A word that means: it is no longer safe, end the call.' },
  caller: {
    legend: 'May our number show on their phone?',
    hint: 'Many people do not answer a withheld number. Ask, and do not assume.',
    items: { show: 'Yes, show it', withhold: 'No, withhold it' },
  },
  answerers: {
    legend: 'Who else may answer, and it is still safe?',
    hint: 'Then the number is not put on hold when they do. Leave empty and choose a number to take this back.',
    who: 'Who, in the person’s words, such as “my mother”',
    route: 'Which number?',
    none: 'Leave as it is',
  },
  submit: 'Save what was agreed',
} as const;

export const WORDS_SAVED = {
  title: 'What was agreed is saved.',
  lines: ['It is shown with the number, to whoever calls next.'],
};

export const WORDS_ERRORS = {
  tooLong: 'Use 200 characters or fewer',
  route: 'Select which number they may answer',
} as const;

export const WORDS_REFUSALS: RefusalCopy<
  'unknown-route' | 'unreadable' | 'nothing-to-change' | 'stop-word-is-code-word'
> = {
  'unknown-route': { sentence: WORDS_ERRORS.route, field: 'answererRoute' },
  unreadable: {
    sentence: 'The records of this person cannot be opened just now. Tell your duty lead; nothing was saved',
    field: 'sayIfOtherAnswers',
  },
  'stop-word-is-code-word': {
    sentence: 'The stop word must not sound like the code word: agree another one',
    field: 'stopWord',
  },
  'nothing-to-change': { sentence: 'Fill in what has changed', field: 'sayIfOtherAnswers' },
};

/** When somebody else answered: what to think of before anyone calls again. */
export const SAFETY_CHECKLIST = {
  title: 'Before anyone calls again',
  steps: [
    'Nothing about the person, a service or the reason for the call was said: if anything was, tell your duty lead now.',
    'Note whether the call could be seen on the phone, and whether ours was a withheld number.',
    'Think who may have answered: does somebody who could harm the person use or see this phone?',
    'The officer can be asked for another safe way; the number stays on hold until a duty lead has looked at it.',
    'If you fear for the person now, call 999 and tell your duty lead.',
  ],
} as const;
