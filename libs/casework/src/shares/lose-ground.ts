import { afterLoss, type PersonId, type Share, type ShareClosing } from '#libs/domain';
import type { Transaction } from '../ports';
import { loseRequestGround } from '../service-requests/lapse-requests';
import { shareEvent } from './share-event';

/**
 * After consent or an override ended: closes every share that has no ground left and narrows the others, and tells the
 * agencies that lose sight of something. Requests that were sent on that ground are taken back with it (P6). Row-level
 * security closes the same rows at the same commit. Answers how many shares closed.
 */
export async function loseGround(
  tx: Transaction,
  { personId, closing }: { personId: PersonId; closing: ShareClosing },
): Promise<number> {
  await loseRequestGround(tx, { personId });
  const live = await tx.shares.lockLiveOf(personId);
  if (live.length === 0) return 0;
  const ledger = await tx.consents.ledgerOf(personId);
  const overrides = await tx.overrides.ofPerson(personId);
  let closed = 0;
  for (const share of live) {
    const after = afterLoss(share, { ledger, overrides, now: tx.now }, closing);
    if (after === share) continue;
    await saveLoss(tx, share, after);
    if (after.state === 'closed') closed += 1;
  }
  return closed;
}

/** Saves a share that lost something, journals it, and tells whoever could read it. */
export async function saveLoss(tx: Transaction, before: Share, after: Share): Promise<void> {
  await tx.shares.save(after);
  await tx.journal.append([
    shareEvent(after, after.state === 'closed' ? 'share.closed' : 'share.narrowed', tx.now),
  ]);
  if (before.state !== 'open') return;
  const kind = after.state === 'closed' ? 'recalled' : 'narrowed';
  await tx.shares.notify({ kind, share: after, at: tx.now });
}
