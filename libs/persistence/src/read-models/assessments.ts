import type { CaseId, CompetenceRecord } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { competenceOf, type RawCompetence } from '../person';

/** The latest assessment of each decision of a case; what was judged before is superseded by it. */
export async function assessmentsOfCase(
  manager: EntityManager,
  caseId: CaseId,
): Promise<readonly CompetenceRecord[]> {
  const rows = await manager.query<RawCompetence[]>(
    `select * from (
       select distinct on (decision) *, assessed_on::text as assessed, review_on::text as review
       from app.competence_record where case_id = $1 order by decision, recorded_at desc, record_id desc
     ) latest order by recorded_at desc, record_id desc`,
    [caseId],
  );
  return rows.map(competenceOf);
}
