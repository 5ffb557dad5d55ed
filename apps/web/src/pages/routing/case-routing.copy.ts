import type { OverrideRouteOutcome, RouteCaseOutcome } from '#libs/casework';
import type { RefusalCopy } from '../../errors/refusal';

type RefusalOf<Outcome> =
  Extract<Outcome, { kind: 'refused' }> extends { reason: infer Reason extends string } ? Reason : never;

export const ASKED = {
  wanted: 'What support do they want?',
  acts: 'What happened, as far as they have said?',
  actsHint:
    'Only to know which windows may be open. Leave this empty if nobody has said. No account is needed.',
  hoursAgo: 'How many hours ago, if they can say it better than the referral did?',
  hoursHint: 'A whole number such as 30. Leave this empty otherwise.',
  gender: 'What is their gender, if they want to say?',
  genderHint: 'Some services are for women or for men. Leave it open if they have not said.',
  genderOpen: 'They have not said',
  workerGender: 'Do they want a woman or a man as their worker?',
  space: 'Where do they want to be seen?',
  language: 'In which language?',
  languageEnglish: 'English',
  access: 'What do they need to use a service?',
  domesticAbuse: 'Is it, or may it be, domestic abuse?',
  domesticAbuseHint: 'A partner or former partner counts by itself, from what the referral says.',
  errors: {
    wanted: 'Select what support they want',
    hoursAgo: 'Enter a whole number of hours, such as 30, or leave it empty',
    choose: 'Select one of the answers',
  },
} as const;

export const CHOOSE = {
  title: 'Choose this service',
  why: 'Why this one?',
  note: 'In your words, if the reason needs them',
  noteHint: 'Sealed with the case. Do not write what happened.',
  submit: 'Keep this choice',
  missing: 'Select why this one',
  long: 'Use 500 characters or fewer',
} as const;

export const NOTES = {
  title: 'Why these were chosen',
  intro: 'That you read this is on record.',
  none: 'Nothing was written beside the reason.',
  nothing: 'No other service was chosen.',
} as const;

const AGAIN = 'Look at the newest answer, then choose again.';

export const ROUTE_REFUSALS: RefusalCopy<RefusalOf<RouteCaseOutcome>> = {
  'case-closed': {
    sentence: 'The case is closed. Open it again before you send anybody anywhere',
    field: 'wanted',
  },
  'nothing-wanted': { sentence: ASKED.errors.wanted, field: 'wanted' },
};

export const OVERRIDE_REFUSALS: RefusalCopy<RefusalOf<OverrideRouteOutcome>> = {
  'case-closed': {
    sentence: 'The case is closed. Open it again before you choose a service',
    field: 'reason',
  },
  'newer-answer': { sentence: `A newer answer was kept while you were choosing. ${AGAIN}`, field: 'reason' },
  'not-answered': { sentence: `This service is not part of the answer. ${AGAIN}`, field: 'reason' },
  'already-first': {
    sentence: 'This service is suggested first: ask it, no reason is needed',
    field: 'reason',
  },
  'lead-decides': {
    sentence: 'The duty lead decides about this service. Ask them to choose it',
    field: 'reason',
  },
  never: { sentence: 'Nobody can choose this service for this person. Choose another one', field: 'reason' },
  'chosen-already': { sentence: 'This service was chosen already: go on and ask it', field: 'reason' },
  unreadable: {
    sentence: 'The note cannot be sealed just now. Try again, or leave the note empty',
    field: 'note',
  },
};
