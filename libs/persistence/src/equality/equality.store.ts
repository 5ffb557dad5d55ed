import type { EqualityStore } from '#libs/casework';
import type { CaseId, EqualityEntry } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf, instantOf } from '../columns';

const MOST = 500;

export class PostgresEqualityStore implements EqualityStore {
  constructor(private readonly manager: EntityManager) {}

  async add(entries: readonly EqualityEntry[]): Promise<void> {
    for (const entry of entries) {
      const { id, caseId, personId, handlingAgencyId, question, answer, recordedBy, recordedAt } = entry;
      await this.manager.query(
        `insert into app.equality_answer (entry_id, case_id, person_id, handling_agency_id, question, answer,
           recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, caseId, personId, handlingAgencyId, question, answer, recordedBy, dateOf(recordedAt)],
      );
    }
  }

  ofCase(caseId: CaseId): Promise<readonly EqualityEntry[]> {
    return equalityOfCase(this.manager, caseId);
  }
}

type Raw = Omit<EqualityEntry, 'recordedAt'> & { readonly recorded_at: Date };

/** The answers of a case, the latest first; nothing for whoever may not read them. */
export async function equalityOfCase(
  manager: EntityManager,
  caseId: CaseId,
): Promise<readonly EqualityEntry[]> {
  const rows = await manager.query<Raw[]>(
    `select entry_id as id, case_id as "caseId", person_id as "personId", handling_agency_id as "handlingAgencyId",
       question, answer, recorded_by as "recordedBy", recorded_at
     from app.equality_answer where case_id = $1 order by recorded_at desc, entry_id desc limit ${MOST}`,
    [caseId],
  );
  return rows.map(({ recorded_at, ...row }) => ({ ...row, recordedAt: instantOf(recorded_at) }));
}
