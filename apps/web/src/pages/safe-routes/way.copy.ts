import type { AddRouteOutcome } from '#libs/casework';
import type { Contradiction } from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';
import { CONTRADICTION_WORDS } from '../safe-contact/contradiction.copy';
import { ROUTE_ERRORS, ROUTE_QUESTIONS } from './route.copy';
import type { AskedChannel, Way } from './ways';

export const WAYS_PAGE = {
  title: 'Add a way to reach the person',
  intro: 'Only what the person named, or what somebody told us for them. Nothing else on the card changes.',
  legend: 'What is it?',
} as const;

interface WayWords {
  readonly choice: string;
  readonly hint: string;
  readonly title: string;
  readonly value: string;
  readonly valueHint: string;
}

const ANY_FORMAT = 'Any format, for example 07700 900123.';

export const WAY_WORDS: Readonly<Record<Way, WayWords>> = {
  mobile: {
    choice: 'Their mobile number',
    hint: 'Calls, texts and voicemail.',
    title: 'Add their mobile number',
    value: 'Mobile number',
    valueHint: ANY_FORMAT,
  },
  landline: {
    choice: 'Their landline number',
    hint: 'Calls and voicemail. A text would be read out aloud to whoever picks up.',
    title: 'Add their landline number',
    value: 'Landline number',
    valueHint: 'Any format, for example 01632 960123.',
  },
  work: {
    choice: 'A number at their work',
    hint: 'Colleagues may answer it.',
    title: 'Add a number at their work',
    value: 'Number at work',
    valueHint: 'Any format, without an extension: an extension could reach someone else.',
  },
  'someone-else': {
    choice: 'Somebody else’s number',
    hint: 'Of somebody whom the person named. For a child, a duty lead marks it safe first.',
    title: 'Add somebody else’s number',
    value: 'Their number',
    valueHint: ANY_FORMAT,
  },
  email: {
    choice: 'An e-mail address',
    hint: 'E-mail alone.',
    title: 'Add an e-mail address',
    value: 'E-mail address',
    valueHint:
      'For example name@example.org. Think of who else can open it: a shared device, a shared account.',
  },
};

export const WAY_QUESTIONS = {
  owner: 'Whose address is it?',
  own: 'The person’s own',
  elses: 'Someone else’s, whom the person named',
  whose: { 'may-be-elses': ROUTE_QUESTIONS.whose, always: 'Who are they to the person?' },
  whoseHint: ROUTE_QUESTIONS.whoseHint,
  unknownHint: ROUTE_QUESTIONS.callHint,
  channels: {
    call: ROUTE_QUESTIONS.call,
    text: ROUTE_QUESTIONS.text,
    voicemail: ROUTE_QUESTIONS.voicemail,
    email: 'Is it safe to send e-mail to it?',
  } satisfies Record<AskedChannel, string>,
} as const;

export const WAY_ERRORS = {
  missing: {
    mobile: 'Enter the mobile number',
    landline: 'Enter the landline number',
    work: 'Enter the number at their work',
    'someone-else': 'Enter their number',
    email: 'Enter the e-mail address',
  } satisfies Record<Way, string>,
  unreadable: ROUTE_ERRORS.unreadable,
  'has-extension': ROUTE_ERRORS['has-extension'],
  notMobile: 'Enter a mobile number. This one is a landline: go back and add it as that',
  notLandline: 'Enter a landline number. This one is a mobile: go back and add it as that',
  email: 'Enter an e-mail address, such as name@example.org',
  emailTooLong: 'Shorten the e-mail address to 200 characters or fewer',
  owner: 'Select whose address it is',
  whose: ROUTE_ERRORS.whose,
  whoseTooLong: ROUTE_ERRORS.whoseTooLong,
  notOnTheList: ROUTE_ERRORS.notOnTheList,
  first: { call: ROUTE_ERRORS.call, email: 'Select whether it is safe to send e-mail to it' },
  saidBy: ROUTE_ERRORS.saidBy,
} as const;

export const ADDED = {
  submit: 'Add it to the card',
  saved: 'It is on the safe-contact card.',
  held: 'It is on hold: the person is a child and it is somebody else’s. A duty lead marks it safe first.',
  call: 'It may be called, at safe times only.',
  notCall: 'It may not be called, because nobody has said that calling it is safe.',
  email: 'A message may go to it, in the words that the person chose.',
  notEmail: 'Nothing is sent to it, because nobody has said that e-mail is safe.',
} as const;

const CONTRADICTIONS = Object.fromEntries(
  Object.entries(CONTRADICTION_WORDS).map(([code, sentence]) => [code, { sentence, field: 'value' }]),
) as RefusalCopy<Contradiction>;

export const ADD_REFUSALS: RefusalCopy<Extract<AddRouteOutcome, { kind: 'refused' }>['reason']> = {
  ...CONTRADICTIONS,
  'agreement-first': {
    sentence:
      'The person has not been asked yet. When they have agreed to be called, record that under Consent, then add this.',
  },
  'on-the-card': {
    sentence: 'This is on the safe-contact card already. Change what is safe on it there',
    field: 'value',
  },
  'out-of-use': {
    sentence: 'This was taken out of use, so it cannot be added again. Enter a different one',
    field: 'value',
  },
  'case-closed': { sentence: 'This case is closed, so nothing can be added to it.' },
  unreadable: {
    sentence:
      'The person’s record cannot be opened just now, so nothing can be sealed in it. Try again in a few minutes.',
    problem: 'unavailable',
  },
};
