import type { AgencyId, CaseId, Instant, ServiceRequest, ServiceRequestId, UserId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { instantOf } from '../columns';
import { ServiceRequestRow } from '../service-requests';

/** Everything that was asked for in a case, what is live first and then the newest. For the desk. */
export async function caseRequests(
  manager: EntityManager,
  caseId: CaseId,
): Promise<readonly ServiceRequest[]> {
  const rows = await manager.find(ServiceRequestRow, {
    where: { caseId },
    order: { proposedAt: 'DESC', id: 'DESC' },
  });
  return [...rows.filter(({ dueAt }) => dueAt !== null), ...rows.filter(({ dueAt }) => dueAt === null)];
}

/** One line of a request's history: what happened, the state it led to, by whom. Null: nobody, a timer did. */
export interface RequestHistoryLine {
  readonly act: string;
  readonly state: ServiceRequest['state'];
  readonly reason: string | null;
  readonly happenedAt: Instant;
  readonly byUserId: UserId | null;
  readonly byAgencyId: AgencyId | null;
}

export async function requestHistory(
  manager: EntityManager,
  requestId: ServiceRequestId,
): Promise<readonly RequestHistoryLine[]> {
  const rows = await manager.query<RawLine[]>(
    `select act, state, reason, happened_at, by_user_id, by_agency_id from app.service_request_step
     where request_id = $1 order by happened_at, step_id`,
    [requestId],
  );
  return rows.map((row) => ({
    act: row.act,
    state: row.state,
    reason: row.reason,
    happenedAt: instantOf(row.happened_at),
    byUserId: row.by_user_id,
    byAgencyId: row.by_agency_id,
  }));
}

interface RawLine {
  readonly act: string;
  readonly state: ServiceRequest['state'];
  readonly reason: string | null;
  readonly happened_at: Date;
  readonly by_user_id: UserId | null;
  readonly by_agency_id: AgencyId | null;
}
