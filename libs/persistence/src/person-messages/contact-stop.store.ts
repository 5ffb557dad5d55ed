import type { ContactStopRecord, ContactStopStore } from '#libs/casework';
import type { AgencyId, CaseId, PersonId, StopCause, UserId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf, instantOf } from '../columns';

export const STOP_COLUMNS = 'stop_id, person_id, case_id, handling_agency_id, cause, stopped_by, stopped_at';

export class PostgresContactStopStore implements ContactStopStore {
  constructor(private readonly manager: EntityManager) {}

  async insert({ id, personId, caseId, handlingAgencyId, cause, stoppedBy, stoppedAt }: ContactStopRecord) {
    await this.manager.query(
      `insert into app.contact_stop (stop_id, person_id, case_id, handling_agency_id, cause, stopped_by, stopped_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, personId, caseId, handlingAgencyId, cause, stoppedBy, dateOf(stoppedAt)],
    );
  }

  async inForce(personId: PersonId): Promise<ContactStopRecord | null> {
    const [row] = await this.manager.query<RawStop[]>(
      `select ${STOP_COLUMNS} from app.contact_stop
       where person_id = $1 and lifted_at is null order by cause = 'died' desc limit 1`,
      [personId],
    );
    return row ? contactStopOf(row) : null;
  }

  async stands(personId: PersonId): Promise<boolean> {
    const [row] = await this.manager.query<{ stands: boolean }[]>(
      'select app.contact_is_stopped($1) as stands',
      [personId],
    );
    return row?.stands ?? true;
  }

  async lift({ id, by, at }: Parameters<ContactStopStore['lift']>[0]): Promise<void> {
    await this.manager.query(
      'update app.contact_stop set lifted_by = $2, lifted_at = $3 where stop_id = $1 and lifted_at is null',
      [id, by, dateOf(at)],
    );
  }

  /** The version before is copied whole, so that a column added to the card is never lost by a stop. */
  async markCard({ personId, stopped, at }: Parameters<ContactStopStore['markCard']>[0]): Promise<void> {
    await this.manager.query(
      `insert into app.safe_contact_card
       select (jsonb_populate_record(null::app.safe_contact_card, to_jsonb(c) || jsonb_build_object(
         'version', c.version + 1, 'stopped', $2::boolean, 'recorded_at', $3::timestamptz,
         'recorded_by', app.claim_user(), 'changed', $4::text))).*
       from app.safe_contact_card c where c.person_id = $1 order by c.version desc limit 1`,
      [personId, stopped, dateOf(at), stopped ? 'contact-stopped' : 'contact-resumed'],
    );
  }

  async openCasesOf(personId: PersonId): Promise<readonly CaseId[]> {
    const rows = await this.manager.query<{ id: CaseId }[]>(
      `select case_id as id from app.case_file where person_id = $1 and closed_at is null order by case_id`,
      [personId],
    );
    return rows.map(({ id }) => id);
  }

  async casesOfTheDead({ limit }: { limit: number }): Promise<readonly CaseId[]> {
    const rows = await this.manager.query<{ id: CaseId }[]>(
      `select c.case_id as id from app.contact_stop s
       join app.case_file c on c.person_id = s.person_id and c.closed_at is null
       where s.cause = 'died' and s.lifted_at is null and not app.is_set_aside('case-of-the-dead', c.case_id)
       order by c.case_id limit $1`,
      [limit],
    );
    return rows.map(({ id }) => id);
  }
}

export interface RawStop {
  readonly stop_id: string;
  readonly person_id: PersonId;
  readonly case_id: CaseId;
  readonly handling_agency_id: AgencyId;
  readonly cause: StopCause;
  readonly stopped_by: UserId;
  readonly stopped_at: Date;
}

export function contactStopOf(row: RawStop): ContactStopRecord {
  return {
    id: row.stop_id,
    personId: row.person_id,
    caseId: row.case_id,
    handlingAgencyId: row.handling_agency_id,
    cause: row.cause,
    stoppedBy: row.stopped_by,
    stoppedAt: instantOf(row.stopped_at),
  };
}
