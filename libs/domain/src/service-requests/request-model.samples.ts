import fc from 'fast-check';
import type { ServiceRequestId, UserId } from '../ids';
import { plus, type Instant, MINUTE } from '../time';
import { chooseBetween, withdrawRequest, chooseService, sendRequest, takeOnRequest } from './desk-acts';
import { fireRequest } from './fire-request';
import { openInstead } from './open-request';
import { isAcceptedServiceRequest, isLiveServiceRequest } from './request-machine';
import type { RequestChange } from './request-step';
import {
  acceptRequest,
  acknowledgeRequest,
  allocateRequest,
  declineRequest,
  endSupport,
  noteStillWanted,
  redirectRequest,
  releaseRequest,
  reviewSupport,
  startSupport,
} from './service-acts';
import type { ServiceRequest } from './service-request';
import {
  ADVISER,
  AGENCY,
  aRequest,
  ASKED,
  MANAGER,
  OTHER_ADVISER,
  OTHER_AGENCY,
  OTHER_SERVICE,
  RESPONDER,
  SERVICE,
  timingAt,
} from './service-request.samples';

/** What may happen next, to whichever request `on` points at. */
export const anAct = fc.record({
  on: fc.nat({ max: 7 }),
  minutes: fc.oneof(fc.nat({ max: 90 }), fc.nat({ max: 60 * 24 * 4 }), fc.nat({ max: 60 * 24 * 45 })),
  act: fc.constantFrom(
    'send',
    'choose',
    'acknowledge',
    'accept',
    'accept-for',
    'decline',
    'redirect',
    'silence',
    'still-wanted',
    'not-wanted',
    'allocate',
    'start',
    'review',
    'end',
    'withdraw',
    'take-on',
    'choose-between',
    'worker-leaves',
    'manager-leaves',
    'handover',
    'owner-leaves',
    'away-or-back',
  ),
});
const PEOPLE = [RESPONDER, MANAGER, ADVISER, OTHER_ADVISER];
export type ModelAct = { readonly on: number; readonly minutes: number; readonly act: string };

export interface Model {
  readonly now: Instant;
  readonly ownerUserId: UserId | null;
  readonly away: ReadonlySet<UserId>;
  readonly requests: readonly ServiceRequest[];
  readonly opened: number;
  /** The request that was the last to be over. */
  readonly lastOver: ServiceRequest | null;
}

export function begun(): Model {
  const requests = [aRequest()];
  return { now: ASKED, ownerUserId: RESPONDER, away: new Set(), requests, opened: 1, lastOver: null };
}

/** What the use cases do around the rules, in a few lines. */
export function lived(model: Model, { on, act }: ModelAct): Model {
  if (act === 'handover')
    return { ...model, ownerUserId: model.ownerUserId === MANAGER ? RESPONDER : MANAGER };
  if (act === 'owner-leaves') return { ...model, ownerUserId: null };
  if (act === 'away-or-back') return { ...model, away: toggled(model.away, PEOPLE[on % PEOPLE.length]) };
  const request = model.requests[on % model.requests.length];
  if (request === undefined) return model;
  if (act === 'choose-between') return chosen(model, request);
  const change = decided(request, act, model);
  if (change === null || change.kind === 'refused') return model;
  const replaced = replace(model, change.request);
  const over = change.request.state === 'declined' || change.request.state === 'redirected';
  return over && !replaced.requests.some(isLiveServiceRequest)
    ? followed(replaced, change.request)
    : replaced;
}

/** The person chooses among those that live: the others are taken back. */
function chosen(model: Model, { id: keep }: ServiceRequest): Model {
  const choice = chooseBetween(model.requests, { keep, timing: timingAt(model.now) });
  if (choice.kind === 'refused') return model;
  return choice.taken.reduce(
    (left, taken) => (taken.kind === 'refused' ? left : replace(left, taken.request)),
    model,
  );
}

function toggled(away: ReadonlySet<UserId>, who: UserId | undefined): ReadonlySet<UserId> {
  if (who === undefined) return away;
  return away.has(who) ? new Set([...away].filter((one) => one !== who)) : new Set([...away, who]);
}

