import type {
  AgencyId,
  BreakGlass,
  BreakGlassId,
  CaseId,
  Instant,
  PersonId,
  UserId,
  Wall,
  WallFacts,
  WallId,
  WallTarget,
} from '#libs/domain';

/** A wall with what decides before whom it stands. */
export type StandingWall = Wall & WallFacts;

export interface BreakGlassRecord extends BreakGlass {
  readonly handlingAgencyId: AgencyId;
  /** When the second factor was used, by the clock of the sign-in. */
  readonly provenAt: Instant;
}

export interface WallStore {
  /** The walls that stand around these people, whoever asks: for decisions, never for a page. */
  standing(personIds: readonly PersonId[]): Promise<readonly StandingWall[]>;
  /** As `standing`, as far as they bind the actor on this case: none while they have opened it in an emergency. */
  binding(on: { readonly caseId: CaseId; readonly personId: PersonId }): Promise<readonly StandingWall[]>;
  /** Adds a wall. From the next statement on whoever it stands before sees nothing of the person. */
  insert(wall: Wall): Promise<void>;
  /** Locks a wall that stands; null when there is none that the actor may see. */
  lock(id: WallId): Promise<Wall | null>;
  saveLifted(wall: Wall): Promise<void>;
  /** Whether walls keep this case from this colleague. */
  keepsFrom(caseId: CaseId, userId: UserId): Promise<boolean>;
  /** Active leads and managers of the agency whom neither a standing wall nor this new one keeps out. */
  leadsLeft(options: {
    caseId: CaseId;
    agencyId: AgencyId;
    target: WallTarget;
    sparesLeads: boolean;
  }): Promise<number>;
  /**
   * Whether the user, team or agency belongs to the police; null when it does not exist. Of another agency's people only
   * those exist whom a request of the case names.
   */
  isPolice(
    target: Extract<WallTarget, { kind: 'user' | 'team' | 'agency' }>,
    caseId: CaseId,
  ): Promise<boolean | null>;
}

export interface BreakGlassStore {
  /** The case of this reference that walls keep from the actor, if an emergency may open it. */
  findBreakable(reference: string): Promise<{ readonly caseId: CaseId; readonly personId: PersonId } | null>;
  insert(record: BreakGlassRecord): Promise<void>;
  /** Tells the owner of the case, the duty leads and the data-protection officers of the agency, not the opener. */
  tell(id: BreakGlassId): Promise<void>;
  find(id: BreakGlassId): Promise<BreakGlassRecord | null>;
  /** Locks one that the actor may review; null otherwise. */
  lock(id: BreakGlassId): Promise<BreakGlassRecord | null>;
  saveReview(record: BreakGlassRecord): Promise<void>;
}
