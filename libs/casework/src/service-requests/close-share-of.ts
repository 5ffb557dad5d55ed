import { isLiveServiceRequest, type ServiceRequest } from '#libs/domain';
import type { Transaction } from '../ports';
import { shareEvent } from '../shares/share-event';

/**
 * Closes what acceptance opened, once no support of that agency for that purpose is left: whichever of several ends
 * last closes it, whichever of them opened it. A share that somebody at the desk opened by hand stays as they left it.
 */
export async function closeShareOf(tx: Transaction, request: ServiceRequest): Promise<void> {
  const { id, caseId, agencyId, purpose } = request;
  if (agencyId === null || isLiveServiceRequest(request)) return;
  const share = await tx.shares.lockOpenedByRequest({ caseId, agencyId, purpose });
  if (share === null) return;
  if (await tx.serviceRequests.leansOnShare({ shareId: share.id, besides: id })) return;
  const closed = { ...share, state: 'closed', closedAt: tx.now, closing: 'not-needed' } as const;
  await tx.shares.save(closed);
  await tx.journal.append([shareEvent(closed, 'share.closed', tx.now)]);
}
