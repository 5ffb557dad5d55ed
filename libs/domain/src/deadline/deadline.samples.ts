import type { AttemptFact, Confirmation, Rung } from '../contact';
import type { AgencyId, AttemptId, CaseId, DeadlineId, ReferralId } from '../ids';
import { buildCalendar, instant, type Instant, type Span, type WorkingCalendar } from '../time';
import { startDeadline, type Surroundings } from './apply';
import type { Deadline } from './deadline';
import type { DeadlinePolicy } from './policy';

/** Tuesday 3 March 2026, 17:00 in London. */
export const DUE = instant('2026-03-03T17:00:00Z');

export const samplePolicy: DeadlinePolicy = {
  id: 'sample-promise',
  version: 1,
  promise: 'first-contact',
  clockStart: 'reported-at',
  stoppedBy: 'first-conversation',
  limbs: [
    { id: 'binding', kind: 'elapsed', seconds: 86_400, warnSecondsBefore: [14_400, 7_200] },
    { id: 'beside', kind: 'elapsed', seconds: 86_400, warnSecondsBefore: [7_200] },
  ],
  bindingLimb: 'binding',
  calendar: 'sample-desk',
  escalation: {
    repeatEverySeconds: 3_600,
    stepUpAtRepeat: 2,
    onCall: { timezone: 'Europe/London', schedule: everyDay(['08:00', '22:00']), holidays: [] },
  },
  nextStepSeconds: 604_800,
};

export const onCall = calendarOnCall();

export function at(iso: string): Surroundings {
  return { policy: samplePolicy, onCall, now: instant(iso) };
}

/** A clock that has started and not yet done anything. */
export function runningDeadline(change: Partial<Deadline> = {}): Deadline {
  const seed = {
    id: 'deadline-1' as DeadlineId,
    caseId: 'case-1' as CaseId,
    referralId: 'referral-1' as ReferralId,
    handlingAgencyId: 'agency-1' as AgencyId,
    limb: 'binding',
    dueAt: DUE,
  };
  return { ...startDeadline(seed, at('2026-03-02T17:00:00Z')), ...change };
}

export function anAttempt(change: {
  happenedAt: Instant;
  recordedAt?: Instant;
  rung?: Rung;
  confirmation?: Confirmation;
  id?: string;
}): AttemptFact {
  const {
    happenedAt,
    recordedAt = happenedAt,
    rung = 5,
    confirmation = 'not-needed',
    id = 'attempt-1',
  } = change;
  return { id: id as AttemptId, rung, happenedAt, recordedAt, confirmation };
}

function everyDay(span: Span) {
  return { mon: [span], tue: [span], wed: [span], thu: [span], fri: [span], sat: [span], sun: [span] };
}

function calendarOnCall(): WorkingCalendar {
  const built = buildCalendar(samplePolicy.escalation.onCall);
  if (built.kind === 'refused') throw new Error(built.reason);
  return built.calendar;
}
