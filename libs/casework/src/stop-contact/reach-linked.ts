import { event } from '#libs/domain';
import type { LinkedCancellation, LinkedRecordStore, Transaction } from '../ports';

/**
 * Carries what makes contact unsafe to every record linked with this one, in the same transaction, and notes each
 * message that was taken back by it (P5). The cases of those records are brought in line by the worker, so that it makes
 * no difference to whoever acts whether they may see them. A message of a case that the actor may not see is told
 * without its case.
 */
export async function reachLinked(
  tx: Transaction,
  carry: (linked: LinkedRecordStore) => Promise<readonly LinkedCancellation[]>,
): Promise<void> {
  for (const { messageId, caseId, because } of await carry(tx.linkedRecords)) {
    const seen = (await tx.cases.find(caseId)) !== null;
    await tx.journal.append([
      event({
        subject: { kind: 'message-cancellation', id: messageId },
        ...(seen ? { caseId } : {}),
        type: 'message.cancelled',
        happenedAt: tx.now,
        reason: because,
        payload: { messageId },
      }),
    ]);
  }
}
