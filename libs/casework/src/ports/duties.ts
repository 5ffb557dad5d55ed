import type {
  CaseId,
  CodeEvent,
  CodeVersion,
  Duty,
  DutyCase,
  DutyId,
  DutyStep,
  EnhancedCategory,
  Instant,
  MilestoneId,
  PersonId,
  Precision,
  AgencyId,
  TrackId,
  UserId,
} from '#libs/domain';
import type { TimersDue } from './wake-ups';

/** Something of a case that the Code may answer, as it was told. Entries are only added. */
export interface CodeEntry {
  readonly entryId: string;
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly handlingAgencyId: AgencyId;
  readonly trackId: TrackId | null;
  readonly milestoneId: MilestoneId | null;
  readonly event: CodeEvent;
  readonly happenedAt: Instant;
  /** How exactly that is known; null where no milestone told it. */
  readonly precision: Precision | null;
  readonly supersedes: MilestoneId | null;
  readonly withdrawn: boolean;
  /** When the referral came in that told it; what that delivers is delivered. */
  readonly referredAt: Instant | null;
  /** Null where the system itself knew it. */
  readonly recordedBy: UserId | null;
  readonly answered: boolean;
}

export interface EnhancedGrant {
  readonly category: EnhancedCategory;
  /** Null: from the beginning. */
  readonly grantedAt: Instant | null;
}

export interface EnhancedGrantOf extends EnhancedGrant {
  readonly caseId: CaseId;
}

export interface DutyStore {
  newId(): DutyId;
  /** Every version there is, drafts too. */
  versions(): Promise<readonly CodeVersion[]>;
  /** Tells what a milestone means that the actor has entered, or taken back, in this transaction; false when there is none. */
  tellOfMilestone(told: {
    readonly milestoneId: MilestoneId;
    readonly event: CodeEvent;
    readonly supersedes: MilestoneId | null;
    readonly withdrawn: boolean;
  }): Promise<boolean>;
  addEntry(entry: Omit<CodeEntry, 'answered'> & { readonly recordedBy: UserId }): Promise<void>;
  /** Whoever plans the duties of a case waits for whoever does so already. */
  lockCases(caseIds: readonly CaseId[]): Promise<void>;
  /** Cases that the actor sees, as duties name them. */
  casesOf(caseIds: readonly CaseId[]): Promise<readonly DutyCase[]>;
  /** In the order in which they were told. */
  entriesOf(caseIds: readonly CaseId[]): Promise<readonly CodeEntry[]>;
  markAnswered(entryIds: readonly string[]): Promise<void>;
  /** For the worker: cases with something told that nobody has answered, the first told first. */
  casesToAnswer(limit: number): Promise<readonly CaseId[]>;
  ofCases(caseIds: readonly CaseId[]): Promise<readonly Duty[]>;
  find(id: DutyId): Promise<Duty | null>;
  lock(id: DutyId): Promise<Duty | null>;
  enhancedOf(caseIds: readonly CaseId[]): Promise<readonly EnhancedGrantOf[]>;
  /** False when the case has this category already. */
  grantEnhanced(grant: {
    readonly caseId: CaseId;
    readonly personId: PersonId;
    readonly handlingAgencyId: AgencyId;
    readonly category: EnhancedCategory;
    readonly at: Instant;
    readonly by: UserId;
  }): Promise<boolean>;
  /** Saves duties and appends what the ledger must say; a new one is inserted. */
  save(steps: readonly DutyStep[]): Promise<void>;
  /** For the worker: locks the duties whose timer has come by the database's clock; what others hold is skipped. */
  lockDue(which: TimersDue): Promise<readonly Duty[]>;
}
