import type { UserId } from '../ids';
import type { RequestDecline, RequestRedirect, RequestEnding, StillWantedAnswer } from './codes';
import { refusedRequest, stateRefusal, takeStep, type RequestChange } from './request-step';
import type { ServiceRequest } from './service-request';
import type { RequestTiming } from './step-clock';
import { notWanted } from './desk-acts';

/** The service has it. The desk still answers for it. */
export function acknowledgeRequest(request: ServiceRequest, timing: RequestTiming): RequestChange {
  return takeStep(request, {
    act: 'acknowledge',
    type: 'acknowledged',
    timing,
    fields: { acknowledgedAt: timing.now },
  });
}

/**
 * From this minute the service answers for it: the worker it names, or its coordinator while it names nobody. The place
 * in the queue is that of the first asking, whoever was asked first.
 */
export function acceptRequest(
  request: ServiceRequest,
  { allocateTo, timing }: { allocateTo: UserId | null; timing: RequestTiming },
): RequestChange {
  const { now } = timing;
  return takeStep(request, {
    act: allocateTo === null ? 'accept' : 'accept-for',
    type: 'accepted',
    timing,
    fields: {
      acknowledgedAt: request.acknowledgedAt ?? now,
      decidedAt: now,
      waitingSince: now,
      lastStillWantedAt: now,
      allocatedTo: allocateTo,
      allocatedAt: allocateTo === null ? null : now,
      managedBy: null,
    },
    payload: { allocatedTo: allocateTo },
  });
}

/** The service says no. The need goes on in the request that the desk gets in its place. */
export function declineRequest(
  request: ServiceRequest,
  { reason, timing }: { reason: RequestDecline; timing: RequestTiming },
): RequestChange {
  return takeStep(request, {
    act: 'decline',
    type: 'declined',
    timing,
    reason,
    fields: { ...answered(request, timing), declineReason: reason },
  });
}

/** Another service is the right one. It is only suggested: the desk asks the person before anything goes there. */
export function redirectRequest(
  request: ServiceRequest,
  {
    to,
    reason,
    timing,
  }: { to: NonNullable<ServiceRequest['serviceId']>; reason: RequestRedirect; timing: RequestTiming },
): RequestChange<'same-service'> {
  const refusal = stateRefusal(request, 'redirect');
  if (refusal !== null) return refusedRequest(refusal);
  if (to === request.serviceId) return refusedRequest('same-service');
  return takeStep(request, {
    act: 'redirect',
    type: 'redirected',
    timing,
    reason,
    fields: { ...answered(request, timing), redirectReason: reason },
    payload: { suggestedServiceId: to },
  });
}

/** Somebody who waits was asked whether they still want it; no ends the request, and nobody asks why. */
export function noteStillWanted(
  request: ServiceRequest,
  { answer, timing }: { answer: StillWantedAnswer; timing: RequestTiming },
): RequestChange {
  const refusal = stateRefusal(request, 'ask');
  if (refusal !== null) return refusedRequest(refusal);
  if (answer === 'not-wanted') return notWanted(request, timing);
  return takeStep(request, {
    act: 'ask',
    type: 'still-wanted',
    timing,
    fields: { lastStillWantedAt: timing.now },
  });
}

/** Names the worker who answers for it from now on. */
export function allocateRequest(
  request: ServiceRequest,
  { to, timing }: { to: UserId; timing: RequestTiming },
): RequestChange<'theirs-already'> {
  const refusal = stateRefusal(request, 'allocate');
  if (refusal !== null) return refusedRequest(refusal);
  if (request.allocatedTo === to) return refusedRequest('theirs-already');
  return takeStep(request, {
    act: 'allocate',
    type: 'allocated',
    timing,
    fields: { allocatedTo: to, allocatedAt: timing.now },
    payload: { allocatedTo: to, before: request.allocatedTo },
  });
}

/** The worker is gone, or may not see it any more: the coordinator answers for it until somebody else is named. */
export function releaseRequest(
  request: ServiceRequest,
  { reason, timing }: { reason: 'worker-left' | 'not-possible'; timing: RequestTiming },
): RequestChange {
  return takeStep(request, {
    act: 'release',
    type: 'released',
    timing,
    reason,
    fields: { allocatedTo: null, allocatedAt: null },
    payload: { before: request.allocatedTo },
  });
}

/** Support has begun, at `timing.now`; refused while no worker of the service has been named. */
export function startSupport(
  request: ServiceRequest,
  timing: RequestTiming,
): RequestChange<'nobody-allocated'> {
  const refusal = stateRefusal(request, 'start');
  if (refusal !== null) return refusedRequest(refusal);
  if (request.allocatedTo === null) return refusedRequest('nobody-allocated');
  return takeStep(request, { act: 'start', type: 'started', timing, fields: { startedAt: timing.now } });
}

/** Somebody looked at support that runs: the next look is due a step later. */
export function reviewSupport(request: ServiceRequest, timing: RequestTiming): RequestChange {
  return takeStep(request, {
    act: 'review',
    type: 'reviewed',
    timing,
    fields: { reviewedAt: timing.now },
  });
}

/** Support has ended, as agreed, before that, or because another service goes on with it. */
export function endSupport(
  request: ServiceRequest,
  { ending, timing }: { ending: RequestEnding; timing: RequestTiming },
): RequestChange {
  return takeStep(request, {
    act: 'end',
    type: 'ended',
    timing,
    reason: ending,
    fields: { endedAt: timing.now, ending },
  });
}

function answered(request: ServiceRequest, { now }: RequestTiming): Partial<ServiceRequest> {
  return { acknowledgedAt: request.acknowledgedAt ?? now, decidedAt: now };
}
