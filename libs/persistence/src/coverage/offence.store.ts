import type { OffenceSet, OffenceStore, StandingOffences } from '#libs/casework';
import type { Instant } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf } from '../columns';

export class PostgresOffenceStore implements OffenceStore {
  constructor(private readonly manager: EntityManager) {}

  async standing({
    definition,
    months,
  }: Pick<OffenceSet, 'definition' | 'months'>): Promise<readonly StandingOffences[]> {
    await this.manager.query(`select pg_advisory_xact_lock(hashtext('app.offence_count'))`);
    return this.manager.query<StandingOffences[]>(
      `select distinct on (first_month, district) district, first_month as "first", version, offences
       from app.offence_count where definition = $1 and months = $2
       order by first_month, district, version desc`,
      [definition, months],
    );
  }

  async take(set: OffenceSet, counts: readonly StandingOffences[], now: Instant): Promise<void> {
    const { id, definition, months, source, licence, takenBy } = set;
    await this.manager.query(
      `insert into app.offence_set (set_id, definition, months, source, licence, taken_at, taken_by)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, definition, months, source, licence, dateOf(now), takenBy],
    );
    await this.manager.query(
      `insert into app.offence_count (set_id, definition, months, first_month, district, version, offences)
       select $1, $2, $3, c.first_month, c.district, c.version, c.offences
       from unnest($4::text[], $5::text[], $6::integer[], $7::integer[])
         as c(first_month, district, version, offences)`,
      [
        id,
        definition,
        months,
        counts.map(({ first }) => first),
        counts.map(({ district }) => district),
        counts.map(({ version }) => version),
        counts.map(({ offences }) => offences),
      ],
    );
  }
}
