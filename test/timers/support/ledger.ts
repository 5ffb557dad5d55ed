import type { AlertId, CaseId } from '#libs/domain';
import type { TestInstance } from '../../support/instance';

export interface BreachSeen {
  readonly limb: string;
  readonly due: Date;
  readonly via: string;
  readonly late_ms: number;
}

export interface AlertSeen {
  readonly alert_id: AlertId;
  readonly limb: string;
  readonly level: string;
  readonly repeat_no: number;
  readonly state: string;
  readonly raised_at: Date;
  readonly notify_at: Date;
}

/** What the tables say happened, read behind the curtain. */
export function ledgerOf({ admin }: TestInstance) {
  return {
    breaches: (cases: readonly CaseId[]) =>
      admin<BreachSeen>(
        `select d.limb, b.due_at as due, b.via,
           (extract(epoch from b.recorded_at - b.due_at) * 1000)::double precision as late_ms
         from app.deadline_breach b join app.deadline d using (deadline_id)
         where b.case_id = any($1) order by b.due_at, b.deadline_id`,
        [cases],
      ),
    breachEvents: async (cases: readonly CaseId[]) => {
      const rows = await admin<{ subject_id: string }>(
        `select subject_id from app.journal where case_id = any($1) and event_type = 'deadline.breached'`,
        [cases],
      );
      return rows.map(({ subject_id }) => subject_id);
    },
    alerts: (cases: readonly CaseId[]) =>
      admin<AlertSeen>(
        `select alert_id, limb, level, repeat_no, state, raised_at, notify_at from app.alert
         where case_id = any($1) order by raised_at, level, limb`,
        [cases],
      ),
    deadlines: (cases: readonly CaseId[]) =>
      admin<{
        deadline_id: string;
        limb: string;
        state: string;
        revision: number;
        next_stage: string | null;
      }>(
        `select deadline_id, limb, state, revision, next_stage from app.deadline
         where case_id = any($1) order by limb, deadline_id`,
        [cases],
      ),
  };
}
