import type { AgencyId, TeamId, UserId } from '../ids';

/** DESIGN §9: what anyone sees is role × agency × relationship to the case × consent. */
export const ROLES = [
  'officer',
  'first-responder',
  'duty-lead',
  'provider-worker',
  'provider-coordinator',
  'service-manager',
  'safeguarding-lead',
  'commissioner',
  'auditor',
  'data-protection-officer',
  'administrator',
] as const;

export type Role = (typeof ROLES)[number];

/** A signed-in member of staff. */
export interface StaffActor {
  readonly kind: 'staff';
  readonly userId: UserId;
  readonly role: Role;
  readonly agencyId: AgencyId;
  readonly teamId: TeamId | null;
}

/** A timer, sweep or relay acting for the service itself. */
export interface ServiceActor {
  readonly kind: 'service';
  readonly process: 'timers' | 'mail' | 'projector' | 'seed';
}

export type Actor = StaffActor | ServiceActor;
