import type { CaseId, Instant, PayloadObject, SubjectKind } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { instantOf } from '../columns';
import type { JournalPlace } from './journal-place';

export interface JournalEntry {
  readonly place: JournalPlace;
  readonly subject: { readonly kind: SubjectKind; readonly id: string };
  readonly caseId: CaseId | null;
  readonly type: string;
  readonly happenedAt: Instant;
  readonly recordedAt: Instant;
  readonly reason: string | null;
  readonly payload: PayloadObject;
}

interface Row {
  readonly era: number;
  readonly transaction: string;
  readonly position: string;
  readonly subject_kind: SubjectKind;
  readonly subject_id: string;
  readonly case_id: CaseId | null;
  readonly event_type: string;
  readonly happened_at: Date;
  readonly recorded_at: Date;
  readonly reason: string | null;
  readonly payload: PayloadObject;
}

/**
 * Positions are given out before transactions commit, so a row may appear behind one that was read already. Reading
 * in the order of transactions, and only below the oldest one that still runs, no slow transaction is ever skipped.
 * Earlier eras came with a restore and are complete.
 */
const READ = `
  select j.era, j.transaction_id::text as transaction, j.position::text as position, j.subject_kind, j.subject_id,
    j.case_id, j.event_type, j.happened_at, j.recorded_at, j.reason, j.payload
  from app.journal j
  where (j.era, j.transaction_id, j.position) > ($1, $2::xid8, $3::bigint)
    and (j.era < (select era from app.instance) or j.transaction_id < pg_snapshot_xmin(pg_current_snapshot()))
  order by j.era, j.transaction_id, j.position
  limit $4`;

/** What comes after a place, in the one order in which the journal may be read. */
export async function readJournal(
  manager: EntityManager,
  { after, limit }: { readonly after: JournalPlace; readonly limit: number },
): Promise<readonly JournalEntry[]> {
  const rows = await manager.query<Row[]>(READ, [after.era, after.transactionId, after.position, limit]);
  return rows.map((row) => ({
    place: { era: row.era, transactionId: row.transaction, position: row.position },
    subject: { kind: row.subject_kind, id: row.subject_id },
    caseId: row.case_id,
    type: row.event_type,
    happenedAt: instantOf(row.happened_at),
    recordedAt: instantOf(row.recorded_at),
    reason: row.reason,
    payload: row.payload,
  }));
}
