import type { CheckId, CheckRecord, CheckStore } from '#libs/casework';
import type { EntityManager } from 'typeorm';
import { CheckRow } from './check.row';

export class PostgresCheckStore implements CheckStore {
  constructor(private readonly manager: EntityManager) {}

  async insert(record: CheckRecord): Promise<void> {
    await this.manager.insert(CheckRow, record);
  }

  lock(id: CheckId): Promise<CheckRecord | null> {
    return this.manager.findOne(CheckRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async save({ id, state, decidedBy, decidedAt, revision }: CheckRecord): Promise<void> {
    await this.manager.update(CheckRow, { id }, { state, decidedBy, decidedAt, revision: revision + 1 });
  }
}
