import { reviewAfterMilestone, withdrawSupportTask, type CaseId, type Instant } from '#libs/domain';
import type { CaseRecord, Ids, Transaction } from '../ports';
import { openSupportTask } from '../support/open-support-task';

/**
 * Something happened in the investigation of a case: its support is reviewed now, in the transaction of whoever at the
 * desk recorded it. The police and other services may not see that there is a review: for what they record nothing is
 * opened here, and the worker's next round does it (`OpenMissingReviews`). A milestone entered long after it happened
 * opens one all the same, because the person lives with it now.
 */
export async function reviewAtMilestone(
  tx: Transaction,
  milestone: { readonly caseId: CaseId; readonly happenedAt: Instant },
  ids: Ids,
): Promise<void> {
  const { actor } = tx;
  const atDesk = actor.kind === 'staff' && (actor.role === 'first-responder' || actor.role === 'duty-lead');
  if (!atDesk || milestone.happenedAt > tx.now) return;
  const caseFile = await tx.cases.lock(milestone.caseId);
  if (caseFile !== null) await reviewNow(tx, { caseFile, ids });
}

/** Opens a review of a locked case, or brings the planned one forward; never a second one. */
export async function reviewNow(
  tx: Transaction,
  { caseFile, ids }: { readonly caseFile: CaseRecord; readonly ids: Ids },
): Promise<void> {
  const { id: caseId, ownerUserId, closedAt } = caseFile;
  const by = tx.actor.kind === 'staff' ? tx.actor.userId : null;
  const openedBy = by ?? ownerUserId;
  if (closedAt !== null || openedBy === null) return;
  const answer = reviewAfterMilestone(await tx.support.lockLiveOfCase(caseId, ['case-review']));
  if (answer.kind === 'nothing-to-do') return;
  if (answer.kind === 'bring-forward') {
    const step = withdrawSupportTask(answer.instead, { outcome: 'milestone-came', by, now: tx.now });
    if (step.kind === 'refused') return;
    await (by === null ? tx.support.saveBegun(step.task) : tx.support.save(step.task));
    await tx.journal.append(step.events);
  }
  const review = { kind: 'case-review', aboutId: caseId, matter: 'milestone' } as const;
  await openSupportTask(tx, { ...review, ids, caseFile, openedBy, ownerUserId });
}
