import type { AgencyId, Instant, Role, StaffState, TeamId, UserId } from '#libs/domain';

export interface StaffRecord {
  readonly id: UserId;
  readonly agencyId: AgencyId;
  readonly agencyKind: AgencyKind;
  readonly teamId: TeamId | null;
  readonly role: Role;
  readonly state: StaffState;
  readonly revision: number;
}

export type AgencyKind = 'police' | 'responder' | 'provider' | 'commissioner' | 'operator';

export interface AgencyRecord {
  readonly id: AgencyId;
  readonly kind: AgencyKind;
}

export interface TeamRecord {
  readonly id: TeamId;
  readonly agencyId: AgencyId;
  readonly name: string;
  readonly revision: number;
}

export interface StaffInvitation {
  readonly record: StaffRecord;
  readonly identityProvider: string;
  /** The issuer's own id of the person: never an e-mail address, which can pass to somebody else. */
  readonly identitySubject: string;
  readonly invitedUntil: Instant;
  /** Name and work address, sealed with the person's own key. */
  readonly sealedProfile: Buffer;
}

export interface StaffStore {
  find(id: UserId): Promise<StaffRecord | null>;
  lock(id: UserId): Promise<StaffRecord | null>;
  agency(id: AgencyId): Promise<AgencyRecord | null>;
  /** False when somebody else signs in with this identity already. */
  invite(invitation: StaffInvitation): Promise<boolean>;
  changeRights(change: { id: UserId; role: Role; teamId: TeamId | null }): Promise<void>;
  disable(change: { id: UserId; at: Instant }): Promise<void>;
  /** Back to an invitation: the next sign-in makes it an account again. */
  invitedAgain(change: { id: UserId; until: Instant }): Promise<void>;
  team(id: TeamId): Promise<TeamRecord | null>;
  /** False when the agency has a team of that name already. */
  addTeam(team: TeamRecord): Promise<boolean>;
  renameTeam(team: TeamRecord): Promise<boolean>;
}
