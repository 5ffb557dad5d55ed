import type { NotedCase } from '#libs/casework';
import type { AgencyId, CaseId, PersonId, RecordWall } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { maybeInstantOf } from '../columns';

/** What the database tells somebody about a case that they may write behind this wall of; null for any other case. */
export async function caseForNotes(
  manager: EntityManager,
  { wall, caseId }: { readonly wall: RecordWall; readonly caseId: CaseId },
): Promise<NotedCase | null> {
  const [row] = await manager.query<
    {
      person_id: PersonId;
      reference: string;
      handling_agency_id: AgencyId;
      closed_at: Date | null;
    }[]
  >('select * from app.case_for_notes($1, $2)', [wall, caseId]);
  if (row === undefined) return null;
  return {
    caseId,
    personId: row.person_id,
    reference: row.reference,
    handlingAgencyId: row.handling_agency_id,
    closedAt: maybeInstantOf(row.closed_at),
  };
}
