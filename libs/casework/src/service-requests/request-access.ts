import {
  isProviderRole,
  mayActOnRequest,
  type Act,
  type ServiceRequest,
  type ServiceRequestId,
} from '#libs/domain';
import { lockCaseFor } from '../cases/case-access';
import type { Transaction } from '../ports';

/**
 * A locked request on which this actor may do this; null for one that does not exist, was taken back, or may not be
 * seen: all are answered alike (P7). The desk's people lock the case first, as everything else about a case does.
 */
export async function lockRequestFor(
  tx: Transaction,
  act: Act,
  id: ServiceRequestId,
): Promise<ServiceRequest | null> {
  const found = await tx.serviceRequests.find(id);
  if (found === null) return null;
  const ofProvider = tx.actor.kind === 'staff' && isProviderRole(tx.actor.role);
  if (!ofProvider && (await lockCaseFor(tx, act, found.caseId)) === null) return null;
  const request = await tx.serviceRequests.lock(id);
  if (request === null) return null;
  const walls = ofProvider ? await tx.walls.standing([request.personId]) : [];
  return mayActOnRequest(tx.actor, act, { request, walls }) ? request : null;
}
