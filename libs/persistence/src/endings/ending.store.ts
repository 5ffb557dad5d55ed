import type { EndingStore, LastEpisode } from '#libs/casework';
import type {
  CaseEnding,
  CaseId,
  EndingId,
  Instant,
  PersonId,
  SupportKind,
  UnderWay,
  UserId,
} from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf, instantOf, maybeInstantOf } from '../columns';

const UNDER_WAY = `
  select
    (select count(*)::integer from app.safeguarding_task t where t.case_id = $1 and t.state in ('open', 'referred'))
      as safeguarding,
    (select count(*)::integer from app.support_task t where t.case_id = $1 and t.state in ('open', 'sent')
      and t.kind in ('dash', 'marac', 'idva', 'urgent-need')) as "supportTasks",
    (select count(*)::integer from app.support_task t where t.case_id = $1 and t.state in ('open', 'sent')
      and t.kind = 'transfer') as transfers,
    (select count(*)::integer from app.call_back b where b.case_id = $1 and b.ended is null) as "promisedCalls",
    (select count(*)::integer from app.service_request r where r.case_id = $1
      and r.state in ('proposed', 'sent', 'acknowledged')) as unanswered,
    (select count(*)::integer from app.plan_contact p where p.case_id = $1 and p.state = 'planned')
      + (select count(*)::integer from app.support_task t where t.case_id = $1
        and t.state in ('planned', 'open') and t.kind in ('plan-task', 'case-review', 'confirm-appointment'))
      as "plannedContacts",
    (select count(*)::integer from app.service_request r where r.case_id = $1
      and r.state in ('waiting', 'allocated', 'active')) as "goingOn"`;

export class PostgresEndingStore implements EndingStore {
  constructor(private readonly manager: EntityManager) {}

  async underWay(caseId: CaseId): Promise<Omit<UnderWay, 'runningClocks'>> {
    const [row] = await this.manager.query<Omit<UnderWay, 'runningClocks'>[]>(UNDER_WAY, [caseId]);
    if (row === undefined) throw new Error('a count has a row');
    return row;
  }

  async received(caseId: CaseId): Promise<readonly SupportKind[]> {
    const rows = await this.manager.query<{ kind: SupportKind }[]>(
      `select distinct kind from app.service_request where case_id = $1 and started_at is not null order by kind`,
      [caseId],
    );
    return rows.map(({ kind }) => kind);
  }

  async spokenWith(personId: PersonId): Promise<boolean> {
    const [row] = await this.manager.query<{ spoken: boolean }[]>(
      `select exists (select 1 from app.contact_attempt a join app.case_file c on c.case_id = a.case_id
         where c.person_id = $1 and a.rung >= 5) as spoken`,
      [personId],
    );
    return row?.spoken ?? false;
  }

  async standing(caseId: CaseId): Promise<CaseEnding | null> {
    const [row] = await this.manager.query<EndingRow[]>(
      `select *, check_in_on::text as check_in_on from app.case_ending where case_id = $1 and undone_at is null`,
      [caseId],
    );
    return row === undefined ? null : endingOf(row);
  }

  async insert(ending: CaseEnding): Promise<void> {
    await this.manager.query(
      `insert into app.case_ending (ending_id, case_id, person_id, handling_agency_id, reason, received, door, feedback,
         reopening, same_worker, worker_user_id, keep_until_at, keep_outcome, schedule_version, check_in_on, ended_by,
         ended_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
      [
        ending.id,
        ending.caseId,
        ending.personId,
        ending.handlingAgencyId,
        ending.reason,
        ending.received,
        ending.door,
        ending.feedback,
        ending.reopening,
        ending.sameWorker,
        ending.workerUserId,
        dateOf(ending.keepUntilAt),
        ending.keepOutcome,
        ending.scheduleVersion,
        ending.checkInOn,
        ending.endedBy,
        dateOf(ending.endedAt),
      ],
    );
  }

  async undo({
    id,
    by,
    at,
  }: {
    readonly id: EndingId;
    readonly by: UserId;
    readonly at: Instant;
  }): Promise<void> {
    await this.manager.query(
      `update app.case_ending set undone_at = $3, undone_by = $2, revision = revision + 1
       where ending_id = $1 and undone_at is null`,
      [id, by, dateOf(at)],
    );
  }

  async lastEpisode(caseId: CaseId): Promise<LastEpisode | null> {
    const [row] = await this.manager.query<
      {
        case_id: CaseId;
        reference: string;
        reason: CaseEnding['reason'];
        ended_at: Date;
        same_worker: CaseEnding['sameWorker'];
        worker_user_id: UserId | null;
      }[]
    >('select * from app.last_episode_of($1)', [caseId]);
    if (row === undefined) return null;
    return {
      caseId: row.case_id,
      reference: row.reference,
      reason: row.reason,
      endedAt: instantOf(row.ended_at),
      sameWorker: row.same_worker,
      workerUserId: row.worker_user_id,
    };
  }
}

interface EndingRow {
  readonly ending_id: EndingId;
  readonly case_id: CaseId;
  readonly person_id: PersonId;
  readonly handling_agency_id: CaseEnding['handlingAgencyId'];
  readonly reason: CaseEnding['reason'];
  readonly received: SupportKind[];
  readonly door: CaseEnding['door'];
  readonly feedback: CaseEnding['feedback'];
  readonly reopening: CaseEnding['reopening'];
  readonly same_worker: CaseEnding['sameWorker'];
  readonly worker_user_id: UserId | null;
  readonly keep_until_at: Date;
  readonly keep_outcome: CaseEnding['keepOutcome'];
  readonly schedule_version: number;
  readonly check_in_on: string | null;
  readonly ended_by: UserId | null;
  readonly ended_at: Date;
  readonly undone_at: Date | null;
  readonly revision: number;
}

function endingOf(row: EndingRow): CaseEnding {
  return {
    id: row.ending_id,
    caseId: row.case_id,
    personId: row.person_id,
    handlingAgencyId: row.handling_agency_id,
    reason: row.reason,
    received: row.received,
    door: row.door,
    feedback: row.feedback,
    reopening: row.reopening,
    sameWorker: row.same_worker,
    workerUserId: row.worker_user_id,
    keepUntilAt: instantOf(row.keep_until_at),
    keepOutcome: row.keep_outcome,
    scheduleVersion: row.schedule_version,
    checkInOn: row.check_in_on,
    endedBy: row.ended_by,
    endedAt: instantOf(row.ended_at),
    undoneAt: maybeInstantOf(row.undone_at),
    revision: row.revision,
  };
}
