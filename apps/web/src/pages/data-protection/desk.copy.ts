export const DESK = {
  title: 'Data protection',
  intro:
    'Requests about people’s data, by what is due first. Nothing here names anybody: open a request to see who asked. That you opened it is recorded.',
  newRequest: 'Record a request',
  lateTitle: 'Late',
  openTitle: 'Open requests',
  empty: 'No request is open.',
  closedTitle: 'Closed',
  noneClosed: 'No request has been closed yet.',
  open: 'Open the request',
  late: 'Late',
  waiting: 'Clock stopped',
  elsewhere: 'Also at this desk',
} as const;

export const ELSEWHERE = [
  { text: 'Breaches of personal data', href: '/data-protection/breaches' },
  { text: 'How long records are kept', href: '/data-protection/retention' },
  { text: 'Erasures', href: '/data-protection/erasure' },
  { text: 'Emergency openings of cases', href: '/break-glass' },
] as const;

export const NEW = {
  title: 'Record a request',
  intro:
    'The clock runs from the day on which it came in, whoever took it and whether or not it says “data protection”.',
  kindLegend: 'What do they ask for?',
  referenceLabel: 'Case reference',
  referenceHint:
    'For example, WM-4F7K-9Q2D. Leave it empty if you do not know whether we hold anything: you can add it later.',
  receivedLegend: 'When did it come in?',
  receivedHint: 'The day on which anybody here received it.',
  viaLegend: 'How did it come in?',
  requesterLegend: 'Who asks?',
  nameLabel: 'Their name',
  replyLabel: 'How to answer them',
  replyHint: 'Only what they said is safe to use.',
  wordsLabel: 'What they ask for, in their words',
  wordsHint: 'Name and words are sealed: the register shows neither.',
  counselling: 'Counselling records are asked for',
  counsellingHint:
    'Of requests by police or court. The law begins with a presumption against releasing these.',
  submit: 'Record the request',
  saved: 'The request is in the register',
  savedNext: 'Next: make sure that whoever asks is who they say.',
} as const;

export const NEW_ERRORS = {
  kind: 'Select what they ask for',
  received: 'Enter the day on which it came in',
  via: 'Select how it came in',
  requester: 'Select who asks',
  words: 'Enter what they ask for, in their words',
  wordsTooLong: 'What they ask for must be 4,000 characters or fewer',
  tooLong: 'Enter 200 characters or fewer',
  future: 'Enter a day that is not in the future',
  noSuchCase: 'There is no such case that you may act on. Check the reference, or leave it empty for now',
  unreadable:
    'The key of this record cannot be reached, so nothing can be sealed. Try again in a few minutes',
  holidays:
    'The bank holidays are not known far enough ahead to work out the last day. Ask an administrator to add them',
} as const;
