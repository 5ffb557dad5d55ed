import type { RequestStepTaken, ServiceRequest } from '#libs/domain';
import type { Transaction } from '../ports';

/** Saves a step that a locked request took: the row, its history, the journal; and tells its service of a taking back. */
export async function saveStep(tx: Transaction, { request, events }: RequestStepTaken): Promise<void> {
  await tx.serviceRequests.save(request);
  await tx.serviceRequests.note({ request, events });
  await tx.journal.append(events);
  if (request.state === 'withdrawn') await recall(tx, request);
}

/** Adds a request with what began it; false when the same service is asked already, and then nothing is written. */
export async function addRequest(tx: Transaction, { request, events }: RequestStepTaken): Promise<boolean> {
  if (!(await tx.serviceRequests.insert(request))) return false;
  await tx.serviceRequests.note({ request, events });
  await tx.journal.append(events);
  return true;
}

async function recall(tx: Transaction, request: ServiceRequest): Promise<void> {
  if (request.sentAt === null) return;
  await tx.serviceRequests.tellService(request, { kind: 'withdrawn', at: tx.now });
}
