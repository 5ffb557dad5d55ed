import {
  groundLost,
  isAcceptedServiceRequest,
  releaseRequest,
  requestEvent,
  withdrawRequest,
  withStep,
  type PersonId,
  type RequestLapse,
  type ServiceRequest,
  type UserId,
  type Wall,
} from '#libs/domain';
import type { CaseRecord, Ids, Transaction } from '../ports';
import { closeShareOf } from './close-share-of';
import { giveBack } from './give-back';
import { saveStep } from './save-step';
import { needsGround } from './send-request';
import { timingOf } from './timing-of';

/** Takes a locked live request back for a reason that nobody gave by hand. */
export async function lapseRequest(
  tx: Transaction,
  request: ServiceRequest,
  reason: RequestLapse,
): Promise<void> {
  const timing = await timingOf(tx, request);
  const change = withdrawRequest(request, { reason, timing });
  if (change.kind === 'refused') throw new Error(`a request that is ${request.state} cannot be taken back`);
  await saveStep(tx, change);
  await closeShareOf(tx, change.request);
}

/**
 * After consent or an override ended: takes back everything that was sent and has no ground left, in the same
 * transaction. Nothing that was only proposed has left, so it stays at the desk (P6). Answers how many were taken back.
 */
export async function loseRequestGround(
  tx: Transaction,
  { personId }: { personId: PersonId },
): Promise<number> {
  const sent = (await tx.serviceRequests.lockLiveOf(personId)).filter(({ sentAt }) => sentAt !== null);
  let taken = 0;
  for (const request of sent) {
    if (await lapseWithoutGround(tx, request)) taken += 1;
  }
  return taken;
}

/** Takes back one that was sent and has no ground left, for the reason that is so; false when its ground stands. */
export async function lapseWithoutGround(tx: Transaction, request: ServiceRequest): Promise<boolean> {
  const { agencyId, purpose, personId } = request;
  if (agencyId === null || (await needsGround(tx, request)) !== null) return false;
  const ledger = await tx.consents.ledgerOf(personId);
  const overrides = await tx.overrides.ofPerson(personId);
  await lapseRequest(tx, request, groundLost({ agencyId, purpose }, { ledger, overrides, now: tx.now }));
  return true;
}

const ENDS_SUPPORT = ['died', 'erased'];

/**
 * A case closes: what no service has accepted is taken back. Support that is going on goes on, unless the person has
 * died or their record is gone.
 */
export async function lapseRequestsOfCase(
  tx: Transaction,
  { caseFile, reason }: { caseFile: Pick<CaseRecord, 'id'>; reason: string },
): Promise<void> {
  const all = ENDS_SUPPORT.includes(reason);
  for (const request of await tx.serviceRequests.lockLiveOfCase(caseFile.id)) {
    if (!all && isAcceptedServiceRequest(request)) continue;
    await lapseRequest(tx, request, reason === 'died' || reason === 'erased' ? reason : 'case-closed');
  }
}

/** Somebody has died, or their record is gone: no service goes on with them, whatever became of their cases. */
export async function lapseRequestsOfPerson(
  tx: Transaction,
  { personId, reason }: { personId: PersonId; reason: 'died' | 'erased' },
): Promise<void> {
  for (const request of await tx.serviceRequests.lockLiveOf(personId))
    await lapseRequest(tx, request, reason);
}

/** Before a wall goes up: takes out of the hands that it names what they hold of this case (P7). */
export async function leaveWalledService(
  tx: Transaction,
  { caseFile, wall, ids }: { caseFile: CaseRecord; wall: Pick<Wall, 'target'>; ids: Ids },
): Promise<void> {
  const { target } = wall;
  for (const request of await tx.serviceRequests.lockLiveOfCase(caseFile.id)) {
    if (target.kind === 'agency' && request.agencyId === target.agencyId) {
      await moveFromAgency(tx, request, ids);
    } else if (target.kind === 'user' && request.allocatedTo === target.userId) {
      await releaseHeld(tx, request, 'not-possible');
    } else if (target.kind === 'user' && request.managedBy === target.userId) await leaveManager(tx, request);
  }
}

/** The agency may have nothing to do with this person: it is taken back, and the need begins again at the desk. */
export function moveFromAgency(tx: Transaction, request: ServiceRequest, ids: Ids): Promise<void> {
  return returnToDesk(tx, { request, reason: 'not-possible', ids });
}

/** Takes a locked live request back, and the need begins again at the desk in the place that it had. */
export async function returnToDesk(
  tx: Transaction,
  { request, reason, ids }: { request: ServiceRequest; reason: RequestLapse; ids: Ids },
): Promise<void> {
  await lapseRequest(tx, request, reason);
  const actor = tx.actor.kind === 'staff' ? tx.actor : null;
  const { personId } = request;
  const timing = await timingOf(tx, { serviceId: null, personId });
  await giveBack(tx, { ids, actor, request, timing });
}

/** The worker is gone or may not see it: the coordinator answers for it until somebody else is named. */
export async function releaseHeld(
  tx: Transaction,
  request: ServiceRequest,
  reason: 'worker-left' | 'not-possible',
): Promise<void> {
  const change = releaseRequest(request, { reason, timing: await timingOf(tx, request) });
  if (change.kind === 'changed') await saveStep(tx, change);
}

/** The manager is gone or may not see it: it is the case owner's again, and lands anew. */
export async function leaveManager(tx: Transaction, request: ServiceRequest): Promise<void> {
  const timing = await timingOf(tx, request);
  const left = withStep({ ...request, managedBy: null }, timing);
  const told = requestEvent(left, { type: 'manager-left', happenedAt: tx.now });
  await saveStep(tx, { request: left, events: [told] });
}

/** Somebody has left: what they held goes back to whoever coordinates, or to the owner of the case (P15). */
export async function releaseRequestsOf(tx: Transaction, userId: UserId): Promise<number> {
  const held = await tx.serviceRequests.lockHeldBy(userId);
  for (const request of held) {
    if (request.allocatedTo === userId) await releaseHeld(tx, request, 'worker-left');
    else await leaveManager(tx, request);
  }
  return held.length;
}
