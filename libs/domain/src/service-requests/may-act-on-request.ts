import type { Actor } from '../access/actor';
import { mayDo, type Act } from '../access/decide';
import { behindWall, type WallFacts } from '../walls/wall';
import type { ServiceRequest } from './service-request';

type Facts = Pick<ServiceRequest, 'handlingAgencyId' | 'agencyId' | 'sentAt' | 'state' | 'reachedBy'>;

/**
 * Whether this actor may do this to this request. The desk's people act on those their agency handles; a provider's on
 * those that were sent to their agency, and on none that was taken back: for them it is not there any more (P6, P7).
 * Row-level security says the same, and asks besides whether the ground on which it was sent still stands.
 */
export function mayActOnRequest(
  actor: Actor,
  act: Act,
  { request, walls }: { readonly request: Facts; readonly walls: readonly WallFacts[] },
): boolean {
  if (!mayDo(actor, act) || behindWall(actor, walls)) return false;
  if (actor.kind === 'service') return true;
  if (isProviderRole(actor.role)) {
    return request.agencyId === actor.agencyId && request.sentAt !== null && request.state !== 'withdrawn';
  }
  return request.handlingAgencyId === actor.agencyId;
}

/** The roles of people who work at a receiving agency. */
export function isProviderRole(role: string): boolean {
  return role === 'provider-worker' || role === 'provider-coordinator';
}

/** What a service's answer may be noted by somebody at the desk: only where nobody of the service works here. */
export function answeredAtDesk({ reachedBy }: Pick<ServiceRequest, 'reachedBy'>): boolean {
  return reachedBy === 'handed-over';
}
