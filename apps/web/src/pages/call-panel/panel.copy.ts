import type { WithoutInterpreter } from '#libs/domain';

export const PANEL = {
  title: 'Call now',
  before: 'Call',
  show: 'Show number and what to say',
  shown: 'Showing a number is recorded with your name.',
  leave: 'That you were shown this number is on record. Leave this page when the call is over.',
  nothingAgreed: 'Nothing was agreed. Give no name of a service; say you will try later.',
  words: {
    code: { name: 'Code word', none: 'None was agreed', show: 'Show the code word' },
    stop: {
      name: 'Stop word',
      none: 'None was agreed yet: agree one on this call',
      show: 'Show the stop word',
    },
  },
  wordsHint: 'One word shows at a time, and each showing is recorded with your name.',
  nobodyElse: 'Nobody is listed. If someone else answers, the number goes on hold.',
  first: 'First ask something that can be answered with yes or no, to learn whether they are alone.',
  never: 'Not tried yet.',
  agreementFirst:
    'The police sent this referral before anybody asked the person, so the number stays shut until they agree. The team that sent it has been asked to ask.',
  record: 'What happened?',
} as const;

export const CALLER_ID = {
  show: 'They agreed that our number may show.',
  withhold: 'Withhold our number.',
  neutral: 'Call from the neutral number.',
  unknown: 'Nobody has asked. Withhold our number, and ask on this call.',
} as const;

export const WITHOUT_INTERPRETER_WORDS: Readonly<Record<WithoutInterpreter, string>> = {
  'person-asked-for-none': 'The person asked to be called without one',
  'worker-speaks-it': 'I speak the language well enough for this call',
  'danger-cannot-wait': 'There is danger that cannot wait',
  'none-available': 'None was to be had, and the call cannot wait',
};

export const INTERPRETER_FIRST = {
  title: 'Book the interpreter before the first call',
  body: 'The person needs help to talk with us. Family or friends never interpret.',
  book: 'Book an interpreter',
  anyway: 'Call without an interpreter',
  legend: 'Why without one?',
  missing: 'Select why the call goes ahead without an interpreter',
} as const;
