import {
  isoOf,
  weeksWaited,
  type Instant,
  type ServiceRequest,
  type ShareId,
  type StaffActor,
} from '#libs/domain';
import type { ReceivedRequest } from '#libs/persistence';
import { entityTag } from '../../../request-reading/entity-tag';
import { availableOf } from '../access/available-action.view';
import { serviceActions } from '../service-requests/request-actions';
import type { InboxLineView, ReceivedLineView, ReceivedRequestView } from './received-request.view';

/** A line of a caseload. */
export function receivedLineView(request: ReceivedRequest, actor: StaffActor): ReceivedLineView {
  const { id, reference, from, kind, serviceId, state, band, step, allocatedTo, ending } = request;
  return {
    id,
    reference,
    from,
    kind,
    serviceId,
    state,
    band,
    step,
    dueAt: iso(request.dueAt),
    sentAt: iso(request.sentAt),
    acknowledgedAt: iso(request.acknowledgedAt),
    decidedAt: iso(request.decidedAt),
    declineReason: request.declineReason,
    redirectReason: request.redirectReason,
    waitingSince: iso(request.waitingSince),
    lastStillWantedAt: iso(request.lastStillWantedAt),
    allocatedTo,
    allocatedAt: iso(request.allocatedAt),
    startedAt: iso(request.startedAt),
    reviewedAt: iso(request.reviewedAt),
    endedAt: iso(request.endedAt),
    ending,
    etag: entityTag(request.revision),
    availableActions: availableOf([
      { action: 'read', method: 'GET', href: `/api/v1/provider/requests/${id}`, may: true },
      ...serviceActions(request, actor),
    ]),
  };
}

/** A line of an inbox: with what the person agreed to show before anybody answers. */
export function inboxLineView(request: ReceivedRequest, actor: StaffActor): InboxLineView {
  const { minimum } = request;
  return {
    ...receivedLineView(request, actor),
    minimum: minimum && {
      ageBand: minimum.ageBand,
      district: minimum.district,
      needs: [...minimum.needs],
      languages: [...minimum.languages],
      access: [...minimum.access],
      safeContact: [...minimum.safeContact],
    },
  };
}

export function receivedRequestView(
  received: ReceivedRequest,
  {
    request,
    shareId,
    actor,
    now,
  }: {
    readonly request: ServiceRequest;
    readonly shareId: ShareId | null;
    readonly actor: StaffActor;
    readonly now: Instant;
  },
): ReceivedRequestView {
  return { ...inboxLineView(received, actor), weeksWaited: weeksWaited(request, now), shareId };
}

function iso(at: Instant | null): string | null {
  return at === null ? null : isoOf(at);
}
