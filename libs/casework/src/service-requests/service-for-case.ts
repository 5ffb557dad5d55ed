import {
  isLead,
  type AgencyId,
  type PersonId,
  type RequestRoute,
  type ServiceId,
  type SupportKind,
} from '#libs/domain';
import type { Transaction } from '../ports';
import { sarcIsClosed } from '../safeguarding/sarc-is-closed';

export type ServiceRefusal =
  'unknown-service' | 'another-kind' | 'signposted-only' | 'own-agency' | 'sarc-closed-by-age';

export type WallRefusal = 'not-possible' | 'lead-decides';

export type ServiceFound =
  | {
      readonly kind: 'found';
      readonly chosen: {
        readonly serviceId: ServiceId;
        readonly agencyId: AgencyId;
        readonly reachedBy: RequestRoute;
      };
    }
  | { readonly kind: 'refused'; readonly reason: ServiceRefusal };

interface Asked {
  readonly serviceId: ServiceId;
  readonly kind: SupportKind;
  readonly personId: PersonId;
  readonly handlingAgencyId: AgencyId;
}

/** Whether a service may be asked for this person at all, but for a wall: that is asked last (`wallRefusal`). */
export async function serviceForCase(tx: Transaction, asked: Asked): Promise<ServiceFound> {
  const { serviceId, kind, personId, handlingAgencyId } = asked;
  const listed = await tx.directory.find(serviceId);
  if (listed?.service.state !== 'open') return { kind: 'refused', reason: 'unknown-service' };
  const { agencyId, reachedBy } = listed.service;
  if (listed.service.kind !== kind) return { kind: 'refused', reason: 'another-kind' };
  if (reachedBy === 'signposted') return { kind: 'refused', reason: 'signposted-only' };
  if (agencyId === handlingAgencyId) return { kind: 'refused', reason: 'own-agency' };
  if (await sarcIsClosed(tx, { agencyId, personId }))
    return { kind: 'refused', reason: 'sarc-closed-by-age' };
  return { kind: 'found', chosen: { serviceId, agencyId, reachedBy } };
}

/**
 * What a wall or a conflict answers. Of it a lead alone is told that it is not possible; anybody else reads that the lead
 * decides, as of everything that the routing of the case leaves to one. It is asked when nothing else is in the way, for
 * a form that is refused for something else anyway would tell of the wall and leave no trace (P7).
 */
export async function wallRefusal(
  tx: Transaction,
  who: { readonly personId: PersonId; readonly agencyId: AgencyId },
): Promise<WallRefusal | null> {
  if (!(await tx.serviceRequests.agencyBarred(who))) return null;
  return tx.actor.kind === 'staff' && isLead(tx.actor.role) ? 'not-possible' : 'lead-decides';
}
