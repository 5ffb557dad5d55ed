import {
  ENDS_OF_COURT_DATES,
  nextCourtDate,
  type CaseId,
  type CourtDateInForce,
  type Instant,
  type MilestoneId,
  type MilestoneKind,
  type PersonId,
  type ServiceRequestId,
} from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { instantOf, maybeInstantOf } from '../columns';

/** The next day in court of somebody whom a service supports, as far as the investigation is shared with it. */
export interface CourtDateOfRequest extends CourtDateInForce {
  readonly personId: PersonId;
  readonly caseId: CaseId;
}

/** By request; one without a day ahead, or of whose investigation the reader sees nothing, has no entry. */
export async function courtDatesOfRequests(
  manager: EntityManager,
  asked: { readonly ids: readonly ServiceRequestId[]; readonly now: Instant; readonly timezone: string },
): Promise<ReadonlyMap<ServiceRequestId, CourtDateOfRequest>> {
  const rows = await manager.query<Raw[]>(
    `select r.request_id, m.case_id, m.person_id, m.milestone_id, m.kind, m.happened_at, m.recorded_at, m.court_at
     from app.service_request r join app.milestone m on m.case_id = r.case_id
     where r.request_id = any($1::uuid[]) and m.state = 'standing'
       and (m.court_at is not null or m.kind = any($2::text[]))`,
    [asked.ids, ENDS_OF_COURT_DATES],
  );
  const found = new Map<ServiceRequestId, CourtDateOfRequest>();
  for (const id of new Set(rows.map(({ request_id }) => request_id))) {
    const listed = rows.filter(({ request_id }) => request_id === id);
    const next = nextCourtDate(listed.map(milestoneOf), asked);
    const [one] = listed;
    if (next !== null && one !== undefined)
      found.set(id, { ...next, personId: one.person_id, caseId: one.case_id });
  }
  return found;
}

interface Raw {
  readonly request_id: ServiceRequestId;
  readonly case_id: CaseId;
  readonly person_id: PersonId;
  readonly milestone_id: MilestoneId;
  readonly kind: MilestoneKind;
  readonly happened_at: Date;
  readonly recorded_at: Date;
  readonly court_at: Date | null;
}

function milestoneOf(row: Raw) {
  return {
    id: row.milestone_id,
    kind: row.kind,
    happenedAt: instantOf(row.happened_at),
    recordedAt: instantOf(row.recorded_at),
    courtAt: maybeInstantOf(row.court_at),
    state: 'standing' as const,
  };
}
