import type { PathwayStore, PoliceLink } from '#libs/casework';
import type { AgencyId, CaseId, Instant, OwnPathway, PersonId, UserId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf, instantOf, maybeInstantOf } from '../columns';

const COLUMNS = `person_id as "personId", case_id as "caseId", handling_agency_id as "handlingAgencyId", kind, relation,
  opened_by as "openedBy", opened_at, ended, ended_by as "endedBy", ended_at`;

type Raw = Omit<OwnPathway, 'openedAt' | 'endedAt'> & {
  readonly opened_at: Date;
  readonly ended_at: Date | null;
};

export class PostgresPathwayStore implements PathwayStore {
  constructor(private readonly manager: EntityManager) {}

  async open(pathway: OwnPathway): Promise<void> {
    const { personId, caseId, handlingAgencyId, kind, relation, openedBy, openedAt } = pathway;
    await this.manager.query(
      `insert into app.own_pathway (person_id, case_id, handling_agency_id, kind, relation, opened_by, opened_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [personId, caseId, handlingAgencyId, kind, relation, openedBy, dateOf(openedAt)],
    );
  }

  find(personId: PersonId): Promise<OwnPathway | null> {
    return pathwayBy(this.manager, 'person_id = $1', personId);
  }

  lockStanding(personId: PersonId): Promise<OwnPathway | null> {
    return pathwayBy(this.manager, 'person_id = $1 and ended_at is null for update', personId);
  }

  async end({ personId, ended, endedBy, endedAt }: OwnPathway): Promise<void> {
    await this.manager.query(
      'update app.own_pathway set ended = $2, ended_by = $3, ended_at = $4 where person_id = $1',
      [personId, ended, endedBy, endedAt === null ? null : dateOf(endedAt)],
    );
  }

  async linkPolice(link: Omit<PoliceLink, 'numberCheckedBy'>): Promise<boolean> {
    const { caseId, personId, handlingAgencyId, policeAgencyId, reportedOn, recordedBy, recordedAt } = link;
    const rows = await this.manager.query<unknown[]>(
      `insert into app.police_link (case_id, person_id, handling_agency_id, police_agency_id, reported_on,
         recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict do nothing returning case_id`,
      [caseId, personId, handlingAgencyId, policeAgencyId, reportedOn, recordedBy, dateOf(recordedAt)],
    );
    return rows.length === 1;
  }

  async findLink(caseId: CaseId): Promise<PoliceLink | null> {
    const [row] = await this.manager.query<(Omit<PoliceLink, 'recordedAt'> & { recorded_at: Date })[]>(
      `select case_id as "caseId", person_id as "personId", handling_agency_id as "handlingAgencyId",
         police_agency_id as "policeAgencyId", reported_on::text as "reportedOn", recorded_by as "recordedBy",
         recorded_at, number_checked_by as "numberCheckedBy"
       from app.police_link where case_id = $1`,
      [caseId],
    );
    if (row === undefined) return null;
    const { recorded_at, ...link } = row;
    return { ...link, recordedAt: instantOf(recorded_at) };
  }

  async checkNumber({ caseId, by, at }: { caseId: CaseId; by: UserId; at: Instant }): Promise<boolean> {
    const [, count] = await this.manager.query<[unknown, number]>(
      `update app.police_link set number_checked_by = $2, number_checked_at = $3
       where case_id = $1 and number_checked_by is null and recorded_by <> $2`,
      [caseId, by, dateOf(at)],
    );
    return count === 1;
  }

  async isPolice(agencyId: AgencyId): Promise<boolean> {
    const rows = await this.manager.query<unknown[]>(
      `select 1 from app.agency where agency_id = $1 and kind = 'police'`,
      [agencyId],
    );
    return rows.length === 1;
  }
}

export async function pathwayBy(
  manager: EntityManager,
  where: string,
  id: string,
): Promise<OwnPathway | null> {
  const [row] = await manager.query<Raw[]>(`select ${COLUMNS} from app.own_pathway where ${where}`, [id]);
  if (row === undefined) return null;
  const { opened_at, ended_at, ...rest } = row;
  return { ...rest, openedAt: instantOf(opened_at), endedAt: maybeInstantOf(ended_at) };
}
