import type { Actor, StaffActor } from '../access/actor';
import type { AgencyId, CaseId, PersonId, TeamId, UserId, WallId } from '../ids';
import type { Instant } from '../time';

/**
 * Why a case is kept from somebody: the person (or somebody close to them) works here; they, or the suspect, belong
 * to the police; or people on two sides of one matter are both known to the service.
 */
export const WALL_KINDS = ['staff', 'police-family', 'conflict'] as const;
export type WallKind = (typeof WALL_KINDS)[number];

export const WALL_BASES = [
  'declared-at-intake',
  'person-said',
  'colleague-said',
  'suspect-compared',
] as const;
export type WallBasis = (typeof WALL_BASES)[number];

/** Whom a wall keeps out: exactly one of them. `apart` keeps out whoever works with another person. */
export type WallTarget =
  | { readonly kind: 'user'; readonly userId: UserId }
  | { readonly kind: 'team'; readonly teamId: TeamId }
  | { readonly kind: 'agency'; readonly agencyId: AgencyId }
  | { readonly kind: 'apart'; readonly fromPersonId: PersonId };

/** A wall around everything that is about one person. It stands until somebody lifts it. */
export interface Wall {
  readonly id: WallId;
  readonly personId: PersonId;
  /** The case on which it was set. */
  readonly caseId: CaseId;
  readonly handlingAgencyId: AgencyId;
  readonly kind: WallKind;
  readonly target: WallTarget;
  /** The one person of a walled team or agency who still sees it: the officer who referred. */
  readonly sparedUserId: UserId | null;
  /** Leads and managers look after both sides. */
  readonly sparesLeads: boolean;
  readonly basis: WallBasis;
  readonly setBy: UserId;
  readonly setAt: Instant;
  readonly liftedBy: UserId | null;
  readonly liftedAt: Instant | null;
  readonly revision: number;
}

/** What decides whether a wall stands before somebody. `workers` are the owners of the other person's cases. */
export type WallFacts = Pick<Wall, 'kind' | 'target' | 'sparedUserId' | 'sparesLeads'> & {
  readonly workers: readonly UserId[];
};

/** Whether any of these walls stands between this actor and the person. Timers and sweeps see everything. */
export function behindWall(actor: Actor, walls: readonly WallFacts[]): boolean {
  return actor.kind === 'staff' && walls.some((wall) => standsBefore(actor, wall));
}

export function standsBefore(actor: StaffActor, wall: WallFacts): boolean {
  if (wall.sparedUserId === actor.userId) return false;
  if (wall.sparesLeads && isLead(actor)) return false;
  switch (wall.target.kind) {
    case 'user':
      return wall.target.userId === actor.userId;
    case 'team':
      return wall.target.teamId === actor.teamId;
    case 'agency':
      return wall.target.agencyId === actor.agencyId;
    case 'apart':
      return wall.workers.includes(actor.userId);
  }
}

function isLead({ role }: StaffActor): boolean {
  return role === 'duty-lead' || role === 'service-manager';
}
