import {
  openInstead,
  type RequestTiming,
  type ServiceId,
  type ServiceRequest,
  type ServiceRequestId,
  type StaffActor,
} from '#libs/domain';
import type { Ids, Transaction } from '../ports';
import { addRequest } from './save-step';

/**
 * Opens what follows at the desk, in the same place of the queue: no need is left with nobody. Where another request of
 * the same need lives, somebody has it already, and nothing is opened a second time.
 */
export async function giveBack(
  tx: Transaction,
  given: {
    readonly ids: Ids;
    readonly actor: StaffActor | null;
    readonly request: ServiceRequest;
    readonly timing: RequestTiming;
    readonly suggestedServiceId?: ServiceId | null;
  },
): Promise<void> {
  const { ids, actor, request, timing, suggestedServiceId = null } = given;
  if (await tx.serviceRequests.needGoesOn(request.id)) return;
  const id = ids.next<ServiceRequestId>();
  const next = openInstead(request, { id, by: actor?.userId ?? null, timing, suggestedServiceId });
  await addRequest(tx, next);
}
