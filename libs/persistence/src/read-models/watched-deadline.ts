import type { AlertLevel, CaseId, DeadlineId, DeadlineState, Instant, Limb } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf, instantOf } from '../columns';

/** One deadline as somebody watches it pass: where it stands, and who has been told. */
export interface WatchedDeadline {
  readonly deadlineId: DeadlineId;
  readonly caseId: CaseId;
  readonly reference: string;
  readonly limb: Limb;
  readonly state: DeadlineState;
  readonly dueAt: Instant;
  readonly alerts: readonly { readonly level: AlertLevel; readonly raisedAt: Instant }[];
}

/** The binding deadline of an open case that passes next; null when none is running. */
export async function nextDeadlineToPass(
  manager: EntityManager,
  now: Instant,
): Promise<Pick<WatchedDeadline, 'deadlineId' | 'dueAt'> | null> {
  const [row] = await manager.query<{ deadline_id: DeadlineId; due_at: Date }[]>(
    `select d.deadline_id, d.due_at from app.deadline d join app.case_file c using (case_id)
     where d.binding and d.state = 'running' and d.due_at > $1 and c.closed_at is null
     order by d.due_at, d.deadline_id limit 1`,
    [dateOf(now)],
  );
  return row ? { deadlineId: row.deadline_id, dueAt: instantOf(row.due_at) } : null;
}

export async function watchedDeadline(
  manager: EntityManager,
  deadlineId: DeadlineId,
): Promise<WatchedDeadline | null> {
  const [row] = await manager.query<RawRow[]>(
    `select d.deadline_id, d.case_id, c.reference, d.state, d.due_at, l.limb,
       coalesce((select jsonb_agg(jsonb_build_object('level', a.level, 'raisedAt', a.raised_at) order by a.raised_at)
                 from app.alert a where a.deadline_id = d.deadline_id and a.level <> 'warning'), '[]') as alerts
     from app.deadline d
     join app.case_file c using (case_id)
     join app.policy_version p on p.policy_id = d.policy_id and p.version = d.policy_version
     join lateral jsonb_array_elements(p.body -> 'limbs') as l(limb) on l.limb ->> 'id' = d.limb
     where d.deadline_id = $1`,
    [deadlineId],
  );
  if (!row) return null;
  return {
    deadlineId: row.deadline_id,
    caseId: row.case_id,
    reference: row.reference,
    limb: row.limb,
    state: row.state,
    dueAt: instantOf(row.due_at),
    alerts: row.alerts.map(({ level, raisedAt }) => ({ level, raisedAt: instantOf(new Date(raisedAt)) })),
  };
}

interface RawRow {
  readonly deadline_id: DeadlineId;
  readonly case_id: CaseId;
  readonly reference: string;
  readonly state: DeadlineState;
  readonly due_at: Date;
  readonly limb: Limb;
  readonly alerts: readonly { readonly level: AlertLevel; readonly raisedAt: string }[];
}
