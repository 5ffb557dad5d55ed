import type { Signpost } from '#libs/casework';
import type {
  AbuseFlag,
  AgeBand,
  AgencyId,
  CaseId,
  Instant,
  OwnPathway,
  Relationship,
  StoredSample,
  SupportTask,
  SupportTaskId,
  UserId,
} from '#libs/domain';
import { IsNull, type EntityManager } from 'typeorm';
import { dateOf, instantOf } from '../columns';
import { pathwayBy } from './pathway.store';
import { AbuseFlagRow, StoredSampleRow, SupportTaskRow } from './support.row';

/** What kinds of support brought to a case, in codes and times; row-level security keeps others' out. */
export interface SupportOfCase {
  /** Live ones first, the first due first; then settled ones, the last first. */
  readonly tasks: readonly SupportTask[];
  readonly flag: AbuseFlag | null;
  readonly samples: readonly StoredSample[];
  readonly signposts: readonly Signpost[];
  readonly pathway: OwnPathway | null;
  readonly policeReportedOn: string | null;
  /** Who recorded a crime number that nobody has read again; null when none waits. */
  readonly numberWaits: UserId | null;
  readonly relationship: Relationship;
  readonly ageBand: AgeBand;
  /** The police sent the referral, so a report to them is on record from the start. */
  readonly fromPolice: boolean;
}

const MOST = 100;

export async function supportOfCase(manager: EntityManager, caseId: CaseId): Promise<SupportOfCase> {
  const tasks = await manager.find(SupportTaskRow, {
    where: { caseId },
    order: { dueAt: 'ASC' },
    take: MOST,
  });
  const live = ({ settledAt }: SupportTask) => settledAt === null;
  return {
    tasks: [...tasks.filter(live), ...tasks.filter((task) => !live(task)).toReversed()],
    flag: await manager.findOne(AbuseFlagRow, { where: { caseId, loweredAt: IsNull() } }),
    samples: await manager.find(StoredSampleRow, {
      where: { caseId },
      order: { takenOn: 'DESC' },
      take: MOST,
    }),
    signposts: await signpostsOf(manager, caseId),
    pathway: await pathwayBy(manager, 'case_id = $1', caseId),
    ...(await policeReport(manager, caseId)),
    ...(await reported(manager, caseId)),
  };
}

/** `reviews`: of the support of a case, begun or planned, for the list that looks ahead. */
export const TASK_LISTS = ['live', 'planned', 'reviews'] as const;
export type TaskList = (typeof TASK_LISTS)[number];

export interface SupportTasksAsked {
  readonly which: TaskList;
  /** Only what belongs to this person; everybody's when left out. */
  readonly ownerUserId?: UserId;
  readonly after: { readonly at: Instant; readonly id: SupportTaskId } | null;
  readonly limit: number;
}

const WHICH: Readonly<Record<TaskList, string>> = {
  live: `t.state in ('open', 'sent')`,
  planned: `t.state = 'planned'`,
  reviews: `t.kind = 'case-review' and t.state in ('planned', 'open', 'sent')`,
};

/** Live tasks of the reader's agency, the first due first; what is planned for later is left out unless asked for. */
export async function supportTasks(
  manager: EntityManager,
  options: SupportTasksAsked,
): Promise<readonly SupportTask[]> {
  const { which, ownerUserId, after, limit } = options;
  const query = manager
    .createQueryBuilder(SupportTaskRow, 't')
    .where(WHICH[which])
    .orderBy('t.dueAt', 'ASC')
    .addOrderBy('t.id', 'ASC')
    .limit(limit);
  if (after !== null) query.andWhere('(t.dueAt, t.id) > (:at, :id)', { at: dateOf(after.at), id: after.id });
  if (ownerUserId !== undefined) query.andWhere('t.ownerUserId = :ownerUserId', { ownerUserId });
  return query.getMany();
}

export function supportTask(manager: EntityManager, id: SupportTaskId): Promise<SupportTask | null> {
  return manager.findOne(SupportTaskRow, { where: { id } });
}

/** Which of these people still work in the reader's agency: who left answers for nothing any more. */
export async function workingHere(
  manager: EntityManager,
  userIds: readonly (UserId | null)[],
): Promise<ReadonlySet<UserId>> {
  const ids = [...new Set(userIds)].filter((id) => id !== null);
  if (ids.length === 0) return new Set();
  const rows = await manager.query<{ user_id: UserId }[]>(
    `select user_id from app.staff_user
     where user_id = any($1::uuid[]) and state = 'active' and agency_id = app.claim_agency()`,
    [ids],
  );
  return new Set(rows.map(({ user_id }) => user_id));
}

/** The police forces that a person may have reported to. */
export async function policeAgencies(
  manager: EntityManager,
): Promise<readonly { readonly id: AgencyId; readonly name: string }[]> {
  return manager.query(`select agency_id as id, name from app.agency where kind = 'police' order by name`);
}

async function signpostsOf(manager: EntityManager, caseId: CaseId): Promise<readonly Signpost[]> {
  const rows = await manager.query<
    (Omit<Signpost, 'givenAt' | 'recordedAt'> & { given_at: Date; recorded_at: Date })[]
  >(
    `select signpost_id as id, case_id as "caseId", person_id as "personId", handling_agency_id as "handlingAgencyId",
       kind, given_how as "givenHow", given_at, recorded_by as "recordedBy", recorded_at
     from app.signpost where case_id = $1 order by given_at desc limit ${MOST}`,
    [caseId],
  );
  return rows.map(({ given_at, recorded_at, ...row }) => ({
    ...row,
    givenAt: instantOf(given_at),
    recordedAt: instantOf(recorded_at),
  }));
}

async function policeReport(
  manager: EntityManager,
  caseId: CaseId,
): Promise<Pick<SupportOfCase, 'policeReportedOn' | 'numberWaits'>> {
  const [row] = await manager.query<Pick<SupportOfCase, 'policeReportedOn' | 'numberWaits'>[]>(
    `select reported_on::text as "policeReportedOn",
       case when number_checked_at is null then recorded_by end as "numberWaits"
     from app.police_link where case_id = $1`,
    [caseId],
  );
  return row ?? { policeReportedOn: null, numberWaits: null };
}

type Reported = Pick<SupportOfCase, 'relationship' | 'ageBand' | 'fromPolice'>;

async function reported(manager: EntityManager, caseId: CaseId): Promise<Reported> {
  const [row] = await manager.query<Reported[]>(
    `select i.relationship, coalesce(p.age_now, p.age_band) as "ageBand", r.source = 'police' as "fromPolice"
     from app.case_file c join app.referral r on r.referral_id = c.referral_id
     join app.person p on p.person_id = c.person_id
     join app.incident i on i.person_id = c.person_id where c.case_id = $1 limit 1`,
    [caseId],
  );
  return row ?? { relationship: 'unknown', ageBand: 'under-13', fromPolice: true };
}
