import type { AttemptRecord, BookingRecord } from '#libs/casework';
import {
  EXHAUSTED_BASES,
  factsOf,
  isConversation,
  isoOf,
  mayDecideCheck,
  mayDo,
  mayProposeExhausted,
  whatNext,
  type Act,
  type Instant,
  type StaffActor,
} from '#libs/domain';
import type { CaseContact, CaseSummary, ExhaustedLine } from '#libs/persistence';
import { availableOf } from '../access/available-action.view';
import type {
  AttemptView,
  BookingView,
  CallBackView,
  ContactStandingView,
  ExhaustedView,
} from './contact.view';

interface Reading {
  readonly actor: StaffActor;
  readonly summary: CaseSummary;
  readonly now: Instant;
}

export function contactStandingView(contact: CaseContact, reading: Reading): ContactStandingView {
  const { summary, now, actor } = reading;
  const { attempts, followUps, callBack, bookings, exhausted, policy, desk } = contact;
  const told = new Set(followUps.map(({ attemptId }) => attemptId));
  const next = whatNext({ attempts, card: summary.card, policy, desk, now });
  const open = summary.closedAt === null;
  const path = `/api/v1/cases/${summary.caseId}`;
  const post = (act: Act, end: string, may: boolean) =>
    ({ action: act, method: 'POST', href: `${path}/${end}`, may: open && may && mayDo(actor, act) }) as const;
  const reached = factsOf(attempts)['first-safe-reach'] !== undefined;
  const waiting = exhausted?.state === 'waiting';
  const enough = EXHAUSTED_BASES.some((basis) => {
    const asked = { state: summary.contactState, next: next.kind, basis, role: actor.role, waiting };
    return mayProposeExhausted(asked).kind === 'may';
  });
  return {
    caseId: summary.caseId,
    next: {
      kind: next.kind,
      at: 'at' in next ? isoOf(next.at) : null,
      made: next.made,
      of: next.of,
      wanted: next.wanted,
    },
    attempts: attempts.map((attempt) => attemptView(attempt, { actor, told: told.has(attempt.id) })),
    callBacks: callBack === null ? [] : [callBackView(callBack, { path, actor, open })],
    interpreterBookings: bookings.map(bookingView),
    exhausted: exhausted === null ? [] : [exhaustedView(exhausted, actor)],
    availableActions: availableOf([
      post('record-attempt', 'attempts', true),
      post('promise-call-back', 'call-backs', reached),
      post('book-interpreter', 'interpreter-bookings', summary.intake.languageNeed !== 'none'),
      post('propose-exhausted', 'exhausted', enough),
    ]),
  };
}

function attemptView(
  attempt: AttemptRecord,
  { actor, told }: { actor: StaffActor; told: boolean },
): AttemptView {
  const { id, caseId, routeId, channel, outcome, happenedAt, recordedAt, recordedBy, confirmation } = attempt;
  const waitsForFollowUp = isConversation(outcome) && !told && confirmation !== 'declined';
  return {
    id,
    routeId,
    channel,
    outcome,
    happenedAt: isoOf(happenedAt),
    recordedAt: isoOf(recordedAt),
    recordedBy,
    confirmation,
    waitsForFollowUp,
    availableActions: availableOf([
      {
        action: 'follow-up',
        method: 'POST',
        href: `/api/v1/cases/${caseId}/attempts/${id}/follow-up`,
        may: waitsForFollowUp && mayDo(actor, 'record-attempt') && recordedBy === actor.userId,
      },
    ]),
  };
}

function callBackView(
  { at, madeBy, flags }: NonNullable<CaseContact['callBack']>,
  { path, actor, open }: { path: string; actor: StaffActor; open: boolean },
): CallBackView {
  return {
    at: isoOf(at),
    madeBy,
    flags,
    availableActions: availableOf([
      {
        action: 'record-attempt',
        method: 'POST',
        href: `${path}/attempts`,
        may: open && mayDo(actor, 'record-attempt'),
      },
      {
        action: 'replace',
        method: 'POST',
        href: `${path}/call-backs`,
        may: open && mayDo(actor, 'promise-call-back'),
      },
    ]),
  };
}

function bookingView({ id, outcome, language, forAt, recordedAt }: BookingRecord): BookingView {
  return { id, outcome, language, forAt: forAt && isoOf(forAt), recordedAt: isoOf(recordedAt) };
}

function exhaustedView(line: ExhaustedLine, actor: StaffActor): ExhaustedView {
  const { checkId, basis, welfareCheck, attempts, state, recordedBy: askedBy } = line;
  return {
    checkId,
    basis,
    welfareCheck,
    attempts,
    state,
    availableActions: availableOf([
      {
        action: 'decide',
        method: 'POST',
        href: `/api/v1/checks/${checkId}/decision`,
        may: mayDecideCheck(actor, { kind: 'exhausted', askedBy, state }).kind === 'may',
      },
    ]),
  };
}
