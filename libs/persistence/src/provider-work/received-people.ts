import type { CaseId, PersonId, ServiceRequestId } from '#libs/domain';
import type { EntityManager } from 'typeorm';

/** Whom requests are about, for the access log of whoever was shown them. */
export function peopleOfRequests(
  manager: EntityManager,
  requestIds: readonly ServiceRequestId[],
): Promise<readonly { readonly personId: PersonId; readonly caseId: CaseId }[]> {
  return manager.query(
    `select person_id as "personId", case_id as "caseId" from app.service_request
     where request_id = any($1::uuid[]) order by request_id`,
    [requestIds],
  );
}
