import type { CaseId, Instant, PersonId, ServiceRequestId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { instantOf } from '../columns';

/** When a service meets somebody next. */
export interface NextAppointment {
  readonly personId: PersonId;
  readonly caseId: CaseId;
  readonly startsAt: Instant;
}

/** By request, the next one that the service itself has booked; one without any ahead has no entry. */
export async function nextAppointmentsOfRequests(
  manager: EntityManager,
  ids: readonly ServiceRequestId[],
): Promise<ReadonlyMap<ServiceRequestId, NextAppointment>> {
  const rows = await manager.query<
    { request_id: ServiceRequestId; case_id: CaseId; person_id: PersonId; starts_at: Date }[]
  >(
    `select distinct on (r.request_id) r.request_id, a.case_id, a.person_id, a.starts_at
     from app.service_request r join app.appointment a on a.case_id = r.case_id and a.kept_by = r.agency_id
     where r.request_id = any($1::uuid[]) and a.state in ('booked', 'confirmed')
       and a.starts_at > app.service_now()
     order by r.request_id, a.starts_at, a.appointment_id`,
    [ids],
  );
  return new Map(
    rows.map(({ request_id, case_id: caseId, person_id: personId, starts_at }) => [
      request_id,
      { caseId, personId, startsAt: instantOf(starts_at) },
    ]),
  );
}
