import type { AgencyId, UserId } from '../ids';
import { isAcceptedServiceRequest, isLiveServiceRequest } from './request-machine';
import type { ServiceRequest } from './service-request';

export type RequestOwnerRole =
  'case-owner' | 'duty-lead' | 'service-manager' | 'provider-coordinator' | 'provider-worker';

export interface RequestOwner {
  readonly agencyId: AgencyId;
  /** Null when it is whoever has the role at that agency now. */
  readonly userId: UserId | null;
  readonly role: RequestOwnerRole;
  /** Who would answer for it, were they not away; null where nobody's place is taken. */
  readonly inPlaceOf: UserId | null;
}

/**
 * Who answers for a request at this minute: exactly one for each that is live, nobody for one that is over (P1, P15).
 * Until a service has accepted it is the desk's: the manager's who took it on, else the owner's of the case, else the
 * duty lead's. From acceptance on it is the service's: the worker's, or the coordinator's while nobody is allocated.
 * Whoever is away answers for nothing (decision 0030, `whoAnswers`): the duty lead or the coordinator does until they
 * are back. `isAway` says who is away now.
 */
export function accountableOwner(
  request: Pick<ServiceRequest, 'state' | 'agencyId' | 'handlingAgencyId' | 'allocatedTo' | 'managedBy'>,
  caseFile: { readonly ownerUserId: UserId | null },
  isAway: (userId: UserId) => boolean,
): RequestOwner | null {
  if (!isLiveServiceRequest(request)) return null;
  const { agencyId, handlingAgencyId, allocatedTo, managedBy } = request;
  if (isAcceptedServiceRequest(request) && agencyId !== null) {
    const roles = { named: 'provider-worker', otherwise: 'provider-coordinator' } as const;
    return { agencyId, ...namedOr(allocatedTo, roles, isAway) };
  }
  const named = managedBy === null ? 'case-owner' : 'service-manager';
  const roles = { named, otherwise: 'duty-lead' } as const;
  return { agencyId: handlingAgencyId, ...namedOr(managedBy ?? caseFile.ownerUserId, roles, isAway) };
}

function namedOr(
  userId: UserId | null,
  roles: { readonly named: RequestOwnerRole; readonly otherwise: RequestOwnerRole },
  isAway: (userId: UserId) => boolean,
): Omit<RequestOwner, 'agencyId'> {
  return userId === null || isAway(userId)
    ? { userId: null, role: roles.otherwise, inPlaceOf: userId }
    : { userId, role: roles.named, inPlaceOf: null };
}
