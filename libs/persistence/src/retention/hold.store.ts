import type { HoldStore } from '#libs/casework';
import type { HoldId, LegalHold } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { HoldRow } from './hold.row';

export class PostgresHoldStore implements HoldStore {
  constructor(private readonly manager: EntityManager) {}

  async insert(hold: LegalHold): Promise<void> {
    await this.manager
      .createQueryBuilder()
      .insert()
      .into(HoldRow)
      .values({ ...hold })
      .updateEntity(false)
      .execute();
  }

  find(id: HoldId): Promise<LegalHold | null> {
    return this.manager.findOne(HoldRow, { where: { id } });
  }

  lock(id: HoldId): Promise<LegalHold | null> {
    return this.manager.findOne(HoldRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async saveLifted({ id, liftedBy, liftedAt, liftReason, revision }: LegalHold): Promise<void> {
    await this.manager.update(HoldRow, { id }, { liftedBy, liftedAt, liftReason, revision: revision + 1 });
  }
}
