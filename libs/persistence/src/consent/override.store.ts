import type { OverrideStore } from '#libs/casework';
import type { ConsentOverride, OverrideId, PersonId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { OverrideRow } from './override.row';

export class PostgresOverrideStore implements OverrideStore {
  constructor(private readonly manager: EntityManager) {}

  async insert(override: ConsentOverride): Promise<void> {
    const dataClasses = [...override.dataClasses];
    await this.manager
      .createQueryBuilder()
      .insert()
      .into(OverrideRow)
      .values({ ...override, dataClasses })
      .updateEntity(false)
      .execute();
  }

  ofPerson(personId: PersonId): Promise<readonly ConsentOverride[]> {
    return this.manager.find(OverrideRow, { where: { personId }, order: { askedAt: 'ASC', id: 'ASC' } });
  }

  find(id: OverrideId): Promise<ConsentOverride | null> {
    return this.manager.findOne(OverrideRow, { where: { id } });
  }

  lock(id: OverrideId): Promise<ConsentOverride | null> {
    return this.manager.findOne(OverrideRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  lockReached(limit: number): Promise<readonly ConsentOverride[]> {
    return this.manager
      .createQueryBuilder(OverrideRow, 'o')
      .where(`o.state = 'in-force' and o.ends_at <= app.service_now()`)
      .orderBy('o.ends_at')
      .limit(limit)
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .getMany();
  }

  async save(override: ConsentOverride): Promise<void> {
    const { id, state, decidedBy, decidedAt, endsAt, endedAt, reviewDueAt } = override;
    const { reviewedBy, reviewedAt, finding, personTold } = override;
    const ending = { state, endedAt, revision: override.revision + 1 };
    const deciding = { decidedBy, decidedAt, endsAt, reviewDueAt };
    const reviewing = { reviewedBy, reviewedAt, finding, personTold };
    await this.manager.update(OverrideRow, { id }, { ...ending, ...deciding, ...reviewing });
  }
}
