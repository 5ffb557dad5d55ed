import {
  isAcceptedServiceRequest,
  mayActOnRequest,
  requestEvent,
  type ServiceRequestId,
  type StaffActor,
} from '#libs/domain';
import type { Transaction, UnitOfWork } from '../ports';

/**
 * Writes down, on each request, that its service is copying it into a system of its own, before the copy is made: what
 * leaves this service cannot be called back. Answers those that may leave: accepted ones of the own agency, and no other.
 */
export class NoteExport {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: StaffActor, requestIds: readonly ServiceRequestId[]): Promise<readonly ServiceRequestId[]> {
    return this.unitOfWork.run(actor, async (tx) => {
      const noted: ServiceRequestId[] = [];
      for (const id of requestIds) if (await note(tx, actor, id)) noted.push(id);
      return noted;
    });
  }
}

async function note(tx: Transaction, actor: StaffActor, id: ServiceRequestId): Promise<boolean> {
  const request = await tx.serviceRequests.lock(id);
  if (request === null || !isAcceptedServiceRequest(request)) return false;
  const walls = await tx.walls.standing([request.personId]);
  if (!mayActOnRequest(actor, 'export-requests', { request, walls })) return false;
  const events = [requestEvent(request, { type: 'exported', happenedAt: tx.now })];
  await tx.serviceRequests.note({ request, events });
  await tx.journal.append(events);
  return true;
}
