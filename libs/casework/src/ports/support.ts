import type {
  AbuseFlag,
  AgencyId,
  CaseId,
  Instant,
  OwnPathway,
  PersonId,
  SaidHow,
  SignpostKind,
  StoredSample,
  StoredSampleId,
  SupportTask,
  SupportTaskId,
  SupportTaskKind,
  UserId,
} from '#libs/domain';

/** That somebody was told of a service: nothing of theirs was passed on. */
export interface Signpost {
  readonly id: string;
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly handlingAgencyId: AgencyId;
  readonly kind: SignpostKind;
  readonly givenHow: SaidHow;
  readonly givenAt: Instant;
  readonly recordedBy: UserId;
  readonly recordedAt: Instant;
}

/** That a person reported to the police themselves, after a referral that came without them. */
export interface PoliceLink {
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly handlingAgencyId: AgencyId;
  readonly policeAgencyId: AgencyId;
  readonly reportedOn: string;
  readonly recordedBy: UserId;
  readonly recordedAt: Instant;
  /** Who else read the crime number; nobody is compared by it before. */
  readonly numberCheckedBy: UserId | null;
}

export interface SupportStore {
  /** Adds a task unless a live one of its kind about the same thing is there; answers whether it did. */
  open(task: SupportTask): Promise<boolean>;
  find(id: SupportTaskId): Promise<SupportTask | null>;
  /** Locks a task; null when there is none that the actor may see. */
  lock(id: SupportTaskId): Promise<SupportTask | null>;
  /** Whether this person works at the actor's desk, so that a task may be theirs. */
  mayOwn(userId: UserId): Promise<boolean>;
  /** Locks the live tasks of a case of these kinds, in the order of their ids. */
  lockLiveOfCase(caseId: CaseId, kinds: readonly SupportTaskKind[]): Promise<readonly SupportTask[]>;
  /** Locks the live tasks about one flag, sample or case, in the order of their ids. */
  lockLiveAbout(aboutId: string): Promise<readonly SupportTask[]>;
  save(task: SupportTask): Promise<void>;
  /** Planned tasks whose day has come, by the database's clock, and check-ins of people who may not be contacted. */
  toBegin(limit: number): Promise<readonly SupportTaskId[]>;
  /** Open cases with an owner whose support has begun and that have no review ahead. */
  withoutReview(limit: number): Promise<readonly CaseId[]>;
  /** Open cases with an owner on which a milestone was recorded after the last review was opened, and none is held. */
  toReviewAfterMilestone(limit: number): Promise<readonly CaseId[]>;
  /** Locks one of them; null when nothing is left to do, or another worker is at it. */
  lockToBegin(id: SupportTaskId): Promise<SupportTask | null>;
  /** Saves what a timer changed. */
  saveBegun(task: SupportTask): Promise<void>;
  /** Whether an erasure of this person is under way or done. */
  isErased(personId: PersonId): Promise<boolean>;

  /** Adds a flag unless one stands on the case; answers whether it did. */
  raiseFlag(flag: AbuseFlag): Promise<boolean>;
  lockStandingFlag(caseId: CaseId): Promise<AbuseFlag | null>;
  saveFlag(flag: AbuseFlag): Promise<void>;

  addSample(sample: StoredSample): Promise<void>;
  lockSample(id: StoredSampleId): Promise<StoredSample | null>;
  saveSample(sample: StoredSample): Promise<void>;

  addSignpost(signpost: Signpost): Promise<void>;
}

export interface PathwayStore {
  /** Adds a pathway with the referral that brings the person; whoever refers need not be able to read it back. */
  open(pathway: OwnPathway): Promise<void>;
  find(personId: PersonId): Promise<OwnPathway | null>;
  /** Locks a pathway that stands; null when there is none. */
  lockStanding(personId: PersonId): Promise<OwnPathway | null>;
  end(pathway: OwnPathway): Promise<void>;
  /** Adds the link unless the case has one; answers whether it did. */
  linkPolice(link: Omit<PoliceLink, 'numberCheckedBy'>): Promise<boolean>;
  findLink(caseId: CaseId): Promise<PoliceLink | null>;
  /** Notes who read the number again; false when somebody has, or it was the one who recorded it. */
  checkNumber(checked: {
    readonly caseId: CaseId;
    readonly by: UserId;
    readonly at: Instant;
  }): Promise<boolean>;
  isPolice(agencyId: AgencyId): Promise<boolean>;
}
