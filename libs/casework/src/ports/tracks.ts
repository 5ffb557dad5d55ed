import type {
  CaseId,
  ContactRecheck,
  ContactRecheckId,
  Instant,
  Milestone,
  MilestoneId,
  OfficerTerm,
  PersonId,
  PositionEntry,
  ReferralId,
  Track,
  TrackId,
} from '#libs/domain';

/** What a track is opened on, as far as whoever opens it may know. */
export interface TrackGround extends Pick<
  Track,
  'caseId' | 'personId' | 'referralId' | 'reference' | 'handlingAgencyId' | 'policeAgencyId' | 'policeTeamId'
> {
  /** Whether support has ended. The police are never told, so for them it never has. */
  readonly closed: boolean;
  /** The number that the next track of the case has: also where the actor does not see the others. */
  readonly nextNumber: number;
}

/** The case, or the referral behind which an officer finds it. */
export type TrackPlace =
  | { readonly kind: 'case'; readonly caseId: CaseId }
  | { readonly kind: 'referral'; readonly referralId: ReferralId };

/** Everything here is what row-level security lets the actor read of it. */
export interface TrackStore {
  /** Null where no track is theirs to open. */
  groundOf(place: TrackPlace): Promise<TrackGround | null>;
  /** Tracks of a case or referral by their number. */
  at(place: TrackPlace): Promise<readonly Track[]>;
  find(id: TrackId): Promise<Track | null>;
  lock(id: TrackId): Promise<Track | null>;
  /** False when somebody opened the same one at the same time. */
  insert(track: Track): Promise<boolean>;
  milestonesOf(id: TrackId): Promise<readonly Milestone[]>;
  findMilestone(id: MilestoneId): Promise<Milestone | null>;
  insertMilestone(track: Track, milestone: Milestone): Promise<void>;
  endMilestone(milestone: Milestone): Promise<void>;
  /** The same step as another side told it, right after this one was inserted; null when nobody did. */
  counterpartOf(id: MilestoneId): Promise<MilestoneId | null>;
  positionsOf(id: TrackId): Promise<readonly PositionEntry[]>;
  insertPosition(track: Track, entry: PositionEntry): Promise<void>;
  endPosition(entry: PositionEntry): Promise<void>;
  officersOf(id: TrackId): Promise<readonly OfficerTerm[]>;
  insertOfficer(track: Track, term: OfficerTerm): Promise<void>;
  /**
   * Opens the urgent question for a milestone of this transaction, and marks every way to reach the person as to be asked
   * about again. False when the question is open already, or support has ended.
   */
  askContactAgain(asked: {
    readonly id: ContactRecheckId;
    readonly milestoneId: MilestoneId;
    readonly dueAt: Instant;
  }): Promise<boolean>;
  openRecheckOf(caseId: CaseId): Promise<ContactRecheck | null>;
  findRecheck(id: ContactRecheckId): Promise<ContactRecheck | null>;
  /** Null when somebody has settled it. */
  lockRecheck(id: ContactRecheckId): Promise<ContactRecheck | null>;
  saveRecheck(recheck: ContactRecheck): Promise<void>;
  /** Nothing has to be asked again: what was marked stands as it was. */
  unmarkRoutes(personId: PersonId): Promise<void>;
}
