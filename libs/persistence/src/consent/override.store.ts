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

  async reached(limit: number): Promise<readonly OverrideId[]> {
    const rows = await this.manager.query<{ id: OverrideId }[]>(
      `select override_id as id from app.consent_override
       where state = 'in-force' and ends_at <= app.service_now() and not app.is_set_aside('override', override_id)
       order by ends_at limit $1`,
      [limit],
    );
    return rows.map(({ id }) => id);
  }

  lockReached(id: OverrideId): Promise<ConsentOverride | null> {
    return this.manager
      .createQueryBuilder(OverrideRow, 'o')
      .where(`o.id = :id and o.state = 'in-force' and o.ends_at <= app.service_now()`, { id })
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .getOne();
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
