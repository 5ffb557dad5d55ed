import type { AlertId, AlertLevel, CaseId, DeadlineId, DeadlineState, Instant, Limb } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf, instantOf } from '../columns';

/**
 * One deadline with an alert nobody has answered. Earlier ones of the same passing, which newer ones took the place
 * of, are counted and not listed: one answer settles them all.
 */
export interface AlertBoardRow {
  readonly deadlineId: DeadlineId;
  readonly caseId: CaseId;
  readonly reference: string;
  readonly limb: Limb;
  readonly binding: boolean;
  readonly state: DeadlineState;
  readonly dueAt: Instant;
  /** The newest alert of the highest level: the one to acknowledge. */
  readonly alertId: AlertId;
  readonly revision: number;
  readonly level: AlertLevel;
  readonly firstRaisedAt: Instant;
  readonly lastRaisedAt: Instant;
  readonly alerts: number;
}

export interface AlertBoardCursor {
  readonly dueAt: Instant;
  readonly deadlineId: DeadlineId;
}

/** Earliest due first. Row-level security keeps every other agency's out. */
export async function alertBoard(
  manager: EntityManager,
  { after, limit }: { after: AlertBoardCursor | null; limit: number },
): Promise<readonly AlertBoardRow[]> {
  const rows = await manager.query<RawRow[]>(
    `with open as (
       select distinct on (a.deadline_id) a.*
       from app.alert a where a.state = 'raised'
       order by a.deadline_id, array_position(array['warning', 'duty-lead', 'service-manager'], a.level) desc,
         a.raised_at desc, a.alert_id desc
     )
     select o.deadline_id, o.case_id, o.reference, o.alert_id, o.revision, o.level, d.binding, d.state, d.due_at,
       l.limb, told.first_raised_at, told.last_raised_at, told.alerts
     from open o
     join app.deadline d on d.deadline_id = o.deadline_id
     join app.policy_version p on p.policy_id = d.policy_id and p.version = d.policy_version
     join lateral jsonb_array_elements(p.body -> 'limbs') as l(limb) on l.limb ->> 'id' = d.limb
     join lateral (
       select min(t.raised_at) as first_raised_at, max(t.raised_at) as last_raised_at,
         count(*)::integer as alerts
       from app.alert t
       where t.deadline_id = o.deadline_id and t.deadline_version = o.deadline_version
         and (t.level = 'warning') = (o.level = 'warning')
     ) told on true
     where $2::uuid is null or (d.due_at, d.deadline_id) > ($3::timestamptz, $2::uuid)
     order by d.due_at, d.deadline_id limit $1`,
    [limit, after?.deadlineId ?? null, after === null ? null : dateOf(after.dueAt)],
  );
  return rows.map((row) => ({
    deadlineId: row.deadline_id,
    caseId: row.case_id,
    reference: row.reference,
    limb: row.limb,
    binding: row.binding,
    state: row.state,
    dueAt: instantOf(row.due_at),
    alertId: row.alert_id,
    revision: row.revision,
    level: row.level,
    firstRaisedAt: instantOf(row.first_raised_at),
    lastRaisedAt: instantOf(row.last_raised_at),
    alerts: row.alerts,
  }));
}

interface RawRow {
  readonly deadline_id: DeadlineId;
  readonly case_id: CaseId;
  readonly reference: string;
  readonly limb: Limb;
  readonly binding: boolean;
  readonly state: DeadlineState;
  readonly due_at: Date;
  readonly alert_id: AlertId;
  readonly revision: number;
  readonly level: AlertLevel;
  readonly first_raised_at: Date;
  readonly last_raised_at: Date;
  readonly alerts: number;
}
