import type { ChangeAgeOutcome } from '#libs/casework';
import type { AgeCorrectionReason } from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';

export const AGE_REASON_WORDS: Readonly<Record<AgeCorrectionReason, string>> = {
  'person-said': 'The person said so',
  'document-seen': 'A document was seen',
  'referrer-corrected': 'Whoever referred them corrected it',
  'typing-mistake': 'It was typed wrong',
};

export const CORRECT_AGE = {
  link: 'Put the age or the date of birth right',
  title: 'Put the age right',
  intro:
    'What stood there is kept, sealed. What the age means is worked out anew: who must be told, who may agree, and whose number may be called. That you have looked is recorded.',
  stands: 'On record now',
  notKnown: (band: string) => `No date of birth. Said to be: ${band}`,
  age: 'The right age or date of birth',
  ageHint: 'For example 15, or 27 3 2010. An age is the one they have today.',
  reason: 'How did it come out?',
  words: 'What you were told (optional)',
  wordsHint: 'A sentence is enough. It is sealed.',
  submit: 'Put it right',
  saved: 'The age is put right.',
  younger:
    'They are younger than we thought. Look again at what they agreed to under Consent, and at who is called. A safeguarding task is open if this age asks for one.',
  older: 'A task that was open for the wrong age stays until a lead ends it.',
} as const;

export const AGE_FORM_ERRORS = {
  missing: 'Enter the age or the date of birth',
  unreadable: 'Enter an age in years, such as 15, or a date of birth, such as 27 3 2010',
  'too-early': 'Check the year of birth: it is before 1900',
  reason: 'Select how it came out',
  words: 'Shorten this to 500 characters or fewer',
} as const;

export const AGE_REFUSALS: RefusalCopy<Extract<ChangeAgeOutcome, { kind: 'refused' }>['reason']> = {
  'born-after-report': {
    sentence: 'That is after the report. Check the year: the date of birth must lie before it',
    field: 'age',
  },
  'born-in-the-future': { sentence: 'The date of birth must be in the past', field: 'age' },
  'same-age': {
    sentence: 'That is what stands on record already. Change it, or go back: nothing needs to be saved',
    field: 'age',
  },
  'case-closed': {
    sentence: 'The case is closed. Ask the data-protection officer to correct it',
    field: 'age',
  },
  'agreement-first': {
    sentence:
      'Nobody has asked the person yet whether they want to be called, so their name and birth are not open to us. Wait for the answer of the police',
    field: 'age',
  },
  unreadable: {
    sentence:
      'The records of this person cannot be opened just now. Nothing was saved: try again in a few minutes',
    field: 'age',
  },
};

/** What the history says; ages in bands, as they stand in clear. */
export const AGE_CORRECTED = 'Age put right';
