import {
  classesWithGround,
  DATA_CLASSES,
  type AgencyId,
  type ServiceRequest,
  type Share,
  type ShareId,
  type StaffActor,
} from '#libs/domain';
import type { Ids, Transaction } from '../ports';
import { shareEvent } from '../shares/share-event';

interface Opening {
  readonly actor: StaffActor;
  readonly ids: Ids;
  readonly request: ServiceRequest;
}

/**
 * Opens to a service what the person agreed that it may know, class by class, and nothing besides (P6). Where another
 * support of the same agency has it open already, this one leans on the same share; where the desk has proposed one,
 * that is opened. Both then end with the last support. What the desk opened by hand is left as it is.
 */
export async function openShareOf(tx: Transaction, { actor, ids, request }: Opening): Promise<void> {
  const { agencyId } = request;
  if (agencyId === null) return;
  const share = await shareFor(tx, { actor, ids, request: { ...request, agencyId } });
  const shareId = share === null ? null : await openOrJoin(tx, share);
  if (shareId === null) return;
  await tx.serviceRequests.save({ ...request, revision: request.revision + 1, shareId });
}

async function openOrJoin(tx: Transaction, share: Share): Promise<ShareId | null> {
  if (await proposeOpen(tx, share)) return share.id;
  const live = await tx.shares.lockLiveFor(share);
  if (live !== null) return join(tx, live, share);
  // What stood in the way may have been closed while we waited for it.
  return (await proposeOpen(tx, share)) ? share.id : null;
}

async function proposeOpen(tx: Transaction, share: Share): Promise<boolean> {
  if (!(await tx.shares.propose(share))) return false;
  await tx.journal.append([shareEvent(share, 'share.opened', tx.now)]);
  return true;
}

/** What is open already may only grow: another support of the same agency leans on it. */
async function join(
  tx: Transaction,
  live: Share,
  { dataClasses, openedBy, openedAt }: Share,
): Promise<ShareId> {
  if (live.state === 'proposed') {
    const opened: Share = { ...live, state: 'open', dataClasses, openedBy, openedAt };
    await tx.shares.save(opened);
    await tx.journal.append([shareEvent(opened, 'share.opened', tx.now)]);
    return live.id;
  }
  const both = DATA_CLASSES.filter((one) => live.dataClasses.includes(one) || dataClasses.includes(one));
  if (both.length === live.dataClasses.length) return live.id;
  const widened: Share = { ...live, dataClasses: both };
  await tx.shares.save(widened);
  await tx.journal.append([shareEvent(widened, 'share.widened', tx.now)]);
  return live.id;
}

/** With every class for which there is a ground at this instant; null when there is none left. */
async function shareFor(
  tx: Transaction,
  { actor, ids, request }: Opening & { readonly request: { readonly agencyId: AgencyId } },
): Promise<Share | null> {
  const { caseId, personId, handlingAgencyId, reference, agencyId, purpose } = request;
  const ledger = await tx.consents.ledgerOf(personId);
  const overrides = await tx.overrides.ofPerson(personId);
  const asked = { agencyId, purpose, dataClasses: DATA_CLASSES };
  const dataClasses = classesWithGround(asked, { ledger, overrides, now: tx.now });
  if (dataClasses.length === 0) return null;
  return {
    id: ids.next<ShareId>(),
    caseId,
    personId,
    handlingAgencyId,
    reference,
    agencyId,
    purpose,
    dataClasses,
    state: 'open',
    proposedBy: actor.userId,
    proposedAt: tx.now,
    openedBy: actor.userId,
    openedAt: tx.now,
    closedAt: null,
    closing: null,
    revision: 1,
  };
}
