import type {
  CalendarVersion,
  CaseId,
  ChangeKindCode,
  ChangeProposal,
  DeadlinePolicy,
  Instant,
  OpeningHours,
  ProposalId,
} from '#libs/domain';

/** A proposal with what it would put in force; the kind says how to read the body. */
export interface ProposalRecord extends ChangeProposal {
  readonly body: object;
}

/** An approved calendar change whose deadlines are being moved, and how far that has come. */
export interface HolidayAct {
  readonly id: ProposalId;
  readonly calendarId: string;
  readonly version: number;
  readonly dates: readonly string[];
  readonly movedThrough: CaseId | null;
  readonly deadlinesMoved: number;
}

export interface ChangeProposalStore {
  insert(record: ProposalRecord): Promise<void>;
  lock(id: ProposalId): Promise<ProposalRecord | null>;
  /** Saves what was decided about a locked proposal and moves its revision on. */
  saveDecision(record: ProposalRecord): Promise<void>;
  /** Whether a change of this already waits; nobody else can propose or approve one until the transaction ends. */
  lockSubject(subject: { kind: ChangeKindCode; subject: string }): Promise<{ readonly waiting: boolean }>;
  /** The oldest calendar change in effect whose deadlines are not all looked at, unless another worker has it. */
  lockHolidayAct(inEffectAt: Instant): Promise<HolidayAct | null>;
  /** Cases with a running deadline, in the order of their ids. */
  casesWithRunningClocks(page: { after: CaseId | null; limit: number }): Promise<readonly CaseId[]>;
  saveProgress(act: HolidayAct & { readonly doneAt: Instant | null }): Promise<void>;
}

/** How often and over how long a person is tried before somebody must decide; `version` is the row's. */
export interface AttemptPolicyVersion {
  readonly version: number;
  readonly body: object;
  readonly effectiveFrom: Instant;
}

export interface PolicyVersionRecord {
  readonly policy: DeadlinePolicy;
  readonly effectiveFrom: Instant;
}

/**
 * The newest versions as the database has them at this moment, whether or not they are in force yet, and the way to
 * append the next. What rules use while they work comes from `PolicyStore`.
 */
export interface RuleVersionStore {
  newestPolicy(id: string): Promise<PolicyVersionRecord | null>;
  newestPolicies(): Promise<readonly PolicyVersionRecord[]>;
  newestCalendar(id: string): Promise<(CalendarVersion & { readonly effectiveFrom: Instant }) | null>;
  newestAttemptPolicy(): Promise<AttemptPolicyVersion | null>;
  appendPolicy(record: PolicyVersionRecord): Promise<void>;
  appendCalendar(record: {
    readonly id: string;
    readonly version: number;
    readonly hours: OpeningHours;
    readonly effectiveFrom: Instant;
  }): Promise<void>;
  appendAttemptPolicy(record: AttemptPolicyVersion): Promise<void>;
}
