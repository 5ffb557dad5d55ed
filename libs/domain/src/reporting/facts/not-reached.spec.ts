import type { AttemptId, CaseId, ReferralId } from '../../ids';
import { instant, type Instant } from '../../time';
import { reachStandingOf } from './not-reached';
import { NOT_RECORDED, type AttemptEvidence, type ReferralFact } from './referral-fact';

const AT = instant('2026-03-03T12:00:00Z') as Instant;
const LATER = instant('2026-03-04T12:00:00Z') as Instant;

const REFERRAL: ReferralFact = {
  caseId: 'case' as CaseId,
  referralId: 'referral' as ReferralId,
  monthOn: '2026-03-01',
  source: 'police',
  district: NOT_RECORDED,
  offenceGroup: NOT_RECORDED,
  centre: NOT_RECORDED,
  weekday: 'mon',
  hourBand: 'morning',
  startedAt: AT,
  submittedAt: AT,
  agreement: 'agreed',
  attempts: [],
  exceptions: [],
  stops: [],
  sessionAt: null,
};

const tried = (outcome: string, more: Partial<AttemptEvidence> = {}): AttemptEvidence => ({
  id: outcome as AttemptId,
  outcome,
  rung: 1,
  happenedAt: AT,
  confirmation: 'not-needed',
  ...more,
});
const stop = (reason: string, standing: 'counts' | 'waits' | 'declined' = 'counts', from = AT) => ({
  id: reason,
  reason,
  from,
  standing,
});
const waited = (reason: string) => stop(reason);

describe('where reaching a person stands', () => {
  it.each<[string, Partial<ReferralFact>, ReturnType<typeof reachStandingOf>]>([
    ['nothing happened yet', {}, 'still-tried'],
    ['tried in vain', { attempts: [tried('no-answer')] }, 'still-tried'],
    ['reached', { attempts: [tried('asked-to-call-later', { rung: 4 })] }, 'reached'],
    [
      'reached after it was agreed to stop',
      { attempts: [tried('spoke', { rung: 5 })], stops: [stop('policy-used-up')] },
      'reached',
    ],
    ['came to a session', { sessionAt: LATER, stops: [stop('lost-contact')] }, 'reached'],
    [
      'agreement that waits',
      { attempts: [tried('no-answer')], stops: [stop('policy-used-up', 'waits')] },
      'still-tried',
    ],
    ['agreement declined', { stops: [stop('policy-used-up', 'declined')] }, 'still-tried'],
    ['no answer', { attempts: [tried('no-answer')], stops: [stop('policy-used-up')] }, 'no-answer'],
    ['nobody could try', { stops: [stop('lost-contact')] }, 'no-attempt'],
    [
      'a number that does not work',
      { attempts: [tried('no-answer'), tried('number-not-working')], stops: [stop('policy-used-up')] },
      'wrong-number',
    ],
    [
      'details back with the police',
      { exceptions: [waited('wrong-details-with-police')], stops: [stop('policy-used-up')] },
      'wrong-number',
    ],
    [
      'somebody else answered',
      {
        attempts: [tried('someone-else-answered', { rung: 3 }), tried('number-not-working')],
        stops: [stop('lost-contact')],
      },
      'unsafe-to-call',
    ],
    ['a risk that was weighed', { stops: [stop('calls-raise-the-risk')] }, 'unsafe-to-call'],
    ['no safe way', { attempts: [tried('no-answer')], stops: [stop('no-safe-way-left')] }, 'no-safe-route'],
    ['elsewhere', { attempts: [tried('no-answer')], stops: [stop('person-is-elsewhere')] }, 'elsewhere'],
    [
      'asked to wait',
      { exceptions: [waited('asked-to-wait')], stops: [stop('lost-contact')] },
      'asked-to-wait',
    ],
    [
      'no interpreter',
      { exceptions: [waited('no-interpreter')], stops: [stop('lost-contact')] },
      'no-interpreter',
    ],
    [
      'tried again since',
      { attempts: [tried('no-answer', { happenedAt: LATER })], stops: [stop('policy-used-up')] },
      'still-tried',
    ],
    [
      'tried again, as a second person did not confirm',
      {
        attempts: [tried('no-answer', { happenedAt: LATER, confirmation: 'declined' })],
        stops: [stop('policy-used-up')],
      },
      'no-attempt',
    ],
    ['a wish not to be called', { stops: [stop('asked-to-stop'), stop('lost-contact')] }, 'ended-otherwise'],
    ['a wish taken back', { stops: [stop('asked-to-stop', 'declined')] }, 'still-tried'],
    ['another area took the person on', { stops: [stop('redirected')] }, 'ended-otherwise'],
  ])('%s', (_name, change, expected) => {
    expect(reachStandingOf({ ...REFERRAL, ...change })).toBe(expected);
  });
});
