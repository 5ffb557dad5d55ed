import type { CallBackFlag, ElementAnswer, PromisedElement, Wanted } from '#libs/domain';

export const WANTED_WORDS: Readonly<Record<Wanted, string>> = {
  'another-time-of-day': 'another time of day',
  'an-evening': 'an evening',
  'another-number': 'the other safe number',
  'a-later-day': 'a later working day',
};

export const ELEMENT_WORDS: Readonly<Record<PromisedElement, string>> = {
  'emotional-support': 'Emotional support',
  'justice-information': 'How the criminal justice process works',
  'support-offer': 'The offer of counselling and advocacy',
};

export const ANSWER_WORDS: Readonly<Record<ElementAnswer, string>> = {
  given: 'Given',
  declined: 'They have chosen not to',
  later: 'Another time',
};

export const FLAG_WORDS: Readonly<Record<CallBackFlag, string>> = {
  'outside-safe-times':
    'This is outside the times noted as safe. If the person’s safe times have changed, put that right as well.',
  'after-a-deadline':
    'This is after a deadline. The deadline does not move: it will count as passed, and the reason can stand beside it.',
};
