import type { Handover, Leave } from '#libs/domain';
import type { Ids, Transaction } from '../ports';
import { closeOffer, handoverEvent, withdrawOpenOffer } from '../handovers/move-ownership';

/**
 * Ends cover that nobody has accepted, and offers whoever is back the cases that colleagues still hold for them, in
 * place of any other offer. Each colleague answers for theirs until it is accepted (P15). The leave is locked, so nobody
 * accepts cover meanwhile. Answers how many were offered.
 */
export async function offerBack(tx: Transaction, leave: Leave, ids: Ids): Promise<number> {
  await endCover(tx, leave);
  const person = await tx.staff.find(leave.userId);
  if (person === null || person.state !== 'active') return 0;
  const covers = new Map((await tx.handovers.acceptedFor(leave.id)).map((cover) => [cover.caseId, cover]));
  let offered = 0;
  for (const cover of covers.values()) if (await giveBack(tx, { leave, cover, ids })) offered += 1;
  return offered;
}

async function endCover(tx: Transaction, leave: Leave): Promise<void> {
  for (const cover of await tx.handovers.openFor(leave.id)) {
    if ((await tx.cases.lock(cover.caseId)) === null) continue;
    const open = await tx.handovers.lockOpenOf(cover.caseId);
    if (open?.id === cover.id) await closeOffer(tx, { handover: open, answer: 'withdraw', by: actorOf(tx) });
  }
}

/** Also from somebody who covers for whoever covered; never from somebody to whom it was given for good. */
async function giveBack(
  tx: Transaction,
  { leave, cover, ids }: { readonly leave: Leave; readonly cover: Handover; readonly ids: Ids },
): Promise<boolean> {
  const caseFile = await tx.cases.lock(cover.caseId);
  const holder = caseFile?.ownerUserId ?? null;
  if (caseFile === null || caseFile.closedAt !== null || holder === null || holder === leave.userId)
    return false;
  if (!(await tx.handovers.heldAsCover(cover.caseId, holder))) return false;
  if (await tx.walls.keepsFrom(cover.caseId, leave.userId)) return false;
  await withdrawOpenOffer(tx, caseFile, actorOf(tx));
  const back: Handover = {
    ...cover,
    id: ids.next(),
    kind: 'return',
    fromUserId: holder,
    toUserId: leave.userId,
    offeredBy: actorOf(tx) ?? leave.userId,
    offeredAt: tx.now,
    state: 'offered',
    decidedBy: null,
    decidedAt: null,
    revision: 1,
  };
  await tx.handovers.insert(back);
  await tx.journal.append([handoverEvent(back, 'handover.offered', tx.now)]);
  return true;
}

/** Whoever ended the leave; nobody when it ended by itself. */
function actorOf({ actor }: Transaction) {
  return actor.kind === 'staff' ? actor.userId : null;
}
