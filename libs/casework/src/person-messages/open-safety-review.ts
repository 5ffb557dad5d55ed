import {
  event,
  REVIEW_CAUSES,
  reviewDueAt,
  type MessageEnd,
  type PersonMessage,
  type ReviewCause,
  type SafetyReviewId,
} from '#libs/domain';
import { applyCard } from '../safe-contact/apply-card';
import type { Ids, Transaction } from '../ports';
import { reachLinked } from '../stop-contact/reach-linked';
import { cancelMessagesOf } from './cancel-messages-of';

/**
 * A message did not arrive as it should, so its route may be in other hands: the route goes on hold everywhere, what
 * else waits for it is cancelled, and a duty lead is asked to look. There is no second message to find out (practice
 * §4). Doing it twice is doing it once.
 */
export async function openSafetyReview(
  tx: Transaction,
  { ids, message }: { ids: Ids; message: PersonMessage },
): Promise<void> {
  const cause = causeOf(message.reason);
  const caseFile = await tx.cases.lock(message.caseId);
  if (caseFile === null || cause === null) return;
  const id = ids.next<SafetyReviewId>();
  const { caseId, personId, handlingAgencyId, routeId } = message;
  const opened = await tx.safetyReviews.open({
    id,
    caseId,
    personId,
    handlingAgencyId,
    reference: caseFile.reference,
    routeId,
    messageId: message.id,
    cause,
    state: 'open',
    openedAt: tx.now,
    dueAt: reviewDueAt(tx.now),
    answer: null,
    answeredBy: null,
    answeredAt: null,
    revision: 1,
  });
  if (!opened) return;
  const card = await tx.safeContact.cardOf(personId);
  const route = card.routes.find((one) => one.id === routeId);
  if (route?.state === 'active') {
    await tx.safeContact.changeRoute({ routeId, state: 'suspended', at: tx.now });
    await reachLinked(tx, (linked) => linked.holdRoutes(routeId));
    const routes = card.routes.map((one) =>
      one.id === routeId ? { ...one, state: 'suspended' as const } : one,
    );
    if (caseFile.closedAt === null) await applyCard(tx, { caseFile, card: { ...card, routes } });
  }
  await cancelMessagesOf(tx, { personId, because: 'route-suspended', routeId });
  await tx.journal.append([
    event({
      subject: { kind: 'safety-review', id },
      caseId,
      type: 'safety-review.opened',
      happenedAt: tx.now,
      reason: cause,
      payload: { messageId: message.id, routeId },
    }),
  ]);
}

function causeOf(reason: MessageEnd | null): ReviewCause | null {
  return REVIEW_CAUSES.find((cause) => cause === reason) ?? null;
}
