import { isLiveServiceRequest } from './request-machine';
import {
  refusedRequest,
  requestEvent,
  stateRefusal,
  takeStep,
  type RequestChange,
  type RequestStepTaken,
} from './request-step';
import type { ServiceRequest } from './service-request';
import { stepOf, withStep, type RequestTiming } from './step-clock';

/**
 * Brings what is due into line with whether the person may be contacted at all: what would make somebody contact them
 * is held at the desk while they may not, and is due again from the moment they may. Null where nothing changes. What a
 * manager has taken on stays with them.
 */
export function followStop(request: ServiceRequest, timing: RequestTiming): RequestStepTaken | null {
  if (!isLiveServiceRequest(request) || request.step === 'manage') return null;
  const hold = stepOf(request, timing) === 'hold';
  if (hold === (request.step === 'hold')) return null;
  const changed = withStep(request, timing);
  const type = hold ? 'held' : 'hold-ended';
  return { request: changed, events: [requestEvent(changed, { type, happenedAt: timing.now })] };
}

/** Somebody at the desk has looked: contact is still stopped, and the person keeps their place. */
export function keepPlace(request: ServiceRequest, timing: RequestTiming): RequestChange<'not-held'> {
  const refusal = stateRefusal(request, 'keep-place');
  if (refusal !== null) return refusedRequest(refusal);
  if (!timing.stopped || request.step !== 'hold') return refusedRequest('not-held');
  return takeStep(request, { act: 'keep-place', type: 'place-kept', timing });
}
