import {
  reviewAfterMilestone,
  withdrawSupportTask,
  type CaseId,
  type Instant,
  type UserId,
} from '#libs/domain';
import type { Ids, Transaction } from '../ports';
import { openSupportTask } from '../support/open-support-task';

/**
 * Something happened in the investigation of a case: its support is reviewed now. Within the transaction of whoever
 * recorded it, who may be somebody that may not read the case: for such an actor nothing is opened and the worker's next
 * round finds it (`OpenMissingReviews`). A milestone entered long after it happened opens one all the same, because the
 * person lives with it now.
 */
export async function reviewAtMilestone(
  tx: Transaction,
  caseId: CaseId,
  happenedAt: Instant,
  ids: Ids,
): Promise<void> {
  if (happenedAt > tx.now) return;
  const by = openerOf(tx);
  const caseFile = by === null ? null : await tx.cases.lock(caseId);
  if (by === null || caseFile === null || caseFile.closedAt !== null) return;
  const answer = reviewAfterMilestone(await tx.support.lockLiveOfCase(caseId, ['case-review']));
  if (answer.kind === 'nothing-to-do') return;
  if (answer.kind === 'bring-forward') {
    const step = withdrawSupportTask(answer.instead, { outcome: 'milestone-came', by, now: tx.now });
    if (step.kind === 'refused') return;
    await tx.support.save(step.task);
    await tx.journal.append(step.events);
  }
  const { ownerUserId } = caseFile;
  const review = { kind: 'case-review', aboutId: caseId, matter: 'milestone' } as const;
  await openSupportTask(tx, { ...review, ids, caseFile, openedBy: by, ownerUserId });
}

/** Whoever may open a task of the desk; null for the police and for services, who may not. */
function openerOf({ actor }: Transaction): UserId | null {
  if (actor.kind !== 'staff') return null;
  return actor.role === 'first-responder' || actor.role === 'duty-lead' ? actor.userId : null;
}
