import type { ContactAttemptOutcome, ExceptionRefusal, RouteRevealed } from '#libs/casework';
import type { RefusalCopy } from '../../../errors/refusal';

type ReasonOf<Outcome> =
  Extract<Outcome, { kind: 'refused' }> extends { reason: infer Reason extends string } ? Reason : never;

export const ATTEMPT_REFUSALS: RefusalCopy<ReasonOf<ContactAttemptOutcome>> = {
  'in-the-future': {
    sentence: 'happenedAt is in the future: give the time at which it happened',
    field: 'happenedAt',
  },
  'before-the-report': {
    sentence: 'happenedAt is before the person reported: check the date',
    field: 'happenedAt',
  },
  'case-closed': { sentence: 'The case is closed, so nothing more can be recorded on it.' },
  'no-conversation': {
    sentence: 'identity and the three elements are for an outcome in which somebody was spoken with',
    field: 'identity',
  },
  'unknown-route': {
    sentence: 'routeId must be the id of a route of this case, or null',
    field: 'routeId',
  },
};

export const EXCEPTION_REFUSALS: RefusalCopy<ExceptionRefusal> = {
  'ends-before-it-starts': { sentence: 'to must be after from', field: 'to' },
  'starts-before-the-report': {
    sentence: 'from is before the person reported: check the date',
    field: 'from',
  },
  'starts-in-the-future': {
    sentence: 'from is in the future: record an exception once it has begun',
    field: 'from',
  },
  'too-long': { sentence: 'An exception lasts 30 days at most: give an earlier end', field: 'to' },
  'not-reached-yet': {
    sentence:
      'The person has not been reached yet, so they cannot have asked to wait: record the attempt first.',
  },
  'no-interpreter-asked-for': {
    sentence: 'No interpreter was asked for on this case: record the booking that was tried first.',
  },
  'interpreter-was-booked': {
    sentence:
      'An interpreter was booked for then or earlier. If nobody came, record first that none was to be had. Otherwise give another reason.',
  },
  'case-closed': { sentence: 'The case is closed, so nothing more can be recorded on it.' },
};

const NOT_NOW = 'This number may not be used at this moment.';

export const REVEAL_REFUSALS: RefusalCopy<ReasonOf<RouteRevealed>> = {
  stopped: { sentence: 'Nobody may be contacted about this person any more.' },
  restricted: { sentence: `${NOT_NOW} The record is restricted: the data-protection officer can lift it.` },
  'unknown-route': { sentence: NOT_NOW, problem: 'not-found' },
  'route-suspended': { sentence: `${NOT_NOW} Somebody else answered it: it waits for a safety review.` },
  'route-quarantined': { sentence: `${NOT_NOW} It did not work when it was last tried.` },
  'not-permitted': { sentence: `${NOT_NOW} The person asked us not to call it.` },
  'permission-unknown': { sentence: `${NOT_NOW} Nobody has said that it is safe to call.` },
  'wrong-kind': { sentence: `${NOT_NOW} It is not a way to be called.` },
  'seen-by-others': { sentence: `${NOT_NOW} The suspect may see what comes this way.` },
  'no-wording': { sentence: `${NOT_NOW} The person has chosen no text that may be sent.` },
  'check-expired': { sentence: `${NOT_NOW} Ask the person again whether it is safe.` },
  'outside-safe-times': { sentence: `${NOT_NOW} It is outside the times that are safe for the person.` },
  'interpreter-first': {
    sentence: `${NOT_NOW} The person needs an interpreter and none is booked for now: give a reason to call without.`,
  },
  'agreement-first': {
    sentence: `${NOT_NOW} The person has not been asked yet: the police sent the referral before, and are asking.`,
  },
  unreadable: { sentence: 'The number cannot be read: the person’s key is gone or out of reach.' },
};
