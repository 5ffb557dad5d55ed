import type { AttemptId, CaseId, ReferralId } from '../../ids';
import { instant } from '../../time';
import { missReasonOf, type AttemptEvidence, type ReferralFact } from '.';

const dueAt = instant('2026-03-03T17:00:00Z');
const nobody: ReferralFact = {
  caseId: 'case' as CaseId,
  referralId: 'referral' as ReferralId,
  monthOn: '2026-03-01',
  source: 'police',
  district: 'southend',
  offenceGroup: 'rape',
  centre: 'not-recorded',
  weekday: 'mon',
  hourBand: 'morning',
  startedAt: instant('2026-03-02T10:00:00Z'),
  submittedAt: instant('2026-03-02T11:00:00Z'),
  agreement: 'agreed',
  attempts: [],
  exceptions: [],
  stops: [],
  sessionAt: null,
};
const tried = (change: Partial<AttemptEvidence>): AttemptEvidence => ({
  id: 'one' as AttemptId,
  outcome: 'no-answer',
  rung: 1,
  happenedAt: instant('2026-03-03T09:00:00Z'),
  confirmation: 'not-needed',
  ...change,
});
const waited = (standing: 'counts' | 'waits' | 'declined', reason = 'asked-to-wait') => ({
  id: 'one',
  reason,
  from: instant('2026-03-03T09:00:00Z'),
  standing,
});

describe('the reason that is counted for a miss', () => {
  it.each([
    ['nobody tried', {}, 'not-tried-in-time'],
    ['the person had not been asked', { agreement: 'not-asked-yet' }, 'no-agreement-yet'],
    ['sent after the limit', { submittedAt: instant('2026-03-03T17:00:01Z') }, 'sent-after-the-limit'],
    ['sent at the limit', { submittedAt: dueAt }, 'not-tried-in-time'],
    ['no answer', { attempts: [tried({})] }, 'tried-and-not-reached'],
    [
      'tried after the limit alone',
      { attempts: [tried({ happenedAt: instant('2026-03-04T09:00:00Z') })] },
      'not-tried-in-time',
    ],
    ['a wrong number', { attempts: [tried({ outcome: 'number-not-working' })] }, 'number-not-working'],
    [
      'spoken with, as nobody has confirmed',
      { attempts: [tried({ rung: 5, confirmation: 'waiting' })] },
      'late-entry-waits',
    ],
    [
      'declined by a second person',
      { attempts: [tried({ rung: 5, confirmation: 'declined' })] },
      'not-tried-in-time',
    ],
    ['asked to wait', { attempts: [tried({ rung: 4 })], exceptions: [waited('counts')] }, 'asked-to-wait'],
    ['no interpreter', { exceptions: [waited('counts', 'no-interpreter')] }, 'no-interpreter'],
    ['a reason that nobody has confirmed', { exceptions: [waited('waits')] }, 'not-tried-in-time'],
    ['a reason that was declined', { exceptions: [waited('declined')] }, 'not-tried-in-time'],
  ] as const)('%s', (_, change, reason) => {
    expect(missReasonOf({ dueAt }, { ...nobody, ...change })).toBe(reason);
  });
});
