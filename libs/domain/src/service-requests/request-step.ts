import { event, type DomainEvent, type PayloadObject } from '../journal';
import { nextState } from '../machine';
import type { Instant } from '../time';
import { serviceRequestMachine, type ServiceRequestEvent } from './request-machine';
import type { ServiceRequest } from './service-request';
import { withStep, type RequestTiming } from './step-clock';

export interface RequestStepTaken {
  readonly request: ServiceRequest;
  readonly events: readonly DomainEvent[];
}

/**
 * `moved-on`: somebody else was there first, and it is not in that state any more. `withdrawn`: it was taken back.
 * `over`: it has ended in another way.
 */
export type StateRefusal = 'moved-on' | 'withdrawn' | 'over';

export type RequestChange<Reason extends string = never> =
  | ({ readonly kind: 'changed' } & RequestStepTaken)
  | { readonly kind: 'refused'; readonly reason: StateRefusal | Reason };

/** That nothing changes, with the code of why. */
export function refusedRequest<Reason extends string>(
  reason: Reason,
): { readonly kind: 'refused'; readonly reason: Reason } {
  return { kind: 'refused', reason };
}

/** Why the machine does not let something happen to a request as it stands; null when it does. */
export function stateRefusal(request: ServiceRequest, act: ServiceRequestEvent): StateRefusal | null {
  if (nextState(serviceRequestMachine, { state: request.state, event: act }) !== null) return null;
  if (request.state === 'withdrawn' || request.state === 'not-wanted') return 'withdrawn';
  return serviceRequestMachine.terminal.includes(request.state) ? 'over' : 'moved-on';
}

/**
 * Takes one step: the state that the machine names, the fields of this step, the clock of what is due next, and one
 * journal event. Refused where the machine knows no such step.
 */
export function takeStep(
  request: ServiceRequest,
  step: {
    readonly act: ServiceRequestEvent;
    readonly type: string;
    readonly timing: RequestTiming;
    readonly fields?: Partial<ServiceRequest>;
    readonly reason?: string | null;
    readonly payload?: PayloadObject;
  },
): RequestChange {
  const { act, type, timing, fields = {}, reason = null, payload = {} } = step;
  const refusal = stateRefusal(request, act);
  const state = nextState(serviceRequestMachine, { state: request.state, event: act });
  if (refusal !== null || state === null) return refusedRequest(refusal ?? 'moved-on');
  const changed = withStep({ ...request, ...fields, state }, timing);
  return {
    kind: 'changed',
    request: changed,
    events: [requestEvent(changed, { type, happenedAt: timing.now, reason, payload })],
  };
}

/** Codes, ids and times: which kind, which service, what is due next. */
export function requestEvent(
  request: ServiceRequest,
  told: {
    readonly type: string;
    readonly happenedAt: Instant;
    readonly reason?: string | null;
    readonly payload?: PayloadObject;
  },
): DomainEvent {
  const { id, caseId, kind, serviceId, agencyId, step, dueAt, clocksVersion } = request;
  return event({
    subject: { kind: 'service-request', id },
    caseId,
    type: `service-request.${told.type}`,
    happenedAt: told.happenedAt,
    reason: told.reason ?? null,
    payload: {
      kind,
      serviceId,
      agencyId,
      step,
      dueAt: dueAt === null ? null : new Date(dueAt).toISOString(),
      clocksVersion,
      ...told.payload,
    },
  });
}
