import type { Actor } from '../access';
import type { AgencyId, CaseId, PersonId, ReferralId, TeamId, TrackId, UserId } from '../ids';
import type { Instant } from '../time';

/** One investigation of a case, from report to whatever follows a sentence. */
export interface Track {
  readonly id: TrackId;
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly referralId: ReferralId;
  readonly reference: string;
  readonly handlingAgencyId: AgencyId;
  /** Whose officers keep it too; null for an investigation that did not come with a referral of the police. */
  readonly policeAgencyId: AgencyId | null;
  readonly policeTeamId: TeamId | null;
  /** 1 for the first investigation of a case. */
  readonly number: number;
  readonly openedBy: UserId;
  readonly openedAt: Instant;
}

/** From where something was entered. The police read what the police entered, and nothing of the rest (P7). */
export const TRACK_SIDES = ['police', 'desk', 'service'] as const;
export type TrackSide = (typeof TRACK_SIDES)[number];

/** Who entered something, when, and for whom. */
export interface Entered {
  readonly side: TrackSide;
  readonly agencyId: AgencyId;
  readonly recordedBy: UserId;
  readonly recordedAt: Instant;
}

export function sideOf(actor: Actor): TrackSide {
  if (actor.kind === 'service') return 'desk';
  if (actor.role === 'officer') return 'police';
  return actor.role === 'provider-worker' || actor.role === 'provider-coordinator' ? 'service' : 'desk';
}

/** Whoever entered something puts it right: the police theirs, the desk its own, each service its own. */
export function mayPutRight(
  entered: Pick<Entered, 'side' | 'agencyId'>,
  by: Pick<Entered, 'side' | 'agencyId'>,
): boolean {
  return entered.side === by.side && entered.agencyId === by.agencyId;
}
