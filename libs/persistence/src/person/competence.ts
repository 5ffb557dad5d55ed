import type { CompetenceRecord } from '#libs/domain';
import { instantOf } from '../columns';

export interface RawCompetence {
  readonly record_id: CompetenceRecord['id'];
  readonly case_id: CompetenceRecord['caseId'];
  readonly person_id: CompetenceRecord['personId'];
  readonly decision: CompetenceRecord['decision'];
  readonly test: CompetenceRecord['test'];
  readonly finding: CompetenceRecord['finding'];
  readonly assessor: CompetenceRecord['assessor'];
  readonly assessed: string;
  readonly review: string | null;
  readonly recorded_by: CompetenceRecord['recordedBy'];
  readonly recorded_at: Date;
}

export function competenceOf(row: RawCompetence): CompetenceRecord {
  const { decision, test, finding, assessor } = row;
  return {
    id: row.record_id,
    caseId: row.case_id,
    personId: row.person_id,
    decision,
    test,
    finding,
    assessor,
    assessedOn: row.assessed,
    reviewOn: row.review,
    recordedBy: row.recorded_by,
    recordedAt: instantOf(row.recorded_at),
  };
}
