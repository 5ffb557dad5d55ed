import { event, type DomainEvent } from '../journal';
import { nextState } from '../machine';
import { isoOf, localDate, type Instant } from '../time';
import { mayExtend } from './access-clock';
import type { ExtensionReason, IdentityCheck, WaitFor } from './codes';
import { hasOneMonth } from './desk-acts';
import {
  isLiveRequest,
  nextDueOf,
  openWait,
  stoppedOf,
  type DateRules,
  type InformationRequest,
} from './request';
import { informationRequestMachine, type RequestEvent } from './request-machine';

export type RequestActRefusal =
  | 'moved-on'
  | 'closed'
  | 'waiting'
  | 'not-waiting'
  | 'not-for-this-kind'
  | 'too-late-to-extend'
  | 'past-known-holidays'
  | 'not-a-date';

export type RequestActed =
  | { readonly kind: 'acted'; readonly request: InformationRequest; readonly events: readonly DomainEvent[] }
  | { readonly kind: 'refused'; readonly reason: RequestActRefusal };

interface At extends DateRules {
  readonly now: Instant;
}

/** A new request as it goes into the register: what is due next is worked out before anybody does anything. */
export function receiveRequest(request: InformationRequest, at: At): RequestActed {
  return acted(request, { type: 'received', at, payload: { kind: request.kind, via: request.receivedVia } });
}

/** Whoever asks is who they say, or may act for them. It ends a wait for just that. */
export function confirmIdentity(
  request: InformationRequest,
  { how, ...at }: At & { how: IdentityCheck },
): RequestActed {
  const wait = openWait(request);
  if (wait?.waitFor === 'clarification') return refuse('waiting');
  const waits = endWait(request, at.now);
  const known = { ...request, waits, identityHow: how, identityAt: at.now };
  return stepRequest(known, { event: 'confirm-identity', type: 'identity-confirmed', at, reason: how });
}

/** Asks for what only they can give: the clock stands still until the answer is in. */
export function askRequester(
  request: InformationRequest,
  { waitFor, ...at }: At & { waitFor: WaitFor },
): RequestActed {
  if (!isLiveRequest(request)) return refuse('closed');
  if (!hasOneMonth(request)) return refuse('not-for-this-kind');
  if (openWait(request) !== null) return refuse('waiting');
  if (waitFor === 'identity' && request.identityAt !== null) return refuse('moved-on');
  const waits = [...request.waits, { waitFor, fromAt: at.now, untilAt: null }];
  return acted({ ...request, waits }, { type: 'clock-stopped', at, reason: waitFor });
}

/** Their answer is in: the clock goes on from today. */
export function takeAnswer(request: InformationRequest, at: At): RequestActed {
  const wait = openWait(request);
  if (wait === null) return refuse('not-waiting');
  const waits = endWait(request, at.now);
  return acted({ ...request, waits }, { type: 'clock-resumed', at, reason: wait.waitFor });
}

/** Two months more, told to the person within the first month with the reason. */
export function extendRequest(
  request: InformationRequest,
  { extension, ...at }: At & { extension: ExtensionReason },
): RequestActed {
  if (!isLiveRequest(request)) return refuse('closed');
  if (!hasOneMonth(request)) return refuse('not-for-this-kind');
  if (openWait(request) !== null) return refuse('waiting');
  const question = {
    receivedOn: localDate(request.receivedAt, at.timezone),
    stopped: stoppedOf(request, at.timezone),
    extended: request.extendedAt !== null,
  };
  const today = localDate(at.now, at.timezone);
  if (!mayExtend(question, { today, holidays: at.holidays })) return refuse('too-late-to-extend');
  return acted({ ...request, extension, extendedAt: at.now }, { type: 'extended', at, reason: extension });
}

/** Follows one arrow of the machine and works out what is due next; a wait stands in the way of everything but an end. */
export function stepRequest(
  request: InformationRequest,
  options: {
    event: RequestEvent;
    type: string;
    at: At;
    reason?: string;
    payload?: DomainEvent['payload'];
  },
): RequestActed {
  const { event: arrow, at } = options;
  const state = nextState(informationRequestMachine, { state: request.state, event: arrow });
  if (state === null) return refuse(isLiveRequest(request) ? 'moved-on' : 'closed');
  const ends = informationRequestMachine.terminal.includes(state);
  if (!ends && openWait(request) !== null) return refuse('waiting');
  const moved = { ...request, state };
  if (!ends) return acted(moved, options);
  const waits = endWait(request, at.now);
  const closed = { ...moved, waits, closedAt: at.now, nextDue: null, nextDueOn: null, nextDueAt: null };
  return { kind: 'acted', request: closed, events: [happened(closed, options)] };
}

function endWait({ waits }: InformationRequest, now: Instant) {
  return waits.map((wait) => (wait.untilAt === null ? { ...wait, untilAt: now } : wait));
}

function acted(
  request: InformationRequest,
  options: { type: string; at: At; reason?: string; payload?: DomainEvent['payload'] },
): RequestActed {
  const due = nextDueOf(request, options.at);
  if (due.kind === 'refused') return due;
  const next = { ...request, nextDue: due.code, nextDueOn: due.on, nextDueAt: due.at };
  return { kind: 'acted', request: next, events: [happened(next, options)] };
}

/** Never on the timeline of a case: whoever works on it need not know that the person asked. */
function happened(
  { id, state, nextDue, nextDueAt }: InformationRequest,
  { type, at, reason, payload }: { type: string; at: At; reason?: string; payload?: DomainEvent['payload'] },
): DomainEvent {
  return event({
    subject: { kind: 'information-request', id },
    type: `information-request.${type}`,
    happenedAt: at.now,
    reason: reason ?? null,
    payload: { state, nextDue, nextDueAt: nextDueAt === null ? null : isoOf(nextDueAt), ...payload },
  });
}

function refuse(reason: RequestActRefusal): RequestActed {
  return { kind: 'refused', reason };
}
