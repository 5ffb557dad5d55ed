import type { AgencyId, BreakGlassId, CaseId, PersonId, TeamId, UserId, Wall } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { BreakGlassRow } from './break-glass.row';
import { wallOf, WallRow } from './wall.row';

const MOST = 200;

/** The walls that stand around a person, for leads: row-level security shows nobody else any. Newest first. */
export async function wallsOfPerson(manager: EntityManager, personId: PersonId): Promise<readonly Wall[]> {
  const rows = await manager
    .createQueryBuilder(WallRow, 'w')
    .where('w.person_id = :personId and w.lifted_at is null', { personId })
    .orderBy({ 'w.set_at': 'DESC', 'w.wall_id': 'DESC' })
    .take(MOST)
    .getMany();
  return rows.map(wallOf);
}

/** Whom a wall on a case of this agency may name: its own colleagues, workers that requests of the case name, providers. */
export interface WallChoices {
  readonly personId: PersonId;
  readonly teamId: TeamId;
  readonly colleagues: readonly UserId[];
  readonly providers: readonly { readonly id: AgencyId; readonly name: string }[];
  /** Where the referral came from, when that is a police force. */
  readonly police: { readonly id: AgencyId; readonly name: string } | null;
}

export async function wallChoices(manager: EntityManager, caseId: CaseId): Promise<WallChoices | null> {
  const [row] = await manager.query<WallChoices[]>(
    `select c.person_id as "personId", c.owner_team_id as "teamId",
       array(select u.user_id from app.staff_user u
         where u.agency_id = c.handling_agency_id and u.state = 'active'
         union select q.allocated_to from app.service_request q
         where q.case_id = c.case_id and q.allocated_to is not null order by 1) as colleagues,
       coalesce((select json_agg(json_build_object('id', a.agency_id, 'name', a.name) order by a.name)
         from app.agency a where a.kind = 'provider'), '[]') as providers,
       (select json_build_object('id', a.agency_id, 'name', a.name) from app.agency a
         where a.agency_id = r.referring_agency_id and a.kind = 'police') as police
     from app.case_file c join app.referral r on r.referral_id = c.referral_id where c.case_id = $1`,
    [caseId],
  );
  return row ?? null;
}

/** Openings that a second person has not looked at yet, the first due first, and those looked at lately. */
export async function emergencyOpenings(
  manager: EntityManager,
): Promise<{ readonly waiting: readonly BreakGlassRow[]; readonly reviewed: readonly BreakGlassRow[] }> {
  const read = (reviewed: boolean) =>
    manager
      .createQueryBuilder(BreakGlassRow, 'g')
      .where(`g.review is ${reviewed ? 'not null' : 'null'}`)
      .orderBy(reviewed ? 'g.reviewed_at' : 'g.review_due_at', reviewed ? 'DESC' : 'ASC')
      .addOrderBy('g.grant_id')
      .take(reviewed ? 20 : MOST)
      .getMany();
  return { waiting: await read(false), reviewed: await read(true) };
}

export async function emergencyOpening(
  manager: EntityManager,
  id: BreakGlassId,
): Promise<BreakGlassRow | null> {
  return manager.findOne(BreakGlassRow, { where: { id } });
}

/** A month of emergency openings, for whoever audits them: no reference and nobody's name. */
export interface OpeningsOfMonth {
  /** First day of the month in the service's zone. */
  readonly monthOn: string;
  readonly opened: number;
  readonly reviewedInTime: number;
  readonly reviewedLate: number;
  readonly waiting: number;
  readonly notJustified: number;
}

export async function openingsByMonth(
  manager: EntityManager,
  timezone: string,
): Promise<readonly OpeningsOfMonth[]> {
  return manager.query<OpeningsOfMonth[]>(
    `select to_char(date_trunc('month', granted_at at time zone $1), 'YYYY-MM-DD') as "monthOn",
       count(*)::integer as opened,
       count(*) filter (where reviewed_at <= review_due_at)::integer as "reviewedInTime",
       count(*) filter (where reviewed_at > review_due_at)::integer as "reviewedLate",
       count(*) filter (where review is null)::integer as waiting,
       count(*) filter (where review = 'not-justified')::integer as "notJustified"
     from app.break_glass group by 1 order by 1 desc limit 36`,
    [timezone],
  );
}
