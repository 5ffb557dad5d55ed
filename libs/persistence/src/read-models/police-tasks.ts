import type { CaseId, Instant, PoliceTask, PoliceTaskId, ReferralId, UserId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { instantOf, maybeInstantOf } from '../columns';

/** An open question to a police team. For officers `caseId` is an id they can do nothing with. */
export interface PoliceTaskLine {
  readonly taskId: PoliceTaskId;
  readonly kind: PoliceTask['kind'];
  readonly cause: PoliceTask['cause'];
  readonly caseId: CaseId;
  readonly referralId: ReferralId;
  readonly reference: string;
  readonly openedAt: Instant;
  readonly dueAt: Instant;
  readonly overdueAt: Instant | null;
  readonly askAgainAt: Instant | null;
  readonly referredBy: UserId;
  readonly submittedAt: Instant;
  readonly teamName: string;
}

const SELECT = `
  select t.task_id, t.kind, t.cause, t.case_id, t.referral_id, t.reference, t.opened_at, t.due_at, t.overdue_at,
    t.ask_again_at, r.referred_by, r.submitted_at, m.name as team_name
  from app.police_task t
  join app.referral r on r.referral_id = t.referral_id
  join app.team m on m.team_id = t.team_id
  where t.state = 'open'`;

/**
 * What stands between a person and a call comes before what is for the record, however long that is overdue; then due
 * first. Row-level security keeps other teams' and other agencies' out.
 */
export async function openPoliceTasks(
  manager: EntityManager,
  { after, limit }: { after: PoliceTaskId | null; limit: number },
): Promise<readonly PoliceTaskLine[]> {
  const rows = await manager.query<Raw[]>(
    `${SELECT} and ($2::uuid is null or (t.kind = 'add-crime-number', t.due_at, t.task_id) > (
       select c.kind = 'add-crime-number', c.due_at, c.task_id from app.police_task c where c.task_id = $2))
     order by t.kind = 'add-crime-number', t.due_at, t.task_id limit $1`,
    [limit, after],
  );
  return rows.map(lineOf);
}

/** The open questions about one case, for its page. */
export async function openPoliceTasksOf(
  manager: EntityManager,
  caseId: CaseId,
): Promise<readonly PoliceTaskLine[]> {
  const rows = await manager.query<Raw[]>(`${SELECT} and t.case_id = $1 order by t.due_at, t.task_id`, [
    caseId,
  ]);
  return rows.map(lineOf);
}

/** How many the reader's team has, and how many of them are overdue by the service's clock. */
export async function policeTaskCounts(
  manager: EntityManager,
): Promise<{ readonly open: number; readonly overdue: number }> {
  const [row] = await manager.query<{ open: number; overdue: number }[]>(
    `select count(*)::integer as open, (count(*) filter (where due_at < app.service_now()))::integer as overdue
     from app.police_task where state = 'open'`,
  );
  return row ?? { open: 0, overdue: 0 };
}

function lineOf(raw: Raw): PoliceTaskLine {
  return {
    taskId: raw.task_id,
    kind: raw.kind,
    cause: raw.cause,
    caseId: raw.case_id,
    referralId: raw.referral_id,
    reference: raw.reference,
    openedAt: instantOf(raw.opened_at),
    dueAt: instantOf(raw.due_at),
    overdueAt: maybeInstantOf(raw.overdue_at),
    askAgainAt: maybeInstantOf(raw.ask_again_at),
    referredBy: raw.referred_by,
    submittedAt: instantOf(raw.submitted_at),
    teamName: raw.team_name,
  };
}

interface Raw {
  readonly task_id: PoliceTaskId;
  readonly kind: PoliceTask['kind'];
  readonly cause: PoliceTask['cause'];
  readonly case_id: CaseId;
  readonly referral_id: ReferralId;
  readonly reference: string;
  readonly opened_at: Date;
  readonly due_at: Date;
  readonly overdue_at: Date | null;
  readonly ask_again_at: Date | null;
  readonly referred_by: UserId;
  readonly submitted_at: Date;
  readonly team_name: string;
}
