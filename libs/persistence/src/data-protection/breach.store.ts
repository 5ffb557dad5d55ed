import type { BreachStore } from '#libs/casework';
import type { BreachId, BreachRecord } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { BreachRow } from './breach.row';

export class PostgresBreachStore implements BreachStore {
  constructor(private readonly manager: EntityManager) {}

  async insert(breach: BreachRecord): Promise<void> {
    await this.manager
      .createQueryBuilder()
      .insert()
      .into(BreachRow)
      .values({ ...breach })
      .updateEntity(false)
      .execute();
  }

  find(id: BreachId): Promise<BreachRecord | null> {
    return this.manager.findOne(BreachRow, { where: { id } });
  }

  lock(id: BreachId): Promise<BreachRecord | null> {
    return this.manager.findOne(BreachRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async save(breach: BreachRecord): Promise<void> {
    const { id, risk, peopleAffected, reportedAt, peopleToldAt, closedAt, revision } = breach;
    await this.manager.update(
      BreachRow,
      { id },
      { risk, peopleAffected, reportedAt, peopleToldAt, closedAt, revision: revision + 1 },
    );
  }
}
