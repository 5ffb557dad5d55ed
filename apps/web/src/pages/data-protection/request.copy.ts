export const REQUEST = {
  title: (reference: string) => `Request ${reference}`,
  nextTitle: 'What you can do now',
  review: 'Look through what was put aside',
  pack: 'Read or print the pack',
  clockTitle: 'The clock',
  clockIntro: 'Every version of it is kept, with the bank holidays it counted.',
  wordsTitle: 'What they ask for',
  unreadable: 'This cannot be opened: its key is gone or out of reach.',
  recorded: 'That you opened this page is recorded.',
  presumption:
    'Counselling records are asked for. The law begins with a presumption against releasing them: they need likely substantial probative value, and the approval of a senior officer.',
  changedTitle: 'The request has changed',
  changed:
    'Somebody changed it after you opened the page, so nothing was saved. Open it again and look what is new.',
} as const;
