import type {
  AgencyId,
  CaseCodes,
  CaseId,
  Instant,
  OverrideReason,
  PastRecord,
  PersonId,
  ReferralId,
  Role,
  RoutingDecision,
  RoutingDecisionId,
  RoutingDraftId,
  RoutingOverrideId,
  RoutingTable,
  ServiceId,
  StoredFacts,
  SupportKind,
  UserId,
} from '#libs/domain';
import type { SealedRecord } from './safe-contact';

export interface RoutingTableVersion {
  readonly table: RoutingTable;
  readonly effectiveFrom: Instant;
}

/** The answer that a case was given. Appended and never changed. */
export interface RoutingDecisionRecord {
  readonly id: RoutingDecisionId;
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly handlingAgencyId: AgencyId;
  readonly wanted: readonly SupportKind[];
  readonly facts: StoredFacts;
  /** Read by anybody but a lead it is `veiled`: the store answers with what the actor may read. */
  readonly answer: RoutingDecision;
  readonly tableVersion: number;
  readonly decidedBy: UserId;
  readonly decidedAt: Instant;
}

/** That somebody chose another service than the answer put first. Words are sealed under its id. */
export interface RoutingOverrideRecord {
  readonly id: RoutingOverrideId;
  readonly decisionId: RoutingDecisionId;
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly handlingAgencyId: AgencyId;
  readonly kind: SupportKind;
  readonly serviceId: ServiceId;
  readonly reason: OverrideReason;
  readonly chosenBy: UserId;
  /** A lead's choice covers what only a lead may choose, whoever asks the service then. */
  readonly chosenAs: Role;
  readonly chosenAt: Instant;
}

/** A table that an administrator works on. Nobody else sees it. */
export interface RoutingDraftRecord {
  readonly id: RoutingDraftId;
  readonly ownerUserId: UserId;
  readonly basedOnVersion: number;
  readonly table: RoutingTable;
  readonly begunAt: Instant;
  readonly changedAt: Instant;
  readonly revision: number;
}

/** How many a service supports and how many wait for it, by every case there is. */
export interface ServiceCount {
  readonly serviceId: ServiceId;
  readonly supported: number;
  readonly waiting: number;
}

export interface RoutingStore {
  /** The version in force at an instant. */
  tableInForce(at: Instant): Promise<RoutingTable>;
  /** The newest, in force or not. */
  newestTable(): Promise<RoutingTableVersion>;
  appendTable(version: RoutingTableVersion): Promise<void>;
  /** What a case knows of itself, with the ages as they stand now. */
  codesOf(of: { readonly referralId: ReferralId; readonly personId: PersonId }): Promise<CaseCodes>;
  /** Agencies that a wall or a conflict shuts to this person: for the decision alone, never for a page or a record. */
  barredAgencies(personId: PersonId): Promise<readonly AgencyId[]>;
  counts(): Promise<readonly ServiceCount[]>;
  insertDecision(record: RoutingDecisionRecord): Promise<void>;
  /** Whether an answer was given about this case, and not about another. */
  isOfCase(of: { readonly caseId: CaseId; readonly decisionId: string }): Promise<boolean>;
  latestOf(caseId: CaseId): Promise<RoutingDecisionRecord | null>;
  /** False when the same service was chosen against this answer already. */
  insertOverride(record: RoutingOverrideRecord): Promise<boolean>;
  overridesOf(caseId: CaseId): Promise<readonly RoutingOverrideRecord[]>;
  addSealed(added: {
    readonly personId: PersonId;
    readonly record: SealedRecord;
    readonly at: Instant;
  }): Promise<void>;
  /** The sealed notes of these choices, as far as the actor may read them. */
  sealedNotes(ids: readonly RoutingOverrideId[]): Promise<readonly SealedRecord[]>;

  /** Whom a table is tried on, as far as the actor may see: facts for the service itself, references for a manager. */
  pastRoutes(span: { readonly from: Instant; readonly to: Instant }): Promise<readonly PastRecord[]>;
  draftsOf(owner: UserId): Promise<readonly RoutingDraftRecord[]>;
  insertDraft(draft: RoutingDraftRecord): Promise<void>;
  /** Locks one of the actor's own drafts; null when there is none. */
  lockDraft(id: RoutingDraftId): Promise<RoutingDraftRecord | null>;
  saveDraft(draft: RoutingDraftRecord): Promise<void>;
  removeDraft(id: RoutingDraftId): Promise<void>;
}
