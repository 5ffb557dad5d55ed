import type { MatchEvidence } from '#libs/domain';

export const SEARCH_PAGE = {
  title: 'Have we met this person before?',
  intro:
    'Look before you take a referral: one person, one worker, one story told once. Give what you have. An accent, a short name, or a day and month the other way round does not matter.',
  plainIntro:
    'Look somebody up by what you know of them. An accent, a short name, or a day and month the other way round does not matter.',
  name: 'Name',
  nameHint: 'As much of it as you know.',
  age: 'Age or date of birth (optional)',
  ageHint: 'For example 27, or 27 3 1998. A date of birth finds far more than an age.',
  number: 'Telephone number (optional)',
  submit: 'Search',
  logged: 'Everybody who is shown to you is recorded, with your name.',
  back: 'All doors',
} as const;

export const SEARCH_ERRORS = {
  name: 'Enter a name to look for',
  more: 'Enter a second name, a date of birth or a telephone number too: a first name alone finds nobody',
  number: 'Enter a telephone number, such as 07700 900123',
  age: 'Enter an age in years, or a date of birth such as 27 3 1998',
  answer: 'Select who it is',
  unreadable: 'The search cannot be kept just now. Try again in a few minutes',
} as const;

export const RESULTS_PAGE = {
  title: 'Who we may have met',
  nobody: 'Nobody we may show you matches.',
  nobodyHint:
    'That is no proof: names are misheard and numbers change. Whoever takes the person on is told if a match comes up later.',
  more: 'There are more. Search again with a date of birth or a number to see fewer.',
  question: 'Who is it?',
  fresh: 'Somebody new',
  freshHint: 'None of them, or you cannot tell.',
  samePerson: 'with a new report',
  sameReport: 'one more call about the report we have',
  sameReportHint: 'No new referral. The case notes that it was told again.',
  submit: 'Go on',
  again: 'Search again',
  open: 'Open case',
  closed: 'Closed',
  live: 'Open',
} as const;

export const EXPIRED_PAGE = {
  title: 'This search has ended',
  text: 'What was typed is kept for half an hour and is gone now.',
  again: 'Search again',
} as const;

export const TOLD_AGAIN = {
  title: 'Noted: told of again',
  lines: ['There is no second referral. If whoever called knows a safer number or time, add it here.'],
} as const;

/** What speaks for or against two records being of one person. */
export const EVIDENCE_WORDS: Readonly<Record<MatchEvidence, string>> = {
  'same-name': 'Same name',
  'name-in-another-order': 'Same names in another order',
  'name-with-more-parts': 'Same name, one with more parts',
  'short-name': 'A short form of the name',
  'name-misspelt': 'Name one letter apart',
  'name-sounds-alike': 'Name sounds alike',
  'name-by-initial': 'Name fits an initial',
  'name-much-misspelt': 'Name roughly alike',
  'same-single-name': 'Same first name, and no other name known',
  'part-of-name': 'Part of the name, and no more of it known',
  'one-name-in-common': 'One name in common, another differs',
  'other-name': 'Different names',
  'same-birth': 'Same date of birth',
  'birth-day-and-month-swapped': 'Date of birth with day and month the other way round',
  'birth-one-slip': 'Date of birth one figure apart',
  'birth-same-day-other-year': 'Same birthday, another year',
  'other-birth': 'Different dates of birth',
  'same-number': 'Same number or address',
  'number-of-several-people': 'Same number, which several people use',
  'same-crime-reference': 'Same crime number',
  'same-age-band': 'About the same age',
  'other-age-band': 'Different ages',
};
