import type {
  AgeBand,
  CaseId,
  CompetenceBasis,
  Instant,
  OffenceGroup,
  PersonId,
  Purpose,
  Relationship,
  SafeguardingTask,
  SafeguardingTaskId,
  SuspectAccess,
  UserId,
  WhenBand,
} from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf, instantOf } from '../columns';
import { SafeguardingTaskRow } from '../safeguarding';

/** Live tasks, the first due first, or settled ones, the last settled first; row-level security keeps others' out. */
export async function safeguardingTasks(
  manager: EntityManager,
  options: { live: boolean; after: { at: Instant; id: SafeguardingTaskId } | null; limit: number },
): Promise<readonly SafeguardingTask[]> {
  const { live, after, limit } = options;
  const query = manager.createQueryBuilder(SafeguardingTaskRow, 't').limit(limit);
  const [column, order, sign] = live
    ? (['dueAt', 'ASC', '>'] as const)
    : (['settledAt', 'DESC', '<'] as const);
  query.where(`t.state ${live ? '' : 'not '}in ('open', 'referred')`).orderBy(`t.${column}`, order);
  query.addOrderBy('t.id', order);
  if (after !== null)
    query.andWhere(`(t.${column}, t.id) ${sign} (:at, :id)`, { at: dateOf(after.at), id: after.id });
  return query.getMany();
}

export function safeguardingTask(
  manager: EntityManager,
  id: SafeguardingTaskId,
): Promise<SafeguardingTask | null> {
  return manager.findOne(SafeguardingTaskRow, { where: { id } });
}

/** The tasks of one case, live ones first. */
export async function safeguardingOfCase(
  manager: EntityManager,
  caseId: CaseId,
): Promise<readonly SafeguardingTask[]> {
  const tasks = await manager.find(SafeguardingTaskRow, { where: { caseId }, order: { openedAt: 'DESC' } });
  const live = ({ settledAt }: SafeguardingTask) => settledAt === null;
  return [...tasks.filter(live), ...tasks.filter((task) => !live(task))];
}

/** How old somebody is in bands, and what was reported: what a body that is told will ask first. */
export interface PersonAtRisk {
  readonly ageAtIncident: AgeBand | null;
  readonly ageAtReport: AgeBand;
  readonly ageNow: AgeBand;
  readonly offenceGroup: OffenceGroup;
  readonly whenBand: WhenBand;
  readonly relationship: Relationship;
  readonly suspectAccess: readonly SuspectAccess[];
}

/** Null when the actor may not read it, or not any more. */
export async function personAtRisk(manager: EntityManager, personId: PersonId): Promise<PersonAtRisk | null> {
  const [row] = await manager.query<PersonAtRisk[]>(
    `select p.age_at_incident as "ageAtIncident", p.age_band as "ageAtReport",
       coalesce(p.age_now, p.age_band) as "ageNow", i.offence_group as "offenceGroup", i.when_band as "whenBand",
       i.relationship, i.suspect_access as "suspectAccess"
     from app.person p join app.incident i on i.person_id = p.person_id where p.person_id = $1 limit 1`,
    [personId],
  );
  return row ?? null;
}

export async function personOfCase(manager: EntityManager, caseId: CaseId): Promise<PersonAtRisk | null> {
  const [row] = await manager.query<{ person_id: PersonId }[]>(
    'select person_id from app.case_file where case_id = $1',
    [caseId],
  );
  return row === undefined ? null : personAtRisk(manager, row.person_id);
}

/** That somebody's competence was judged for one decision, by whom and when; the reasons are sealed with the answer. */
export interface CompetenceLine {
  readonly purpose: Purpose;
  readonly basis: CompetenceBasis;
  readonly assessedBy: UserId;
  readonly assessedAt: Instant;
}

/** Every decision of this case that stands on more than the person's own age, the latest first. */
export async function competenceOfCase(
  manager: EntityManager,
  caseId: CaseId,
): Promise<readonly CompetenceLine[]> {
  const rows = await manager.query<(Omit<CompetenceLine, 'assessedAt'> & { recorded_at: Date })[]>(
    `select distinct purpose, basis, taken_by as "assessedBy", recorded_at from app.consent_entry
     where case_id = $1 and basis is not null and basis <> 'adult' order by recorded_at desc, purpose limit 25`,
    [caseId],
  );
  return rows.map(({ recorded_at, ...row }) => ({ ...row, assessedAt: instantOf(recorded_at) }));
}
