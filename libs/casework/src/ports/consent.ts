import type {
  AgeBand,
  AgencyId,
  CaseId,
  ConsentEntry,
  ConsentOverride,
  ConsentRecord,
  DataClass,
  Instant,
  OverrideId,
  PersonId,
  ReferralId,
  Share,
  ShareId,
  TeamId,
} from '#libs/domain';
import type { SealedRecord } from './safe-contact';

export interface ConsentStore {
  /** Every answer about this person; agreeing at referral counts as one, from when it was said. */
  ledgerOf(personId: PersonId): Promise<readonly ConsentEntry[]>;
  append(records: readonly (ConsentRecord & { readonly handlingAgencyId: AgencyId })[]): Promise<void>;
  ageBandOf(personId: PersonId): Promise<AgeBand>;
  /** Sent by the police before anybody asked the person: name and number stay shut until they agree. */
  identityWithheld(personId: PersonId): Promise<boolean>;
}

export interface OverrideStore {
  insert(override: ConsentOverride): Promise<void>;
  ofPerson(personId: PersonId): Promise<readonly ConsentOverride[]>;
  find(id: OverrideId): Promise<ConsentOverride | null>;
  /** Locks one; null when there is none that the actor may see. */
  lock(id: OverrideId): Promise<ConsentOverride | null>;
  /** Those whose limit has passed by the database's clock, the earliest first. */
  reached(limit: number): Promise<readonly OverrideId[]>;
  /** Locks one of them; null when it has ended, or another looks after it. */
  lockReached(id: OverrideId): Promise<ConsentOverride | null>;
  /** Saves a locked override and moves its revision on. */
  save(override: ConsentOverride): Promise<void>;
}

export interface ShareNotice {
  readonly kind: 'opened' | 'narrowed' | 'recalled';
  readonly share: Share;
}

/** Where at most one share is live at a time. */
export type SharePlace = Pick<Share, 'caseId' | 'agencyId' | 'purpose'>;

/** A case of another agency as whoever works on it at a service knows it. */
export interface CaseWorkedOn {
  readonly id: CaseId;
  readonly personId: PersonId;
  readonly handlingAgencyId: AgencyId;
  readonly referralId: ReferralId;
  readonly reference: string;
  readonly ownerTeamId: TeamId;
  readonly classes: readonly DataClass[];
}

export interface ShareStore {
  /** Adds a proposal unless the same agency has a live share of this case for this purpose; answers whether it did. */
  propose(share: Share): Promise<boolean>;
  find(id: ShareId): Promise<Share | null>;
  lock(id: ShareId): Promise<Share | null>;
  /**
   * Locks the live one of this case with this agency for this purpose; null when there is none, or when it is not for
   * the actor to change: a service changes nothing that the desk has opened by hand.
   */
  lockLiveFor(place: SharePlace): Promise<Share | null>;
  /** Locks the open one that an accepted request opened. */
  lockOpenedByRequest(place: SharePlace): Promise<Share | null>;
  /** Locks what is proposed or open of this person, in the order of the ids. */
  lockLiveOf(personId: PersonId): Promise<readonly Share[]>;
  /** Open shares that show a class for which consent has run out, by the database's clock. */
  expired(limit: number): Promise<readonly ShareId[]>;
  save(share: Share): Promise<void>;
  /** Notes that somebody of the receiving agency has read what its inbox says. */
  markSeen(noticeId: string, at: Instant): Promise<boolean>;
  /** Puts a line into the receiving agency's inbox: a reference and what became of the share. */
  notify(notice: ShareNotice & { readonly at: Instant }): Promise<void>;
  /** The sealed records of this person that the actor may read: for a provider's worker, what is shared. */
  sealedFor(personId: PersonId): Promise<readonly SealedRecord[]>;
  /**
   * For somebody at a service: a case that they work on by what is shared with it, and the classes that are shared on a
   * ground that stands. Null for every other case and for everybody else.
   */
  workedOn(caseId: CaseId): Promise<CaseWorkedOn | null>;
  /** Whether this agency may be shared with at all. */
  isProvider(agencyId: AgencyId): Promise<boolean>;
}
