import { mayReadWall, mayWriteWall, type CaseId, type RecordWall } from '#libs/domain';
import type { Access, NotedCase, NoteTransaction } from '../ports';

/** What the access log calls what stands behind a wall. */
const SEEN: Readonly<Record<RecordWall, Access['what']>> = {
  contact: 'contact-notes',
  advocacy: 'advocacy-notes',
  supervision: 'supervision-notes',
  therapy: 'therapy-milestones',
};

/** The case, for somebody who may read behind this wall of it; null for anybody else, whether or not it is there. */
export async function caseToRead(
  tx: NoteTransaction,
  { wall, caseId }: { readonly wall: RecordWall; readonly caseId: CaseId },
): Promise<NotedCase | null> {
  if (!mayReadWall(tx.actor, wall)) return null;
  return wall === 'therapy' ? tx.milestones.caseOf(caseId) : tx.notes.caseOf(caseId);
}

export async function caseToWrite(
  tx: NoteTransaction,
  asked: { readonly wall: RecordWall; readonly caseId: CaseId },
): Promise<NotedCase | null> {
  return mayWriteWall(tx.actor, asked.wall) ? caseToRead(tx, asked) : null;
}

/** One access row, committed before anything leaves (P8). */
export function logReading(tx: NoteTransaction, wall: RecordWall, found: NotedCase): Promise<void> {
  const { personId, caseId } = found;
  return tx.accessLog.record([{ personId, caseId, what: SEEN[wall], basis: 'notes' }]);
}
