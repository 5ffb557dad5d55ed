import type { CaseId, DutyId, Instant } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { instantOf } from '../columns';

/** One line of what happened to the duties of a case. */
export interface DutyHistoryLine {
  readonly dutyId: DutyId;
  readonly type: string;
  readonly happenedAt: Instant;
  readonly recordedAt: Instant;
}

/** A due time that held once, and why it was set. */
export interface DutyDueLine {
  readonly dutyId: DutyId;
  readonly version: number;
  readonly dueAt: Instant;
  readonly reason: string;
  readonly recordedAt: Instant;
}

const MOST = 200;

/** The latest of what happened to a case's duties, the last first. */
export async function dutyHistory(
  manager: EntityManager,
  caseId: CaseId,
): Promise<readonly DutyHistoryLine[]> {
  const rows = await manager.query<
    { subject_id: DutyId; event_type: string; happened_at: Date; recorded_at: Date }[]
  >(
    `select j.subject_id, j.event_type, j.happened_at, j.recorded_at
     from app.duty d join app.journal j on j.subject_kind = 'duty' and j.subject_id = d.duty_id
     where d.case_id = $1 and j.event_type not in ('duty.opened', 'duty.started')
     order by j.position desc limit ${MOST}`,
    [caseId],
  );
  return rows.map((row) => ({
    dutyId: row.subject_id,
    type: row.event_type,
    happenedAt: instantOf(row.happened_at),
    recordedAt: instantOf(row.recorded_at),
  }));
}

/** Every due time of a case's duties that was planned anew: the ledger of those with more than one. */
export async function movedDueTimes(manager: EntityManager, caseId: CaseId): Promise<readonly DutyDueLine[]> {
  const rows = await manager.query<
    { duty_id: DutyId; version: number; due_at: Date; reason: string; recorded_at: Date }[]
  >(
    `select v.duty_id, v.version, v.due_at, v.reason, v.recorded_at from app.duty_version v
     where v.case_id = $1 and exists (
       select 1 from app.duty_version w where w.duty_id = v.duty_id and w.version = 2)
     order by v.duty_id, v.version limit ${MOST}`,
    [caseId],
  );
  return rows.map((row) => ({
    dutyId: row.duty_id,
    version: row.version,
    dueAt: instantOf(row.due_at),
    reason: row.reason,
    recordedAt: instantOf(row.recorded_at),
  }));
}

/** How many duties are open under a version of the Code, by entitlement; of no case. */
export async function openDutiesOf(
  manager: EntityManager,
  version: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await manager.query<{ entitlement_id: string; open_duties: string }[]>(
    'select entitlement_id, open_duties from app.open_duties_of($1)',
    [version],
  );
  return new Map(rows.map(({ entitlement_id, open_duties }) => [entitlement_id, Number(open_duties)]));
}
