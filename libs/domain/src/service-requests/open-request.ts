import type { DomainEvent } from '../journal';
import type { ServiceRequestId, UserId } from '../ids';
import type { RequestRoute, ServiceRequest } from './service-request';
import { requestEvent, type RequestStepTaken } from './request-step';
import { withStep, type RequestTiming } from './step-clock';

export type RequestSeed = Pick<
  ServiceRequest,
  | 'id'
  | 'caseId'
  | 'personId'
  | 'handlingAgencyId'
  | 'reference'
  | 'kind'
  | 'serviceId'
  | 'agencyId'
  | 'reachedBy'
  | 'purpose'
  | 'band'
  | 'decisionId'
>;

const NOTHING_YET = {
  suggestedServiceId: null,
  sentAt: null,
  sentOn: null,
  acknowledgedAt: null,
  decidedAt: null,
  declineReason: null,
  redirectReason: null,
  waitingSince: null,
  lastStillWantedAt: null,
  allocatedTo: null,
  allocatedAt: null,
  startedAt: null,
  reviewedAt: null,
  endedAt: null,
  ending: null,
  withdrawReason: null,
  step: null,
  dueAt: null,
  offerAt: null,
  landAt: null,
  nextFireAt: null,
  remindedAt: null,
  offeredNextAt: null,
  landedAt: null,
  landedOn: null,
  managedBy: null,
  managerAcknowledgedAt: null,
  insteadOf: null,
  shareId: null,
} as const satisfies Partial<ServiceRequest>;

/** A request as it begins: at the desk, nothing sent, and with a due time from its first moment on. */
export function proposeRequest(
  seed: RequestSeed,
  { by, timing }: { readonly by: UserId | null; readonly timing: RequestTiming },
): RequestStepTaken {
  const request = withStep(
    {
      ...NOTHING_YET,
      ...seed,
      state: 'proposed',
      firstAskedAt: timing.now,
      proposedBy: by,
      proposedAt: timing.now,
      clocksVersion: timing.clocks.version,
      revision: 1,
    },
    timing,
  );
  return { request, events: [opened(request, timing)] };
}

/**
 * The request that follows one which a service did not answer, would not take or passed on: the same need, the same
 * place in the queue, at the desk again, so that no need is left without somebody who owes it. The first one stays
 * where it is while its service is only silent.
 */
export function openInstead(
  before: ServiceRequest,
  next: {
    readonly id: ServiceRequestId;
    readonly by: UserId | null;
    readonly timing: RequestTiming;
    /** Where it would go; null while somebody must choose. */
    readonly to?: {
      readonly serviceId: NonNullable<ServiceRequest['serviceId']>;
      readonly agencyId: NonNullable<ServiceRequest['agencyId']>;
      readonly reachedBy: RequestRoute;
    } | null;
    readonly suggestedServiceId?: ServiceRequest['suggestedServiceId'];
  },
): RequestStepTaken {
  const { caseId, personId, handlingAgencyId, reference, kind, purpose, band, decisionId } = before;
  const seed = { caseId, personId, handlingAgencyId, reference, kind, purpose, band, decisionId };
  const { id, by, timing, to = null, suggestedServiceId = null } = next;
  const request = withStep(
    {
      ...NOTHING_YET,
      ...seed,
      id,
      serviceId: to?.serviceId ?? null,
      agencyId: to?.agencyId ?? null,
      reachedBy: to?.reachedBy ?? 'inbox',
      suggestedServiceId,
      insteadOf: before.id,
      state: 'proposed',
      firstAskedAt: before.firstAskedAt,
      proposedBy: by,
      proposedAt: timing.now,
      clocksVersion: timing.clocks.version,
      revision: 1,
    },
    timing,
  );
  return { request, events: [opened(request, timing)] };
}

function opened(request: ServiceRequest, { now }: RequestTiming): DomainEvent {
  const { insteadOf, suggestedServiceId, band } = request;
  return requestEvent(request, {
    type: 'proposed',
    happenedAt: now,
    payload: { band, insteadOf, suggestedServiceId },
  });
}