/** Time goes on by one minute, and the timers note what has fallen due. */
export function aMinuteLater(model: Model): Model {
  let next: Model = { ...model, now: plus(model.now, MINUTE) };
  for (const request of next.requests) {
    if (request.nextFireAt === null || request.nextFireAt > next.now) continue;
    const fired = fireRequest(request, { now: next.now, manager: MANAGER });
    next = replace(next, fired.request);
    if (fired.offerNext) next = followed(next, fired.request);
  }
  return next;
}

function decided(
  request: ServiceRequest,
  act: string,
  { now, requests }: Model,
): RequestChange<string> | null {
  const timing = timingAt(now);
  switch (act) {
    case 'send':
      return sendRequest(request, { ground: 'consent', timing });
    case 'choose': {
      const tried = requests.flatMap(({ serviceId }) => (serviceId === null ? [] : [serviceId]));
      const chosen = tried.includes(SERVICE)
        ? { serviceId: OTHER_SERVICE, agencyId: OTHER_AGENCY, reachedBy: 'handed-over' as const }
        : { serviceId: SERVICE, agencyId: AGENCY, reachedBy: 'inbox' as const };
      return chooseService(request, { chosen, tried: request.insteadOf === null ? [] : tried, timing });
    }
    case 'acknowledge':
      return acknowledgeRequest(request, timing);
    case 'accept':
      return acceptRequest(request, { allocateTo: null, timing });
    case 'accept-for':
      return acceptRequest(request, { allocateTo: ADVISER, timing });
    case 'decline':
      return declineRequest(request, { reason: 'list-closed', timing });
    case 'redirect':
      return redirectRequest(request, { to: OTHER_SERVICE, reason: 'fits-better', timing });
    case 'still-wanted':
      return noteStillWanted(request, { answer: 'still-wanted', timing });
    case 'not-wanted':
      return noteStillWanted(request, { answer: 'not-wanted', timing });
    case 'allocate':
      return allocateRequest(request, {
        to: request.allocatedTo === ADVISER ? OTHER_ADVISER : ADVISER,
        timing,
      });
    case 'start':
      return startSupport(request, timing);
    case 'review':
      return reviewSupport(request, timing);
    case 'end':
      return endSupport(request, { ending: 'planned', timing });
    case 'withdraw':
      return withdrawRequest(request, { reason: 'consent-withdrawn', timing });
    case 'take-on':
      return takeOnRequest(request, { by: MANAGER, timing });
    case 'worker-leaves':
      return releaseRequest(request, { reason: 'worker-left', timing });
    case 'manager-leaves':
      return request.managedBy === null
        ? null
        : { kind: 'changed', request: { ...request, managedBy: null }, events: [] };
    default:
      return null;
  }
}

function followed(model: Model, before: ServiceRequest): Model {
  const opened = model.opened + 1;
  const id = `018f3c1e-0000-7000-9000-${String(opened).padStart(12, '0')}` as ServiceRequestId;
  const next = openInstead(before, { id, by: null, timing: timingAt(model.now) }).request;
  return { ...model, opened, requests: [...model.requests, next] };
}

function replace(model: Model, changed: ServiceRequest): Model {
  const requests = model.requests.map((one) => (one.id === changed.id ? changed : one));
  return { ...model, requests, lastOver: isLiveServiceRequest(changed) ? model.lastOver : changed };
}

/**
 * Whether the person's need is in somebody's hands; where it is in nobody's, whether what was over last was ended by the
 * person, their consent or its own end. A no, a redirect or a choice of another service ends no need.
 */
export function isLookedAfter({ requests, lastOver }: Model): boolean {
  if (requests.some(isLiveServiceRequest)) return true;
  if (lastOver === null || lastOver.withdrawReason === 'chose-another') return false;
  return ['withdrawn', 'not-wanted', 'ended'].includes(lastOver.state);
}

/** How many services answer for one need at this moment. */
export function acceptedOf({ requests }: Model): readonly ServiceRequest[] {
  return requests.filter(isAcceptedServiceRequest);
}
