import type { ContactState } from '../contact';
import type { AgencyId, CaseId, EndingId, PersonId, UserId } from '../ids';
import type { RetentionOutcome } from '../retention';
import type { SupportKind } from '../directory';
import type { Instant } from '../time';
import type { AskedAnswer, ChosenEndReason, Door, EndReason } from './codes';

/** How one episode of support ended, and what the person wants of us afterwards. Codes and days, no words. */
export interface CaseEnding {
  readonly id: EndingId;
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly handlingAgencyId: AgencyId;
  readonly reason: EndReason;
  /** Kinds of support that were received through us, each once. */
  readonly received: readonly SupportKind[];
  readonly door: Door;
  /** Whether we may ask them how it was. */
  readonly feedback: AskedAnswer;
  /** Whether we may get in touch when the police open their case again. */
  readonly reopening: AskedAnswer;
  /** Whether they would want the same worker when they come back, who was the last to answer for the case. */
  readonly sameWorker: AskedAnswer;
  readonly workerUserId: UserId | null;
  /** The first instant at which the record may go, by the schedule in force on the day. */
  readonly keepUntilAt: Instant;
  readonly keepOutcome: RetentionOutcome;
  readonly scheduleVersion: number;
  /** A day on which the person asked us to get in touch: an anniversary, a date at court. */
  readonly checkInOn: string | null;
  /** Null when a transfer ended it. */
  readonly endedBy: UserId | null;
  readonly endedAt: Instant;
  readonly undoneAt: Instant | null;
  readonly revision: number;
}

/** What is under way on a case, as far as it stands in the way of its ending. Numbers of each. */
export interface UnderWay {
  /** Clocks of first contact that have time left. */
  readonly runningClocks: number;
  readonly safeguarding: number;
  /** Tasks of a kind of support that wait for somebody; check-ins that the person asked for are not among them. */
  readonly supportTasks: number;
  /** Hand-overs to another area that it has not acknowledged. */
  readonly transfers: number;
  readonly promisedCalls: number;
  /** Requests that no service has accepted: they are taken back with the case. */
  readonly unanswered: number;
  readonly plannedContacts: number;
  /** Requests that a service has accepted: its support goes on. */
  readonly goingOn: number;
}

export const NOTHING_UNDER_WAY: UnderWay = {
  runningClocks: 0,
  safeguarding: 0,
  supportTasks: 0,
  transfers: 0,
  promisedCalls: 0,
  unanswered: 0,
  plannedContacts: 0,
  goingOn: 0,
};

/** What must be settled first, in the order in which it is said. */
export const SETTLE_FIRST = ['transfers', 'safeguarding', 'supportTasks', 'promisedCalls'] as const;
/** What ends with the case, once whoever ends it has said that they have seen it. */
export const ENDS_WITH_CASE = ['unanswered', 'plannedContacts'] as const;

export type EndCaseRefusal =
  | 'already-ended'
  | 'not-reached-yet'
  | 'clock-runs'
  | 'settle-first'
  | 'not-seen'
  | 'no-answer-without-reach'
  | 'check-in-without-wish';

/** States of first contact from which an episode can end: something came of it, or everything was tried and signed. */
const SETTLED: readonly ContactState[] = ['reached', 'not-wanted', 'exhausted'];

/**
 * Why a case cannot end like this; null when it can. A clock with time left is never cancelled by an ending (P4), what
 * was promised is kept or taken back by hand first, and what ends with the case is shown before it does.
 */
export function endCaseFault(asked: {
  readonly closed: boolean;
  readonly contactState: ContactState;
  readonly reason: ChosenEndReason;
  readonly underWay: UnderWay;
  readonly seen: boolean;
  readonly answers: Pick<CaseEnding, 'door' | 'feedback' | 'reopening' | 'sameWorker' | 'checkInOn'>;
}): EndCaseRefusal | null {
  const { closed, contactState, reason, underWay, seen, answers } = asked;
  if (closed) return 'already-ended';
  if (!SETTLED.includes(contactState)) return 'not-reached-yet';
  if (underWay.runningClocks > 0) return 'clock-runs';
  if (SETTLE_FIRST.some((kind) => underWay[kind] > 0)) return 'settle-first';
  const { door, feedback, reopening, sameWorker, checkInOn } = answers;
  const answered =
    door !== 'not-asked' || [feedback, reopening, sameWorker].some((one) => one !== 'not-asked');
  if (contactState === 'exhausted' && (answered || checkInOn !== null)) return 'no-answer-without-reach';
  if (checkInOn !== null && (door === 'not-asked' || reason === 'safety')) return 'check-in-without-wish';
  return ENDS_WITH_CASE.some((kind) => underWay[kind] > 0) && !seen ? 'not-seen' : null;
}

/** The code that a case is closed under in the journal, which retention and the figures of the promise read. */
export function closeReasonOf(reason: EndReason): string {
  return reason === 'transferred' ? 'redirected' : reason;
}
