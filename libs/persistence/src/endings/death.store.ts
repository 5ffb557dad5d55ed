import type { DeathStore, Stopped } from '#libs/casework';
import type { AppointmentId, CaseId, DeathId, DeathRecord, Instant, PersonId, UserId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf, instantOf, maybeInstantOf } from '../columns';

const COLUMNS = `death_id, person_id, case_id, handling_agency_id, told_by, died_on::text as died_on, family, recorded_by,
  recorded_at, closed_cases, mistaken_because, corrected_by, corrected_at, revision`;

export class PostgresDeathStore implements DeathStore {
  constructor(private readonly manager: EntityManager) {}

  async standing(personId: PersonId): Promise<DeathRecord | null> {
    const [row] = await this.manager.query<DeathRow[]>(
      `select ${COLUMNS} from app.death_record where person_id = $1 and corrected_at is null`,
      [personId],
    );
    return row === undefined ? null : deathOf(row);
  }

  async insert(death: DeathRecord): Promise<void> {
    await this.manager.query(
      `insert into app.death_record (death_id, person_id, case_id, handling_agency_id, told_by, died_on, family,
         recorded_by, recorded_at, closed_cases) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        death.id,
        death.personId,
        death.caseId,
        death.handlingAgencyId,
        death.toldBy,
        death.diedOn,
        death.family,
        death.recordedBy,
        dateOf(death.recordedAt),
        death.closedCases,
      ],
    );
  }

  async lock(id: DeathId): Promise<DeathRecord | null> {
    const [row] = await this.manager.query<DeathRow[]>(
      `select ${COLUMNS} from app.death_record where death_id = $1 and corrected_at is null for update`,
      [id],
    );
    return row === undefined ? null : deathOf(row);
  }

  async correct({ id, mistakenBecause, correctedBy, correctedAt, revision }: DeathRecord): Promise<void> {
    await this.manager.query(
      `update app.death_record set mistaken_because = $2, corrected_by = $3, corrected_at = $4, revision = $5
       where death_id = $1`,
      [id, mistakenBecause, correctedBy, correctedAt && dateOf(correctedAt), revision + 1],
    );
  }

  async stopAll({ personId, by }: { readonly personId: PersonId; readonly by: UserId | null }) {
    const rows = await this.manager.query<
      {
        kind: Stopped['kind'];
        subject_id: string;
        case_id: CaseId;
        event_type: string;
        reason: string | null;
        payload: Stopped['payload'];
      }[]
    >('select * from app.stop_for_death($1, $2)', [personId, by]);
    return rows.map((row): Stopped => {
      const { kind, subject_id: id, case_id: caseId, event_type: type, reason, payload } = row;
      return { kind, id, caseId, type, reason, payload };
    });
  }

  async cancelAppointments({
    personId,
    by,
    at,
  }: {
    readonly personId: PersonId;
    readonly by: UserId;
    readonly at: Instant;
  }): Promise<readonly { readonly id: AppointmentId; readonly caseId: CaseId }[]> {
    const [rows] = await this.manager.query<[{ id: AppointmentId; caseId: CaseId }[], number]>(
      `update app.appointment set state = 'cancelled', reason = 'we-could-not', settled_by = $2, settled_at = $3,
         revision = revision + 1
       where person_id = $1 and state in ('booked', 'confirmed') returning appointment_id as id, case_id as "caseId"`,
      [personId, by, dateOf(at)],
    );
    return rows;
  }

  async casesOf(personId: PersonId): Promise<readonly CaseId[]> {
    const rows = await this.manager.query<{ id: CaseId }[]>(
      'select case_id as id from app.case_file where person_id = $1 order by case_id',
      [personId],
    );
    return rows.map(({ id }) => id);
  }

  async restrict(id: DeathId): Promise<void> {
    await this.manager.query('select app.restrict_for_death($1)', [id]);
  }

  async takeBack(id: DeathId): Promise<void> {
    await this.manager.query('select app.take_back_death($1)', [id]);
  }
}

interface DeathRow {
  readonly death_id: DeathId;
  readonly person_id: PersonId;
  readonly case_id: CaseId;
  readonly handling_agency_id: DeathRecord['handlingAgencyId'];
  readonly told_by: DeathRecord['toldBy'];
  readonly died_on: string | null;
  readonly family: DeathRecord['family'];
  readonly recorded_by: UserId;
  readonly recorded_at: Date;
  readonly closed_cases: CaseId[];
  readonly mistaken_because: DeathRecord['mistakenBecause'];
  readonly corrected_by: UserId | null;
  readonly corrected_at: Date | null;
  readonly revision: number;
}

function deathOf(row: DeathRow): DeathRecord {
  return {
    id: row.death_id,
    personId: row.person_id,
    caseId: row.case_id,
    handlingAgencyId: row.handling_agency_id,
    toldBy: row.told_by,
    diedOn: row.died_on,
    family: row.family,
    recordedBy: row.recorded_by,
    recordedAt: instantOf(row.recorded_at),
    closedCases: row.closed_cases,
    mistakenBecause: row.mistaken_because,
    correctedBy: row.corrected_by,
    correctedAt: maybeInstantOf(row.corrected_at),
    revision: row.revision,
  };
}
