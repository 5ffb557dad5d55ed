import type {
  AgencyId,
  CaseId,
  Instant,
  PageLevel,
  PageReason,
  PageState,
  PagingPolicy,
  ReferralId,
  TeamId,
  UrgentPageId,
  UserId,
} from '#libs/domain';

export interface UrgentPageRecord {
  readonly id: UrgentPageId;
  readonly referralId: ReferralId;
  readonly caseId: CaseId;
  /** What it was raised about: the referral, whose referrer reads of it; or a risk seen later, of which they never do. */
  readonly about: 'referral' | 'need';
  /** The risk; null for a page of a referral. */
  readonly aboutId: string | null;
  readonly handlingAgencyId: AgencyId;
  readonly teamId: TeamId;
  readonly reference: string;
  readonly reasons: readonly PageReason[];
  readonly raisedAt: Instant;
  /** Who was on call at that moment; null when nobody was. */
  readonly pagedUserId: UserId | null;
  readonly policyVersion: number;
  readonly state: PageState;
  readonly nextStepAt: Instant | null;
  readonly acknowledgedBy: UserId | null;
  readonly acknowledgedAt: Instant | null;
  readonly revision: number;
}

/** An open page whose next step is due, with what decides whether anybody still needs to be told. */
export interface PageDue extends UrgentPageRecord {
  readonly policy: PagingPolicy;
  readonly stepsTaken: number;
  /** The person was reached, or the case is closed: nobody needs paging any more. */
  readonly over: boolean;
}

export interface PageStepTaken {
  readonly id: UrgentPageId;
  readonly step: number;
  readonly level: PageLevel;
  readonly nextStepAt: Instant;
  readonly recipients: readonly UserId[];
}

/** A version of the ladder as it stands in the database. */
export interface PagingPolicyVersion {
  readonly version: number;
  readonly body: object;
  readonly effectiveFrom: Instant;
}

export interface UrgentPageStore {
  policyAt(at: Instant): Promise<PagingPolicy>;
  /** The newest version, in force or not. */
  newestPolicy(): Promise<PagingPolicyVersion | null>;
  appendPolicy(version: PagingPolicyVersion): Promise<void>;
  insert(page: UrgentPageRecord): Promise<void>;
  find(id: UrgentPageId): Promise<UrgentPageRecord | null>;
  lock(id: UrgentPageId): Promise<UrgentPageRecord | null>;
  ofReferral(id: ReferralId): Promise<UrgentPageRecord | null>;
  acknowledge(change: { id: UrgentPageId; by: UserId; at: Instant }): Promise<void>;
  riskAcknowledged(id: UrgentPageId): Promise<boolean>;
  acknowledgeRisk(change: { page: UrgentPageRecord; by: UserId; at: Instant }): Promise<void>;
  /** For the worker: pages whose next step is due by the service's clock, the earliest first. */
  due(limit: number): Promise<readonly UrgentPageId[]>;
  /** Locks one of them; null when nothing is due any more, or another worker is at it. */
  lockDue(id: UrgentPageId): Promise<PageDue | null>;
  settle(id: UrgentPageId): Promise<void>;
  /** Settles the open page about a risk that does not stand any more. */
  settleAbout(aboutId: string): Promise<void>;
  /** Takes the next step of the open pages of a case at once when only people behind a wall were told of them. */
  stepNow(caseId: CaseId): Promise<void>;
  /**
   * Active staff of an agency whom a level reaches and no wall keeps from the case; a level with nobody left reaches
   * the next one.
   */
  recipientsOf(options: {
    caseId: CaseId;
    agencyId: AgencyId;
    level: PageLevel;
    onCallUserId: UserId | null;
  }): Promise<readonly UserId[]>;
  takeStep(taken: PageStepTaken): Promise<void>;
}
