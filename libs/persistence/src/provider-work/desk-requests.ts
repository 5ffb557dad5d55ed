import type { Instant, ServiceRequest, ServiceRequestId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf, instantOf, maybeInstantOf } from '../columns';

/** A live request as the desk's list shows it: codes, and nothing of the person. */
export type DeskRequest = Pick<
  ServiceRequest,
  | 'id'
  | 'caseId'
  | 'reference'
  | 'kind'
  | 'serviceId'
  | 'agencyId'
  | 'handlingAgencyId'
  | 'state'
  | 'band'
  | 'firstAskedAt'
  | 'allocatedTo'
  | 'managedBy'
  | 'landedAt'
  | 'managerAcknowledgedAt'
> & {
  readonly step: NonNullable<ServiceRequest['step']>;
  readonly dueAt: Instant;
  readonly ownerUserId: ServiceRequest['proposedBy'];
};

/** Where a page of the list ends. */
export interface DeskCursor {
  readonly at: Instant;
  readonly id: ServiceRequestId;
}

const LATE = `(r.due_at < app.service_now() or (r.landed_at is not null and r.manager_acknowledged_at is null))`;

/** Live requests of the reader's cases, those due first before the others; `late` leaves out what has time. */
export async function deskRequests(
  manager: EntityManager,
  asked: { readonly late: boolean; readonly limit: number; readonly after: DeskCursor | null },
): Promise<readonly DeskRequest[]> {
  const { late, limit, after } = asked;
  const rows = await manager.query<RawRequest[]>(
    `select r.request_id as id, r.case_id as "caseId", r.reference, r.kind, r.service_id as "serviceId",
       r.agency_id as "agencyId", r.handling_agency_id as "handlingAgencyId", r.state, r.band,
       r.allocated_to as "allocatedTo", r.managed_by as "managedBy", r.step, r.due_at, r.first_asked_at,
       r.landed_at, r.manager_acknowledged_at, c.owner_user_id as "ownerUserId"
     from app.service_request r join app.case_file c using (case_id)
     where r.due_at is not null and r.handling_agency_id = app.claim_agency() and ($1 or ${LATE})
       and ($3::uuid is null or (r.due_at, r.request_id) > ($4::timestamptz, $3::uuid))
     order by r.due_at, r.request_id limit $2`,
    [!late, limit, after?.id ?? null, after === null ? null : dateOf(after.at)],
  );
  return rows.map(({ due_at, first_asked_at, landed_at, manager_acknowledged_at, ...row }) => ({
    ...row,
    dueAt: instantOf(due_at),
    firstAskedAt: instantOf(first_asked_at),
    landedAt: maybeInstantOf(landed_at),
    managerAcknowledgedAt: maybeInstantOf(manager_acknowledged_at),
  }));
}

/** How many of them wait longer than they should, or for a manager. */
export async function countLateRequests(manager: EntityManager): Promise<number> {
  const [row] = await manager.query<{ late: number }[]>(
    `select count(*)::integer as late from app.service_request r
     where r.due_at is not null and r.handling_agency_id = app.claim_agency() and ${LATE}`,
  );
  return row?.late ?? 0;
}

type RawRequest = Omit<DeskRequest, 'dueAt' | 'firstAskedAt' | 'landedAt' | 'managerAcknowledgedAt'> & {
  readonly due_at: Date;
  readonly first_asked_at: Date;
  readonly landed_at: Date | null;
  readonly manager_acknowledged_at: Date | null;
};
