import type { StaffActor } from '../access/actor';
import type { AgencyId, TeamId, UserId } from '../ids';
import type { Wall, WallTarget } from '../walls/wall';

/** Where somebody who is referred, or somebody close to them, works, as whoever refers them says (practice §2.8). */
export const WORKPLACES = ['police', 'this-service', 'partner'] as const;
export type Workplace = (typeof WORKPLACES)[number];

/** The agencies and teams that a declared workplace may mean. */
export interface Workplaces {
  readonly police: readonly AgencyId[];
  readonly providers: readonly AgencyId[];
  /** The teams of the agency that takes first contact on. */
  readonly deskTeams: readonly TeamId[];
}

export type DeclaredWall = Pick<Wall, 'kind' | 'sparedUserId' | 'sparesLeads'> & {
  readonly target: Extract<WallTarget, { kind: 'team' | 'agency' }>;
};

/**
 * The walls that a declared workplace raises with the referral, before anybody there can have seen it. They are as wide
 * as what is known: every force, every partner, or every team of the desk but its leads, who name the one colleague and
 * take the wide wall down. Whoever refers still sees what they sent, and nobody else at that workplace does.
 */
export function declaredWalls(
  workplace: Workplace,
  { workplaces, referrer }: { workplaces: Workplaces; referrer: StaffActor },
): readonly DeclaredWall[] {
  const { police, providers, deskTeams } = workplaces;
  if (workplace === 'this-service')
    return deskTeams.map((teamId) => ({
      kind: 'staff',
      target: { kind: 'team', teamId },
      sparedUserId: spared(referrer, teamId === referrer.teamId),
      sparesLeads: true,
    }));
  const agencies = workplace === 'police' ? police : providers;
  return agencies.map((agencyId) => ({
    kind: workplace === 'police' ? 'police-family' : 'staff',
    target: { kind: 'agency', agencyId },
    sparedUserId: spared(referrer, agencyId === referrer.agencyId),
    sparesLeads: false,
  }));
}

function spared({ userId }: StaffActor, works: boolean): UserId | null {
  return works ? userId : null;
}
