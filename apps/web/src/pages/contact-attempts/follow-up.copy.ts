import type { FollowUpRefusal } from '#libs/casework';
import type { IdentityAnswer } from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';

export const FOLLOW_UP = {
  title: 'About this conversation',
  intro: 'A few answers, and no account of what was said.',
  identityLegend: 'How did you know that it was them?',
  identityHint:
    'Somebody else may answer and say yes to a name. Until this is known, the call counts as reached and not as a conversation.',
  elementsLegend: 'What were they given?',
  stillSafe: 'They said that this number is still safe',
  stillSafeHint:
    'Ask it in every conversation. It starts the time anew after which the number must be checked again.',
  submit: 'Save',
} as const;

export const IDENTITY_WORDS: Readonly<Record<IdentityAnswer, string>> = {
  'code-word': 'They said the code word',
  'date-of-birth': 'They told me their date of birth',
  'known-voice': 'I know their voice',
  'not-sure': 'I am not sure that it was them',
};

export const FOLLOW_UP_ERRORS = {
  identity: 'Select how you knew that it was them',
  element: (name: string) => `${name}: select given, not wanted or another time`,
} as const;

export const FOLLOW_UP_SAVED = {
  counts: { title: 'The conversation is on record.', lines: [] },
  waits: {
    title: 'The conversation is on record.',
    lines: ['It was said after a deadline had passed. It counts once a colleague has confirmed it.'],
  },
  unsure: {
    title: 'Saved. It counts as reached, and not as a conversation.',
    lines: ['Try again at a safe time, and ask for the code word or their date of birth.'],
  },
} as const;

export const FOLLOW_UP_REFUSALS: RefusalCopy<FollowUpRefusal> = {
  'no-conversation': {
    sentence: 'Nobody was spoken with in this attempt, so there is nothing to say about it.',
  },
  'already-told': { sentence: 'This was answered before. Record a new attempt if something has changed.' },
  'only-who-spoke': { sentence: 'Only the person who spoke with them can say how they knew whom it was.' },
  'not-accepted': { sentence: 'A colleague did not confirm this attempt, so it counts for nothing.' },
};
