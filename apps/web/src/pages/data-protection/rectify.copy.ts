import type { Rectified, RectifyOutcome } from '#libs/casework';
import type { RefusalCopy } from '../../errors/refusal';
import { ACT_REFUSALS } from './act.copy';

export const FIELD_WORDS: Readonly<Record<Rectified['field'], string>> = {
  'full-name': 'Their full name',
  'name-to-ask-for': 'The name to ask for',
  'date-of-birth': 'Their date of birth',
  other: 'Something else: put their words beside it',
};

export const RECTIFY = {
  title: 'Put it right',
  intro:
    'What stands there now is kept, sealed and marked. Numbers, safe times and consent are changed on the case by whoever works with them.',
  fieldLegend: 'What is wrong?',
  afterLabel: 'What should stand there',
  afterHint:
    'A date of birth as day, month and year, such as 27 3 1994. Leave it empty to put their words beside it without a change.',
  wordsLabel: 'What they said is wrong, and what you decided',
  submit: 'Save',
  saved: 'Their request is answered',
  childNow:
    'By this date of birth the person is a child. Tell the duty lead today, so that a safeguarding task is opened.',
} as const;

export const RECTIFY_ERRORS = {
  field: 'Select what is wrong',
  words: 'Enter what they said is wrong',
  tooLong: 'Enter fewer characters: 200 for the value, 2,000 for the words',
  other: 'Leave this empty: only a name or a date of birth can be changed here',
  birth: 'Enter a real date of birth, such as 27 3 1994',
} as const;

type Reason = Extract<RectifyOutcome, { kind: 'refused' }>['reason'];

export const RECTIFY_REFUSALS: RefusalCopy<Reason> = ACT_REFUSALS;
