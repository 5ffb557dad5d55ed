import {
  followStop,
  isAcceptedServiceRequest,
  isLiveServiceRequest,
  openInstead,
  type PersonId,
  type ServiceRequest,
  type ServiceRequestId,
} from '#libs/domain';
import type { Ids, Transaction } from '../ports';
import { lapseRequest } from './lapse-requests';
import { addRequest, saveStep } from './save-step';
import { timingOf } from './timing-of';

/** Nobody may contact the person any more: holds what was asked for them, in the transaction that says so (P5). */
export async function holdRequestsOf(
  tx: Transaction,
  { personId, ids }: { readonly personId: PersonId; readonly ids: Ids },
): Promise<void> {
  for (const request of await tx.serviceRequests.lockLiveOf(personId)) await followOne(tx, request, ids);
}

/** They may be contacted again: every need is there, and what was held is due from now on. */
export async function goOnWithRequestsOf(tx: Transaction, personId: PersonId): Promise<void> {
  for (const request of await tx.serviceRequests.lockLiveOf(personId)) await keepInStep(tx, request);
}

/**
 * While contact is stopped no service is shown the person anew: what was sent and not accepted comes back to the desk,
 * for the same service and in the same place of the queue, and is held there.
 */
export async function followOne(tx: Transaction, request: ServiceRequest, ids: Ids): Promise<void> {
  const answered = isAcceptedServiceRequest(request) || !isLiveServiceRequest(request);
  if (request.sentAt === null || answered || !(await tx.contactStops.stands(request.personId)))
    await keepInStep(tx, request);
  else await takeBack(tx, request, ids);
}

async function keepInStep(tx: Transaction, request: ServiceRequest): Promise<void> {
  const followed = followStop(request, await timingOf(tx, request));
  if (followed !== null) await saveStep(tx, followed);
}

async function takeBack(tx: Transaction, request: ServiceRequest, ids: Ids): Promise<void> {
  await lapseRequest(tx, request, 'contact-stopped');
  if (await tx.serviceRequests.needGoesOn(request.id)) return;
  const { serviceId, agencyId, reachedBy } = request;
  const to = serviceId === null || agencyId === null ? null : { serviceId, agencyId, reachedBy };
  const by = tx.actor.kind === 'staff' ? tx.actor.userId : null;
  const id = ids.next<ServiceRequestId>();
  await addRequest(tx, openInstead(request, { id, by, timing: await timingOf(tx, request), to }));
}
