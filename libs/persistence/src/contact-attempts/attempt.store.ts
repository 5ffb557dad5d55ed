import type { AttemptRecord, AttemptStore, ExceptionRecord, ExceptionStore } from '#libs/casework';
import type { AttemptId, CaseId, Confirmation } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { AttemptRow, ExceptionRow } from './attempt.row';

export class PostgresAttemptStore implements AttemptStore {
  constructor(private readonly manager: EntityManager) {}

  async insert(record: AttemptRecord): Promise<void> {
    await this.manager.insert(AttemptRow, record);
  }

  ofCase(caseId: CaseId): Promise<readonly AttemptRecord[]> {
    return this.manager.find(AttemptRow, {
      where: { caseId },
      order: { happenedAt: 'ASC', recordedAt: 'ASC' },
    });
  }

  async setConfirmation({ id, confirmation }: { id: AttemptId; confirmation: Confirmation }): Promise<void> {
    await this.manager.update(AttemptRow, { id }, { confirmation });
  }

  async setIdentity({
    id,
    rung,
    identityBy,
    identityAt,
    confirmation,
  }: Parameters<AttemptStore['setIdentity']>[0]): Promise<void> {
    await this.manager.update(AttemptRow, { id }, { rung, identityBy, identityAt, confirmation });
  }
}

export class PostgresExceptionStore implements ExceptionStore {
  constructor(private readonly manager: EntityManager) {}

  async insert(record: ExceptionRecord): Promise<void> {
    await this.manager.insert(ExceptionRow, record);
  }

  ofCase(caseId: CaseId): Promise<readonly ExceptionRecord[]> {
    return this.manager
      .createQueryBuilder(ExceptionRow, 'e')
      .where('e.case_id = :caseId', { caseId })
      .andWhere(
        `not exists (select 1 from app.second_person_check k
           where k.exception_id = e.exception_id and k.state <> 'confirmed')`,
      )
      .orderBy('e.from_at', 'ASC')
      .getMany();
  }
}
