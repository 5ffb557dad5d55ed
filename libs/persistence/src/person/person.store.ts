import type { AgedPerson, PersonStore } from '#libs/casework';
import type {
  AgeBand,
  AgesAtSteps,
  CaseId,
  CompetenceRecord,
  CompetenceRecordId,
  PersonId,
  WhenBand,
} from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf, instantOf } from '../columns';
import { competenceOf, type RawCompetence } from './competence';

const AGED = `
  with locked as (
    select p.person_id, p.age_band, coalesce(p.age_now, p.age_band) as band_now
    from app.person p where p.person_id = $1 for update
  )
  select locked.*, r.when_band, r.reported_at, s.sealed
  from locked join lateral app.report_of(locked.person_id) r on true
  left join vault.person_record s on s.record_id = locked.person_id and s.kind = 'identity'`;

interface Raw {
  readonly person_id: PersonId;
  readonly age_band: AgeBand;
  readonly band_now: AgeBand;
  readonly when_band: WhenBand;
  readonly reported_at: Date;
  readonly sealed: Buffer | null;
}

export class PostgresPersonStore implements PersonStore {
  constructor(private readonly manager: EntityManager) {}

  async lockAged(personId: PersonId): Promise<AgedPerson | null> {
    const [row] = await this.manager.query<Raw[]>(AGED, [personId]);
    if (row === undefined) return null;
    return {
      personId: row.person_id,
      bandAtReport: row.age_band,
      bandNow: row.band_now,
      when: row.when_band,
      reportedAt: instantOf(row.reported_at),
      identity: row.sealed,
    };
  }

  async saveAges({ personId, ages }: { personId: PersonId; ages: AgesAtSteps }): Promise<void> {
    await this.manager.query(
      `update app.person set age_band = $2, age_at_incident = $3, age_now = nullif($4, $2), age_looked_on = null
       where person_id = $1`,
      [personId, ages.atReport, ages.atIncident, ages.now],
    );
  }

  async doubtConsents({ personId, at }: Parameters<PersonStore['doubtConsents']>[0]): Promise<void> {
    await this.manager.query('update app.person set consents_doubted_at = $2 where person_id = $1', [
      personId,
      dateOf(at),
    ]);
  }

  async putIdentity({ personId, sealed, at }: Parameters<PersonStore['putIdentity']>[0]): Promise<void> {
    await this.manager.query(
      `update vault.person_record set sealed = $2, sealed_at = $3 where record_id = $1 and kind = 'identity'`,
      [personId, sealed, dateOf(at)],
    );
  }

  async openCasesOf(personId: PersonId): Promise<readonly CaseId[]> {
    const rows = await this.manager.query<{ case_id: CaseId }[]>(
      'select case_id from app.case_file where person_id = $1 and closed_at is null order by case_id',
      [personId],
    );
    return rows.map(({ case_id: id }) => id);
  }

  async mayBeChild(personId: PersonId): Promise<boolean> {
    const [row] = await this.manager.query<{ child: boolean }[]>('select app.may_be_child($1) as child', [
      personId,
    ]);
    return row?.child ?? true;
  }

  async addCompetence(record: Parameters<PersonStore['addCompetence']>[0]): Promise<void> {
    await this.manager.query(
      `insert into app.competence_record (record_id, case_id, person_id, handling_agency_id, decision, test, finding,
         assessor, assessed_on, review_on, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        record.id,
        record.caseId,
        record.personId,
        record.handlingAgencyId,
        record.decision,
        record.test,
        record.finding,
        record.assessor,
        record.assessedOn,
        record.reviewOn,
        record.recordedBy,
        dateOf(record.recordedAt),
      ],
    );
  }

  async findCompetence(id: CompetenceRecordId): Promise<CompetenceRecord | null> {
    const [row] = await this.manager.query<RawCompetence[]>(
      `select *, assessed_on::text as assessed, review_on::text as review
       from app.competence_record where record_id = $1`,
      [id],
    );
    return row === undefined ? null : competenceOf(row);
  }
}
