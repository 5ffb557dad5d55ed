import type {
  BeginReviewOutcome,
  ChangeRequestRefusal,
  RectifyOutcome,
  RestrictOutcome,
  SealPackOutcome,
} from '#libs/casework';
import type { RefusalCopy } from '../../errors/refusal';
import { HINDRANCES } from '../erasure/erasure.copy';

type Reason =
  | ChangeRequestRefusal
  | Extract<BeginReviewOutcome, { kind: 'refused' }>['reason']
  | Extract<RectifyOutcome, { kind: 'refused' }>['reason']
  | Extract<RestrictOutcome, { kind: 'refused' }>['reason']
  | Extract<SealPackOutcome, { kind: 'refused' }>['reason'];

/** On the page of this act there is nothing to type in again. */
const WITHOUT_FIELD = {
  'case-open': { sentence: `${HINDRANCES['case-open'].sentence}.` },
  'on-hold': { sentence: `${HINDRANCES['on-hold'].sentence}.` },
  'safeguarding-open': { sentence: `${HINDRANCES['safeguarding-open'].sentence}.` },
  'request-open': { sentence: `${HINDRANCES['request-open'].sentence}.` },
  'support-goes-on': { sentence: `${HINDRANCES['support-goes-on'].sentence}.` },
  'already-proposed': { sentence: `${HINDRANCES['already-proposed'].sentence}.` },
  'already-erased': { sentence: `${HINDRANCES['already-erased'].sentence}.` },
} as const;

/** What each refusal says, and what to do about it; a field where an answer on the page can be changed. */
export const ACT_REFUSALS: RefusalCopy<Reason> = {
  'moved-on': { sentence: 'The request has moved on, so this is not the next step any more. Open it again.' },
  closed: { sentence: 'The request is closed. Record a new one if they ask again.' },
  waiting: { sentence: 'The clock stands still while you wait for their answer. Record the answer first.' },
  'not-waiting': {
    sentence: 'The clock is not stopped, so there is no answer to record. Open the request again.',
  },
  'not-for-this-kind': { sentence: 'Requests of this kind have no such step. Open the request again.' },
  'too-late-to-extend': {
    sentence: 'The first month is over, so it is too late to extend. Answer the request now.',
    field: 'answer',
  },
  'past-known-holidays': {
    sentence:
      'The bank holidays are not known far enough ahead. Ask an administrator to add them, then try again.',
    field: 'answer',
  },
  'not-a-date': { sentence: 'The day of receipt is not a date. Record the request again.' },
  'no-such-case': {
    sentence: 'There is no such case that you may act on. Check the reference',
    field: 'answer',
  },
  'person-unknown': { sentence: 'Say first which case the request is about.' },
  'identity-unknown': { sentence: 'Confirm first who asks.', field: 'answer' },
  'erasure-decides': {
    sentence:
      'A second person decides about the erasure. Wait for the decision, or take the erasure back in the list of erasures.',
  },
  ...WITHOUT_FIELD,
  'route-missing': { sentence: 'Select the way on which you sent it', field: 'route' },
  'not-for-settling': { sentence: 'Select an outcome that fits this request', field: 'answer' },
  'restricted-already': {
    sentence: 'The person is restricted already. Close this request as withdrawn or turned down.',
  },
  'not-restricted': { sentence: 'The person is not restricted, so there is nothing to lift.' },
  'not-a-birth-date': { sentence: 'Enter a real date of birth, such as 27 3 1994', field: 'after' },
  'born-after-report': { sentence: 'The date of birth must be before the report', field: 'after' },
  'born-in-the-future': { sentence: 'The date of birth must be in the past', field: 'after' },
  'same-age': {
    sentence: 'This date of birth stands there already. Enter another one, or leave it empty',
    field: 'after',
  },
  undecided: {
    sentence: 'Something put aside has not been decided yet. Look through it first, then seal the pack.',
  },
  unreadable: { sentence: 'The key of this record cannot be reached. Try again in a few minutes.' },
  stopped: {
    sentence: 'All contact with this person has stopped. Hand it over in person, or let them collect it',
    field: 'answer',
  },
  restricted: {
    sentence: 'The record is restricted, so nothing may be sent that way. Hand it over in person',
    field: 'route',
  },
  'unknown-route': { sentence: 'That way is not on the card any more. Select another one', field: 'route' },
  'route-suspended': {
    sentence: 'That way is suspended. Select another one, or hand it over in person',
    field: 'route',
  },
  'route-quarantined': {
    sentence: 'That way is quarantined. Select another one, or hand it over in person',
    field: 'route',
  },
  'wrong-kind': { sentence: 'It cannot be sent that way. Select a way of the right kind', field: 'route' },
  'not-permitted': {
    sentence: 'They said no to that way. Select another one, or hand it over in person',
    field: 'route',
  },
  'permission-unknown': {
    sentence: 'Nobody knows whether that way is safe. Ask the person first, or hand it over in person',
    field: 'route',
  },
  'seen-by-others': {
    sentence: 'Somebody unsafe may see what comes that way. Select another one, or hand it over in person',
    field: 'route',
  },
  'no-wording': {
    sentence:
      'The person has not chosen a wording for messages, so nothing may be sent. Hand it over in person',
    field: 'route',
  },
  'check-expired': {
    sentence:
      'It is long since anybody asked whether that way is safe. Ask the person first, or hand it over in person',
    field: 'route',
  },
  'outside-safe-times': {
    sentence: 'It is not a safe time now. Send it in their safe hours',
    field: 'route',
  },
};

export const ACT = {
  routeLegend: 'Which way on the card?',
  routeHint: 'For post or email only. The way itself stands on the safe-contact card.',
} as const;
