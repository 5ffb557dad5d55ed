import type {
  AgeBand,
  AgencyId,
  CaseId,
  ContactState,
  Instant,
  MarkKind,
  MatchEvidence,
  MatchKey,
  MatchReason,
  MatchReviewId,
  MatchState,
  PersonId,
  PersonLinkId,
  PersonSearchId,
  ReferralId,
  ReportId,
  Source,
  UndoReason,
  UserId,
} from '#libs/domain';
import type { SealedRecord } from './safe-contact';

/** A key as it is stored: hashed with a secret and cut short, so that several people share each. */
export interface SearchMark {
  readonly kind: MarkKind;
  readonly mark: number;
}

export interface SearchMarks {
  /** The marks of these keys, each once. Fails when the key store is out of reach. */
  of(keys: readonly MatchKey[]): Promise<readonly SearchMark[]>;
}

/** A person whose marks agree, in codes and times, with what of theirs is compared once it is opened. */
export interface MatchCandidate {
  readonly personId: PersonId;
  readonly caseId: CaseId;
  readonly referralId: ReferralId;
  readonly reportId: ReportId;
  readonly reference: string;
  readonly handlingAgencyId: AgencyId;
  readonly ageBand: AgeBand;
  readonly district: string | null;
  readonly source: Source;
  readonly contactState: ContactState;
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
  readonly sealed: readonly SealedRecord[];
}

/** A possible match of the person of a case with somebody of another case. */
export interface MatchReviewRecord {
  readonly id: MatchReviewId;
  readonly handlingAgencyId: AgencyId;
  readonly caseId: CaseId;
  readonly referralId: ReferralId;
  readonly personId: PersonId;
  readonly otherCaseId: CaseId;
  readonly otherReferralId: ReferralId;
  readonly otherPersonId: PersonId;
  readonly score: number;
  readonly evidence: readonly MatchEvidence[];
  readonly policyVersion: number;
  readonly foundAt: Instant;
  readonly foundBy: 'matching' | 'search';
  readonly state: MatchState;
  readonly reason: MatchReason | UndoReason | null;
  readonly decidedBy: UserId | null;
  readonly decidedAt: Instant | null;
  /** The case that goes on when both tell of one report. */
  readonly keptCaseId: CaseId | null;
  readonly revision: number;
}

export interface PersonLink {
  readonly id: PersonLinkId;
  readonly reviewId: MatchReviewId;
  readonly handlingAgencyId: AgencyId;
  readonly personId: PersonId;
  readonly otherPersonId: PersonId;
  readonly linkedBy: UserId;
  readonly linkedAt: Instant;
}

export interface MatchStore {
  /** Adds marks of a person; those that are there already stay. */
  addMarks(added: {
    personId: PersonId;
    handlingAgencyId: AgencyId;
    marks: readonly SearchMark[];
  }): Promise<void>;
  dropMarks(dropped: { personId: PersonId; kinds: readonly MarkKind[] }): Promise<void>;
  /** The people with most in common, best first, whom the actor may see; not `except`. */
  candidates(asked: {
    marks: readonly SearchMark[];
    except: PersonId | null;
    limit: number;
  }): Promise<readonly MatchCandidate[]>;
  /** The same of one case; null when there is none that the actor may see. */
  candidateOf(which: { caseId: CaseId } | { referralId: ReferralId }): Promise<MatchCandidate | null>;
  /** Referrals that wait to be matched, oldest first. */
  tasks(limit: number): Promise<readonly ReferralId[]>;
  /** Locks one of them; false when it is done, or another worker is at it. */
  lockTask(referralId: ReferralId): Promise<boolean>;
  endTask(referralId: ReferralId): Promise<void>;
  /** Adds a review unless this pair of people has one; answers whether it was added. */
  insert(review: MatchReviewRecord): Promise<boolean>;
  /** Locks a review until the transaction ends; null when there is none that the actor may see. */
  lock(id: MatchReviewId): Promise<MatchReviewRecord | null>;
  find(id: MatchReviewId): Promise<MatchReviewRecord | null>;
  findPair(one: PersonId, other: PersonId): Promise<MatchReviewRecord | null>;
  /** Saves the decision of a locked review and moves its revision on. */
  save(review: MatchReviewRecord): Promise<MatchReviewRecord>;
  link(link: PersonLink): Promise<void>;
  /** Ends the link that a review made, if it stands. */
  unlink(ended: { reviewId: MatchReviewId; by: UserId; at: Instant }): Promise<void>;
}

/** A search before a referral: by its searcher alone, for half an hour. */
export interface PersonSearch {
  readonly id: PersonSearchId;
  readonly searchedBy: UserId;
  readonly agencyId: AgencyId;
  /** The door whose referral waits for it. */
  readonly door: string | null;
  readonly begunAt: Instant;
  readonly expiresAt: Instant;
  readonly answer: 'new' | 'same-person' | null;
  readonly chosenCaseId: CaseId | null;
}

export interface PersonSearchStore {
  insert(search: PersonSearch, sealed: Buffer): Promise<void>;
  /** The actor's own search, with what was typed while it lasts; null when it is somebody else's or not there. */
  find(id: PersonSearchId): Promise<{ readonly search: PersonSearch; readonly sealed: Buffer | null } | null>;
  answer(answered: Pick<PersonSearch, 'id' | 'answer' | 'chosenCaseId'>): Promise<void>;
  /** Removes what was typed in searches that have ended, and those that ended a day ago. */
  forget(at: Instant): Promise<void>;
}
