import type { AttemptRecord, CheckRecord, ExceptionRecord } from '#libs/casework';
import type { CaseId, Deadline, DeadlineInputs, Instant, PayloadObject, UserId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { CheckRow } from '../checks';
import { instantOf } from '../columns';
import { AttemptRow, ExceptionRow } from '../contact-attempts';
import { DeadlineRow } from '../deadlines';

/** One line of the journal, as a case page or an auditor reads it. */
export interface JournalLine {
  readonly position: number;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly sequence: number;
  readonly type: string;
  readonly happenedAt: Instant;
  readonly recordedAt: Instant;
  readonly actorId: UserId | null;
  readonly process: string | null;
  readonly reason: string | null;
  readonly payload: PayloadObject;
}

/** A deadline with the ledger rows it was worked out from, oldest first. */
export interface DeadlineWithLedger {
  readonly deadline: Deadline;
  readonly breachedAt: Instant | null;
  readonly versions: readonly LedgerVersion[];
}

export interface LedgerVersion {
  readonly version: number;
  readonly dueAt: Instant;
  readonly inputs: DeadlineInputs;
  readonly reason: string;
  readonly recordedAt: Instant;
}

export interface CaseHistory {
  readonly deadlines: readonly DeadlineWithLedger[];
  readonly attempts: readonly AttemptRecord[];
  readonly exceptions: readonly ExceptionRecord[];
  readonly checks: readonly CheckRecord[];
  readonly journal: readonly JournalLine[];
}

/** Everything a case page tells besides who the person is; nothing of it names anybody. */
export async function caseHistory(manager: EntityManager, caseId: CaseId): Promise<CaseHistory> {
  return {
    deadlines: await deadlinesWithLedger(manager, caseId),
    attempts: await manager.find(AttemptRow, { where: { caseId }, order: { happenedAt: 'ASC' } }),
    exceptions: await manager.find(ExceptionRow, { where: { caseId }, order: { from: 'ASC' } }),
    checks: await manager.find(CheckRow, { where: { caseId }, order: { askedAt: 'ASC' } }),
    journal: await journalOfCase(manager, caseId),
  };
}

export async function deadlinesWithLedger(
  manager: EntityManager,
  caseId: CaseId,
): Promise<readonly DeadlineWithLedger[]> {
  const deadlines = await manager.find(DeadlineRow, { where: { caseId }, order: { dueAt: 'ASC' } });
  const rows = await manager.query<RawVersion[]>(
    `select v.deadline_id, v.version, v.due_at, v.inputs, v.reason, v.recorded_at, b.due_at as breached_at
     from app.deadline_version v left join app.deadline_breach b on b.deadline_id = v.deadline_id
     where v.deadline_id = any($1::uuid[]) order by v.version`,
    [deadlines.map(({ id }) => id)],
  );
  return deadlines.map((deadline) => {
    const own = rows.filter((row) => row.deadline_id === deadline.id);
    const breached = own[0]?.breached_at ?? null;
    return {
      deadline,
      breachedAt: breached === null ? null : instantOf(breached),
      versions: own.map(({ version, due_at, inputs, reason, recorded_at }) => ({
        version,
        dueAt: instantOf(due_at),
        inputs,
        reason,
        recordedAt: instantOf(recorded_at),
      })),
    };
  });
}

/** The journal of one case, in the order in which things were recorded. */
export async function journalOfCase(manager: EntityManager, caseId: CaseId): Promise<readonly JournalLine[]> {
  const rows = await manager.query<RawLine[]>(
    `select position, subject_kind, subject_id, sequence, event_type, happened_at, recorded_at, actor_id,
       actor_process, reason, payload
     from app.journal where case_id = $1 order by position`,
    [caseId],
  );
  return rows.map((row) => ({
    position: Number(row.position),
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    sequence: row.sequence,
    type: row.event_type,
    happenedAt: instantOf(row.happened_at),
    recordedAt: instantOf(row.recorded_at),
    actorId: row.actor_id,
    process: row.actor_process,
    reason: row.reason,
    payload: row.payload,
  }));
}

interface RawVersion {
  readonly deadline_id: string;
  readonly version: number;
  readonly due_at: Date;
  readonly inputs: DeadlineInputs;
  readonly reason: string;
  readonly recorded_at: Date;
  readonly breached_at: Date | null;
}

interface RawLine {
  readonly position: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly sequence: number;
  readonly event_type: string;
  readonly happened_at: Date;
  readonly recorded_at: Date;
  readonly actor_id: UserId | null;
  readonly actor_process: string | null;
  readonly reason: string | null;
  readonly payload: PayloadObject;
}
