import type { AgencyId, TeamId, UserId } from '../ids';

/** Who answers for a case at an instant: one person by name, or the team's duty lead by role. Never both, never nobody. */
export type Answering =
  | { readonly kind: 'person'; readonly userId: UserId }
  | { readonly kind: 'duty-lead'; readonly agencyId: AgencyId; readonly teamId: TeamId };

interface OwnedCase {
  readonly ownerUserId: UserId | null;
  readonly ownerTeamId: TeamId;
  readonly handlingAgencyId: AgencyId;
}

/**
 * The one accountable owner (P15). A case of somebody who is away is the duty lead's from the first instant of the
 * leave until a colleague takes it on or the owner is back; nothing else moves it. `isAway` says who is away now.
 */
export function whoAnswers(owned: OwnedCase, isAway: (userId: UserId) => boolean): Answering {
  const { ownerUserId, ownerTeamId: teamId, handlingAgencyId: agencyId } = owned;
  if (ownerUserId === null || isAway(ownerUserId)) return { kind: 'duty-lead', agencyId, teamId };
  return { kind: 'person', userId: ownerUserId };
}
