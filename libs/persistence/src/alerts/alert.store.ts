import type { AlertRecord, AlertStore } from '#libs/casework';
import { isoOf, type AlertId, type CaseId, type DeadlineId, type Instant, type UserId } from '#libs/domain';
import { In, type EntityManager } from 'typeorm';
import { dateOf } from '../columns';
import { AlertRow } from './alert.row';

/** The role that an alert is for; a warning without an owner to warn is for the leads. */
const ROLE = (level: string) =>
  `case ${level} when 'service-manager' then 'service-manager' else 'duty-lead' end`;

/**
 * Who hears of an alert: whom it names while they work for the agency that has the duty and no wall keeps the case from
 * them, otherwise everyone at its level there. An owner who left learns nothing more, and the warning still finds
 * somebody.
 */
const RAISE = `
  with wanted as (
    select * from jsonb_to_recordset($1::jsonb) as x(
      alert_id uuid, deadline_id uuid, case_id uuid, handling_agency_id uuid, reference text, limb text,
      deadline_version integer, level text, repeat_no integer, raised_at timestamptz, notify_at timestamptz,
      due_at timestamptz, recipient_user_id uuid)
  ), raised as (
    insert into app.alert (alert_id, deadline_id, case_id, handling_agency_id, reference, limb, deadline_version,
      level, repeat_no, raised_at, notify_at, due_at, recipient_user_id)
    select * from wanted
    on conflict (deadline_id, deadline_version, level, repeat_no) do nothing
    returning alert_id
  ), noticed as (
    insert into app.alert_notice (alert_id, recipient_user_id, notify_at)
    select w.alert_id, told.user_id, w.notify_at
    from wanted w join raised using (alert_id)
    cross join lateral app.staff_to_tell(w.case_id, w.handling_agency_id, w.recipient_user_id, ${ROLE('w.level')})
      told(user_id)
  )
  select alert_id from raised`;

/** Alerts that are open, and of which nobody was told who may still look at the case. */
const UNHEARD = `
  insert into app.alert_notice (alert_id, recipient_user_id, notify_at)
  select a.alert_id, told.user_id, greatest(a.notify_at, app.service_now())
  from app.alert a
  cross join lateral app.staff_to_tell(a.case_id, a.handling_agency_id, null, ${ROLE('a.level')}) told(user_id)
  where a.case_id = $1 and a.state = 'raised' and not exists (
    select 1 from app.alert_notice n where n.alert_id = a.alert_id
      and not app.user_is_behind_wall(a.case_id, n.recipient_user_id)
  ) on conflict do nothing`;

export class PostgresAlertStore implements AlertStore {
  constructor(private readonly manager: EntityManager) {}

  async raise(alerts: readonly AlertRecord[]): Promise<readonly AlertRecord[]> {
    if (alerts.length === 0) return [];
    const rows = alerts.map((alert) => ({
      alert_id: alert.id,
      deadline_id: alert.deadlineId,
      case_id: alert.caseId,
      handling_agency_id: alert.handlingAgencyId,
      reference: alert.reference,
      limb: alert.limb,
      deadline_version: alert.deadlineVersion,
      level: alert.level,
      repeat_no: alert.repeatNo,
      raised_at: isoOf(alert.raisedAt),
      notify_at: isoOf(alert.notifyAt),
      due_at: isoOf(alert.dueAt),
      recipient_user_id: alert.recipientUserId,
    }));
    const raised = await this.manager.query<{ alert_id: AlertId }[]>(RAISE, [JSON.stringify(rows)]);
    const ids = new Set(raised.map((row) => row.alert_id));
    return alerts.filter(({ id }) => ids.has(id));
  }

  find(id: AlertId): Promise<AlertRecord | null> {
    return this.manager.findOne(AlertRow, { where: { id } });
  }

  async acknowledge(change: {
    deadlineId: DeadlineId;
    by: UserId;
    at: Instant;
  }): Promise<readonly AlertId[]> {
    const [rows] = await this.manager.query<[{ alert_id: AlertId }[], number]>(
      `update app.alert set state = 'acknowledged', acknowledged_by = $2, acknowledged_at = $3,
         revision = revision + 1
       where deadline_id = $1 and state = 'raised' returning alert_id`,
      [change.deadlineId, change.by, dateOf(change.at)],
    );
    return rows.map((row) => row.alert_id);
  }

  async tellOthers(caseId: CaseId): Promise<void> {
    await this.manager.query(UNHEARD, [caseId]);
  }

  async settle(deadlineIds: readonly DeadlineId[]): Promise<void> {
    if (deadlineIds.length === 0) return;
    const where = { deadlineId: In([...deadlineIds]), state: 'raised' as const };
    await this.manager.update(AlertRow, where, { state: 'settled' });
  }
}
