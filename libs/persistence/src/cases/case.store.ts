import type { CaseRecord, CaseStore } from '#libs/casework';
import type { CaseId, UserId } from '#libs/domain';
import { In, IsNull, type EntityManager } from 'typeorm';
import { CaseRow } from './case.row';

export class PostgresCaseStore implements CaseStore {
  constructor(private readonly manager: EntityManager) {}

  lock(id: CaseId): Promise<CaseRecord | null> {
    return this.manager.findOne(CaseRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  lockOwnedBy(ownerUserId: UserId): Promise<readonly CaseRecord[]> {
    return this.manager.find(CaseRow, {
      where: { ownerUserId, closedAt: IsNull() },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  find(id: CaseId): Promise<CaseRecord | null> {
    return this.manager.findOne(CaseRow, { where: { id } });
  }

  findMany(ids: readonly CaseId[]): Promise<readonly CaseRecord[]> {
    return ids.length === 0
      ? Promise.resolve([])
      : this.manager.find(CaseRow, { where: { id: In([...ids]) } });
  }

  async save(record: CaseRecord): Promise<CaseRecord> {
    const { id, contactState, ownerTeamId, ownerUserId, danger, actByAt, actBySafe, nextDueAt } = record;
    const { attempts, closedAt } = record;
    const revision = record.revision + 1;
    await this.manager.update(
      CaseRow,
      { id },
      {
        contactState,
        ownerTeamId,
        ownerUserId,
        danger,
        actByAt,
        actBySafe,
        nextDueAt,
        attempts,
        closedAt,
        revision,
      },
    );
    return { ...record, revision };
  }
}
