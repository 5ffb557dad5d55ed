import type { DeclinedAnswer } from '#libs/domain';

export const OFFER_PAGE = {
  title: 'A call was offered and not taken up',
  intro:
    'That is theirs to decide. We count the answer, this month and the district, so that the county knows how many people were asked. Nothing that says who it was is sent or kept: do not note it anywhere for us.',
  answer: 'What did they say?',
  district: 'District they live in (optional)',
  noDistrict: 'Leave it out',
  askAgain: {
    legend: 'Day to ask again (optional)',
    hint: 'Only if the person named one, for example 27 3 2027. Your team sees the day and the district.',
  },
  submit: 'Count it',
} as const;

export const ANSWER_WORDS: Readonly<Record<DeclinedAnswer, string>> = {
  'not-now': 'Not now',
  no: 'No',
};

export const OFFER_ERRORS = {
  answer: 'Select what they said',
  day: 'Enter a real day, such as 27 3 2027, or leave it empty',
  past: 'The day to ask again must be today or later',
  tooFar: 'The day to ask again must be within two years',
  district: 'Select a district on the list, or leave it out',
} as const;

export const ASK_AGAIN_PAGE = {
  title: 'Ask again',
  intro:
    'People who said “not now” and named a day. The list holds the month, the district and the day, and nobody’s name: only you know whom you asked.',
  empty: 'Nobody on your team has a day to ask again.',
  count: 'Count an offer that was not taken up',
  done: 'I have asked again',
  saved: {
    title: 'It is counted',
    lines: ['Nothing that says who it was is kept. If they change their mind, make a referral.'],
  },
  noted: {
    title: 'Thank you for asking again',
    lines: ['If they agreed, make a referral. If not, count the answer.'],
  },
} as const;
