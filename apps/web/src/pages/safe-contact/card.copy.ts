import type { CallerId } from '#libs/domain';

export const CARD = {
  title: 'Safe contact',
  intro:
    'What the person said about how to reach them. It was true when they said it: check again each time.',
  contradictory: 'This card says two things at once',
  times: 'When',
  ways: 'Ways to reach them',
  agreed: 'What was agreed',
  history: (versions: number) => `All ${versions} versions, with who wrote them and when`,
  showHint: 'One thing shows at a time, and each showing is recorded with your name.',
  sealedWords: 'Sealed: whoever calls may see it',
  none: 'None was agreed yet',
  addRoute: 'Add a way to reach the person',
  others: 'Somebody else may answer it safely.',
  askPolice: 'Ask the referring team for a safe number',
  addAddress: 'Add an address',
  addDate: 'Add a date',
  remove: 'Take this date away',
  changeWords: 'Change what to say, the code word or the stop word',
  nobodySees: 'Nobody else, as far as we know.',
} as const;

export const CALLER_ID_WORDS: Readonly<Record<CallerId | 'unknown', string>> = {
  show: 'May show',
  withhold: 'Withheld',
  neutral: 'A neutral number',
  unknown: 'Not asked yet, so withheld',
};

/** What each version changed, by the part that the journal names. */
export const PART_NAMES: Readonly<Record<string, string>> = {
  referral: 'Written down with the referral',
  times: 'Safe times or never-times changed',
  'add-date': 'A date with hours of its own added',
  'remove-date': 'A date with hours of its own taken away',
  'caller-id': 'What may show of our number changed',
  wording: 'The message that may be sent changed',
  'third-party': 'The other person changed',
  'lost-contact': 'What may be done when contact is lost changed',
  address: 'An address added',
  route: 'Who may answer or see it changed',
  stopped: 'All contact stopped',
};

export const ROUTE_STATE_WORDS = {
  active: 'In use',
  suspended: 'On hold',
  quarantined: 'Out of use',
} as const;
