import type { Rectified, RectifyOutcome } from '#libs/casework';
import type { RefusalCopy } from '../../errors/refusal';
import { ACT_REFUSALS } from './act.copy';

export const FIELD_WORDS: Readonly<Record<Rectified['field'], string>> = {
  'full-name': 'Their full name',
  'name-to-ask-for': 'The name to ask for',
  other: 'Something else: put their words beside it',
};

export const RECTIFY = {
  title: 'Put it right',
  intro:
    'What stands there now is kept, sealed and marked. Numbers, safe times and consent are changed on the case by whoever works with them.',
  fieldLegend: 'What is wrong?',
  afterLabel: 'What should stand there',
  afterHint: 'Leave it empty to put their words beside it without a change.',
  wordsLabel: 'What they said is wrong, and what you decided',
  submit: 'Save',
  saved: 'Their request is answered',
} as const;

export const RECTIFY_ERRORS = {
  field: 'Select what is wrong',
  words: 'Enter what they said is wrong',
  tooLong: 'Enter fewer characters: 200 for the value, 2,000 for the words',
  other: 'Leave this empty: only a name can be changed here',
} as const;

type Reason = Extract<RectifyOutcome, { kind: 'refused' }>['reason'];

export const RECTIFY_REFUSALS: RefusalCopy<Reason> = ACT_REFUSALS;
