import type { KeptMinimum, RequestMinimum, ServiceRequest, ServiceRequestId, UserId } from '#libs/domain';
import { maybeInstantOf } from '../columns';

/** What a receiving service reads of a request: nothing of the person, of other requests, or of who else was asked. */
export type ReceivedRequest = Pick<
  ServiceRequest,
  | 'id'
  | 'reference'
  | 'kind'
  | 'serviceId'
  | 'state'
  | 'band'
  | 'sentAt'
  | 'acknowledgedAt'
  | 'decidedAt'
  | 'declineReason'
  | 'redirectReason'
  | 'waitingSince'
  | 'lastStillWantedAt'
  | 'allocatedTo'
  | 'allocatedAt'
  | 'startedAt'
  | 'reviewedAt'
  | 'endedAt'
  | 'ending'
  | 'step'
  | 'dueAt'
  | 'shareId'
  | 'revision'
> & {
  readonly from: string;
  /** Null once the service has answered, for the share is there then, and where there is no ground for showing it. */
  readonly minimum: RequestMinimum | null;
};

/** What of a request is read for the service that received it, with whoever sent it and the minimum. */
export const RECEIVED = `
  r.request_id as id, r.reference, r.kind, r.service_id, r.state, r.band, r.band_rank, r.sent_at, r.acknowledged_at,
  r.decided_at, r.decline_reason, r.redirect_reason, r.waiting_since, r.last_still_wanted_at, r.allocated_to,
  r.allocated_at, r.started_at, r.reviewed_at, r.ended_at, r.ending, r.step, r.due_at, r.share_id, r.revision,
  a.name as sender, m.body as minimum,
  case when m.request_id is not null then app.channels_before_answer(m.request_id) end as channels`;

/** Where it is read from: `requests` names rows of `app.service_request`, all or a page of them. */
export const receivedFrom = (requests: string): string => `from ${requests} r
  join app.agency a on a.agency_id = r.handling_agency_id
  left join app.service_request_minimum m on m.request_id = r.request_id`;

export function receivedOf(row: RawReceived): ReceivedRequest {
  return {
    id: row.id,
    reference: row.reference,
    kind: row.kind,
    serviceId: row.service_id,
    state: row.state,
    band: row.band,
    sentAt: maybeInstantOf(row.sent_at),
    acknowledgedAt: maybeInstantOf(row.acknowledged_at),
    decidedAt: maybeInstantOf(row.decided_at),
    declineReason: row.decline_reason,
    redirectReason: row.redirect_reason,
    waitingSince: maybeInstantOf(row.waiting_since),
    lastStillWantedAt: maybeInstantOf(row.last_still_wanted_at),
    allocatedTo: row.allocated_to,
    allocatedAt: maybeInstantOf(row.allocated_at),
    startedAt: maybeInstantOf(row.started_at),
    reviewedAt: maybeInstantOf(row.reviewed_at),
    endedAt: maybeInstantOf(row.ended_at),
    ending: row.ending,
    step: row.step,
    dueAt: maybeInstantOf(row.due_at),
    shareId: row.share_id,
    revision: row.revision,
    from: row.sender,
    minimum: row.minimum === null ? null : { ...row.minimum, safeContact: row.channels ?? [] },
  };
}

export interface RawReceived {
  readonly id: ServiceRequestId;
  readonly reference: string;
  readonly kind: ServiceRequest['kind'];
  readonly service_id: ServiceRequest['serviceId'];
  readonly state: ServiceRequest['state'];
  readonly band: ServiceRequest['band'];
  readonly band_rank: number;
  readonly sent_at: Date | null;
  readonly acknowledged_at: Date | null;
  readonly decided_at: Date | null;
  readonly decline_reason: ServiceRequest['declineReason'];
  readonly redirect_reason: ServiceRequest['redirectReason'];
  readonly waiting_since: Date | null;
  readonly last_still_wanted_at: Date | null;
  readonly allocated_to: UserId | null;
  readonly allocated_at: Date | null;
  readonly started_at: Date | null;
  readonly reviewed_at: Date | null;
  readonly ended_at: Date | null;
  readonly ending: ServiceRequest['ending'];
  readonly step: ServiceRequest['step'];
  readonly due_at: Date | null;
  readonly share_id: ServiceRequest['shareId'];
  readonly revision: number;
  readonly sender: string;
  readonly minimum: KeptMinimum | null;
  readonly channels: readonly string[] | null;
}
