import type { ServiceId, UserId } from '../ids';
import type { RequestLapse, RequestWithdrawal } from './codes';
import { isAcceptedServiceRequest, isLiveServiceRequest } from './request-machine';
import { refusedRequest, stateRefusal, takeStep, type RequestChange } from './request-step';
import type { RequestGround, RequestRoute, ServiceRequest } from './service-request';
import { withStep, type RequestTiming } from './step-clock';

interface Chosen {
  readonly serviceId: ServiceId;
  readonly agencyId: NonNullable<ServiceRequest['agencyId']>;
  readonly reachedBy: RequestRoute;
}

/**
 * Names the service that a request at the desk goes to. One that was asked already in the same chain is refused, so
 * that nobody is sent round in a circle.
 */
export function chooseService(
  request: ServiceRequest,
  { chosen, tried, timing }: { chosen: Chosen; tried: readonly ServiceId[]; timing: RequestTiming },
): RequestChange<'asked-there-before'> {
  const refusal = stateRefusal(request, 'choose');
  if (refusal !== null) return refusedRequest(refusal);
  if (tried.includes(chosen.serviceId)) return refusedRequest('asked-there-before');
  return takeStep(request, { act: 'choose', type: 'service-chosen', timing, fields: { ...chosen } });
}

/** Lets it leave for the service: only on a ground that stands at this instant (P6). */
export function sendRequest(
  request: ServiceRequest,
  { ground, timing }: { ground: RequestGround | null; timing: RequestTiming },
): RequestChange<'no-service-yet' | 'no-ground'> {
  const refusal = stateRefusal(request, 'send');
  if (refusal !== null) return refusedRequest(refusal);
  if (request.serviceId === null) return refusedRequest('no-service-yet');
  if (ground === null) return refusedRequest('no-ground');
  return takeStep(request, {
    act: 'send',
    type: 'sent',
    timing,
    fields: { sentAt: timing.now, sentOn: ground },
    payload: { ground },
  });
}

/** Takes it back: the person, their consent or what became of the case. Support that had begun counts as ended then. */
export function withdrawRequest(
  request: ServiceRequest,
  { reason, timing }: { reason: RequestWithdrawal | RequestLapse; timing: RequestTiming },
): RequestChange {
  return takeStep(request, {
    act: 'withdraw',
    type: 'withdrawn',
    timing,
    reason,
    fields: { withdrawReason: reason, endedAt: isAcceptedServiceRequest(request) ? timing.now : null },
  });
}

/** The person has chosen not to have this support, before it began. */
export function notWanted(request: ServiceRequest, timing: RequestTiming): RequestChange {
  return takeStep(request, { act: 'not-want', type: 'not-wanted', timing });
}

/**
 * The manager on whom it landed takes it on. Before acceptance it is theirs to answer for from now on; afterwards the
 * service goes on answering, and the manager sees to it. Either way it has a due time of its own again.
 */
export function takeOnRequest(
  request: ServiceRequest,
  { by, timing }: { by: UserId; timing: RequestTiming },
): RequestChange<'not-landed' | 'taken-on-already'> {
  const refusal = stateRefusal(request, 'take-on');
  if (refusal !== null) return refusedRequest(refusal);
  if (request.managerAcknowledgedAt !== null) return refusedRequest('taken-on-already');
  if (request.landedAt === null) return refusedRequest('not-landed');
  const taken = takeStep(request, { act: 'take-on', type: 'taken-on', timing, fields: { managedBy: by } });
  if (taken.kind === 'refused') return taken;
  return { ...taken, request: withStep(taken.request, timing, 'manage') };
}

/**
 * What the person decided where two services could have them: the one that is kept stays as it is, the others are taken
 * back. Refused unless all of them belong to one chain and the kept one is live.
 */
export function chooseBetween(
  chain: readonly ServiceRequest[],
  { keep, timing }: { keep: ServiceRequest['id']; timing: RequestTiming },
):
  | { readonly kind: 'refused'; readonly reason: 'moved-on' | 'nothing-to-choose' }
  | { readonly kind: 'chosen'; readonly taken: readonly RequestChange[] } {
  const live = chain.filter(isLiveServiceRequest);
  if (!live.some(({ id }) => id === keep)) return refusedRequest('moved-on');
  if (live.length < 2) return refusedRequest('nothing-to-choose');
  const others = live.filter(({ id }) => id !== keep);
  return {
    kind: 'chosen',
    taken: others.map((one) => withdrawRequest(one, { reason: 'chose-another', timing })),
  };
}
