import type { CardRefusal, Contradiction } from '#libs/domain';
import type { RefusalCopy } from '../../errors/refusal';

/** Why a card cannot say two things at once, and the way out of it. */
export const CONTRADICTION_WORDS: Readonly<Record<Contradiction, string>> = {
  'never-opens':
    'With these hours there is no safe time left at all. Leave a time open, or stop contact if the person wants none',
  'open-and-never-at-once':
    'On that date the same hours are safe and never safe. Remove the date first, then say its hours anew',
  'text-to-landline':
    'A text to a landline is read out aloud to whoever picks up. Say no to texts, or add a mobile number',
  'channel-of-another-kind': 'This way of reaching the person cannot carry that. Say no to it',
  'suspect-may-see-message':
    'The suspect, or someone close to them, may see what is left on this. Say no to texts, voicemail, e-mail and post on it first',
  'post-without-address':
    'Post is allowed, and there is no address for post on the card. Add the address, or say no to post',
  'post-to-police-check-address':
    'This address is for a police check alone. Say no to post, or add it as the address for post',
  'third-party-knows-nothing':
    'The other person knows nothing, so nothing may be left with them. Say what they may know, or say no to messages and choose another way',
  'no-third-party': 'There is no other person on the card yet. Add whom we may turn to first',
  'no-police-check-address': 'There is no address for a police check on the card yet. Add it first',
  'police-check-incomplete': 'Say after how many days, and through whom, a police check may be asked for',
};

const WITHOUT_FIELDS = Object.fromEntries(
  Object.entries(CONTRADICTION_WORDS).map(([code, words]) => [code, { sentence: `${words}.` }]),
) as RefusalCopy<Contradiction>;

/** Where there is no form to put right: the API, and pages whose button alone is pressed. */
export const CARD_REFUSALS: RefusalCopy<CardRefusal | 'case-closed' | 'unreadable' | 'unknown-wording'> = {
  ...WITHOUT_FIELDS,
  'unknown-route': {
    sentence: 'This way to reach the person is not on the card any more.',
    problem: 'not-found',
  },
  'out-of-use': { sentence: 'This number is out of use for good, so nothing more can be said of it.' },
  'on-hold': { sentence: 'This number is on hold. A duty lead must look at it first.' },
  'past-date': { sentence: 'Enter a date that is today or later' },
  'unknown-date': { sentence: 'That date is not on the card any more.' },
  'case-closed': { sentence: 'This case is closed, so nothing can be changed on it.' },
  unreadable: {
    sentence:
      'The person’s record cannot be opened just now, so nothing can be sealed in it. Try again in a few minutes.',
    problem: 'unavailable',
  },
  'unknown-wording': { sentence: 'Select one of the texts on the list' },
};

export const CONTRADICTION_REFUSALS = WITHOUT_FIELDS;
