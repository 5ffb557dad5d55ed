import {
  NOT_RECORDED,
  type AttemptEvidence,
  type AttemptId,
  type CaseId,
  type ExceptionEvidence,
  type ReferralFact,
  type ReferralId,
  type Rung,
  type StopEvidence,
} from '#libs/domain';
import type { JournalEntry } from '../journal-tail';
import { PayloadReader } from './payload-reader';

type Told = Pick<JournalEntry, 'subject' | 'type' | 'payload' | 'happenedAt' | 'reason'>;

/** A referral of which the journal has told nothing yet. */
export function unknownReferral(caseId: CaseId): ReferralFact {
  return {
    caseId,
    referralId: null,
    monthOn: null,
    source: NOT_RECORDED,
    district: NOT_RECORDED,
    offenceGroup: NOT_RECORDED,
    centre: NOT_RECORDED,
    weekday: NOT_RECORDED,
    hourBand: NOT_RECORDED,
    startedAt: null,
    submittedAt: null,
    agreement: NOT_RECORDED,
    attempts: [],
    exceptions: [],
    stops: [],
    sessionAt: null,
  };
}

/** What one journal event makes of the referral of its case. Codes that an older event had not are `not-recorded`. */
export function projectReferral(fact: ReferralFact, told: Told): ReferralFact {
  const { subject, type, payload, happenedAt } = told;
  const read = new PayloadReader(type, payload);
  switch (type) {
    case 'referral.submitted':
      return {
        ...fact,
        referralId: subject.id as ReferralId,
        source: read.text('source'),
        district: read.code('district'),
        offenceGroup: read.code('offenceGroup'),
        agreement: read.code('agreement'),
        submittedAt: happenedAt,
      };
    case 'deadline.set':
    case 'deadline.moved':
      return started(fact, read);
    case 'attempt.recorded':
      return { ...fact, attempts: [...fact.attempts, attemptOf(read, told)] };
    case 'conversation.followed-up':
      return changeAttempt(fact, read.text('attemptId'), {
        rung: read.count('rung') as Rung,
        confirmation: read.text('confirmation') as AttemptEvidence['confirmation'],
      });
    case 'late-entry.confirmed':
    case 'late-entry.declined':
      return changeAttempt(fact, read.text('attemptId'), {
        confirmation: type === 'late-entry.confirmed' ? 'confirmed' : 'declined',
      });
    case 'exception.recorded':
      return { ...fact, exceptions: [...fact.exceptions, exceptionOf(read, told)] };
    case 'back-dated-exception.confirmed':
    case 'back-dated-exception.declined':
      return settleException(fact, read.code('exceptionId'), type);
    case 'exhausted.proposed':
      return { ...fact, stops: [...fact.stops, stopOf(subject.id, told, 'waits')] };
    case 'exhausted.confirmed':
    case 'exhausted.declined':
      return settleStops(
        fact,
        ({ id }) => id === subject.id,
        type.endsWith('.confirmed') ? 'counts' : 'declined',
      );
    case 'contact.stopped':
      return { ...fact, stops: [...fact.stops, stopOf(CONTACT, told, 'counts')] };
    case 'contact.resumed':
      return settleStops(fact, ({ id }) => id === CONTACT, 'declined');
    case 'case.closed':
      return { ...fact, stops: [...fact.stops, stopOf(CASE, told, 'counts')] };
    case 'case.opened-again':
      return settleStops(fact, ({ id }) => id === CASE, 'declined');
    case 'service-request.sent':
      return fact.centre === NOT_RECORDED ? { ...fact, centre: read.code('agencyId') } : fact;
    case 'service-request.accepted':
      return { ...fact, centre: read.code('agencyId') };
    case 'service-request.started':
      return fact.sessionAt !== null && fact.sessionAt <= happenedAt
        ? fact
        : { ...fact, sessionAt: happenedAt };
    default:
      return fact;
  }
}

/** Stops that are of no check: there is one of each in force at most. */
const CONTACT = 'contact';
const CASE = 'case';

function stopOf(id: string, { reason, happenedAt }: Told, standing: StopEvidence['standing']): StopEvidence {
  return { id, reason: reason ?? NOT_RECORDED, from: happenedAt, standing };
}

function settleStops(
  fact: ReferralFact,
  which: (stop: StopEvidence) => boolean,
  standing: StopEvidence['standing'],
): ReferralFact {
  return { ...fact, stops: fact.stops.map((stop) => (which(stop) ? { ...stop, standing } : stop)) };
}

/** Every limb of a referral starts at the same instant, so each event of one says the same. */
function started(fact: ReferralFact, read: PayloadReader): ReferralFact {
  const [weekday, hourBand] = [read.code('weekday'), read.code('hourBand')];
  return {
    ...fact,
    monthOn: read.text('monthOn'),
    startedAt: read.at('startedAt'),
    weekday: weekday === NOT_RECORDED ? fact.weekday : weekday,
    hourBand: hourBand === NOT_RECORDED ? fact.hourBand : hourBand,
  };
}

function attemptOf(read: PayloadReader, { happenedAt }: Told): AttemptEvidence {
  return {
    id: read.text('attemptId') as AttemptId,
    outcome: read.text('outcome'),
    rung: read.count('rung') as Rung,
    happenedAt,
    confirmation: read.text('confirmation') as AttemptEvidence['confirmation'],
  };
}

function changeAttempt(fact: ReferralFact, id: string, change: Partial<AttemptEvidence>): ReferralFact {
  return {
    ...fact,
    attempts: fact.attempts.map((attempt) => (attempt.id === id ? { ...attempt, ...change } : attempt)),
  };
}

function exceptionOf(read: PayloadReader, { reason, happenedAt }: Told): ExceptionEvidence {
  const standing = read.flag('waitsForCheck') ? 'waits' : 'counts';
  return { id: read.text('exceptionId'), reason: reason ?? NOT_RECORDED, from: happenedAt, standing };
}

/** An older decision does not say which exception it was about: it was about the one that waits. */
function settleException(fact: ReferralFact, id: string, type: string): ReferralFact {
  const standing = type.endsWith('.confirmed') ? 'counts' : 'declined';
  const decided =
    fact.exceptions.find((one) => one.id === id) ?? fact.exceptions.find((one) => one.standing === 'waits');
  return {
    ...fact,
    exceptions: fact.exceptions.map((one) => (one === decided ? { ...one, standing } : one)),
  };
}
