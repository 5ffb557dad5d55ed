import type { AgeStore, ChildToLookAt } from '#libs/casework';
import type { AgeBand, AgencyId, PersonId, WhenBand } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { instantOf } from '../columns';

const UNLOOKED = `
  with child as (
    select p.person_id, p.age_band, coalesce(p.age_now, p.age_band) as band_now, p.created_at,
      p.age_looked_on is null as never_looked
    from app.person p
    where coalesce(p.age_now, p.age_band) in ('under-13', '13-15', '16-17')
      and (p.age_looked_on is null or p.age_looked_on < $1::date)
      and exists (select 1 from app.case_file c where c.person_id = p.person_id and c.closed_at is null)
    order by p.age_looked_on nulls first, p.person_id limit $2 for update skip locked
  )
  select child.*, r.sealed,
    (select i.when_band from app.incident i where i.person_id = child.person_id limit 1) as when_band,
    (select json_agg(json_build_object('id', c.case_id, 'reference', c.reference,
       'handlingAgencyId', c.handling_agency_id)) from app.case_file c
     where c.person_id = child.person_id and c.closed_at is null) as cases
  from child
  left join vault.person_record r on r.record_id = child.person_id and r.kind = 'identity'`;

interface Raw {
  readonly person_id: PersonId;
  readonly age_band: AgeBand;
  readonly band_now: AgeBand;
  readonly created_at: Date;
  readonly never_looked: boolean;
  readonly sealed: Buffer | null;
  readonly when_band: WhenBand;
  readonly cases: ChildToLookAt['cases'];
}

export class PostgresAgeStore implements AgeStore {
  constructor(private readonly manager: EntityManager) {}

  async lockUnlooked(day: string, limit: number): Promise<readonly ChildToLookAt[]> {
    const rows = await this.manager.query<Raw[]>(UNLOOKED, [day, limit]);
    return rows.map((row) => ({
      personId: row.person_id,
      bandNow: row.band_now,
      bandAtReport: row.age_band,
      saidAt: instantOf(row.created_at),
      newlyKnown: row.never_looked,
      when: row.when_band,
      identity: row.sealed,
      cases: row.cases,
    }));
  }

  async saveLooked(looked: readonly { personId: PersonId; band: AgeBand }[], day: string): Promise<void> {
    await this.manager.query(
      `update app.person p set age_looked_on = $2::date, age_now = nullif(x.band, p.age_band)
       from jsonb_to_recordset($1::jsonb) as x("personId" uuid, band text) where p.person_id = x."personId"`,
      [JSON.stringify(looked), day],
    );
  }

  async isSarc(agencyId: AgencyId): Promise<boolean> {
    const [row] = await this.manager.query<{ sarc: boolean }[]>(
      'select sarc from app.agency where agency_id = $1',
      [agencyId],
    );
    return row?.sarc ?? false;
  }
}
