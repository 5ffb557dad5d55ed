import { event, type MessageEnd, type PersonId, type PersonMessageId, type RouteId } from '#libs/domain';
import type { Transaction } from '../ports';

/**
 * Cancels every message that still waits for this person, or for one of their routes, in the transaction of whatever
 * made it wrong: a withdrawal, a route on hold, a stop, an erasure. Once that has committed nothing of it leaves (P5,
 * P6). Answers how many there were. Each is told on a subject of its own, because whoever cancels may not read the
 * journal of the case.
 */
export async function cancelMessagesOf(
  tx: Transaction,
  options: {
    personId: PersonId;
    because: MessageEnd;
    routeId?: RouteId;
    messageId?: PersonMessageId;
  },
): Promise<number> {
  const { personId, because, routeId = null, messageId = null } = options;
  const cancelled = await tx.personMessages.cancel({ personId, because, routeId, messageId });
  await tx.journal.append(
    cancelled.map((message) =>
      event({
        subject: { kind: 'message-cancellation', id: message.messageId },
        caseId: message.caseId,
        type: 'message.cancelled',
        happenedAt: tx.now,
        reason: because,
        payload: { messageId: message.messageId },
      }),
    ),
  );
  return cancelled.length;
}
