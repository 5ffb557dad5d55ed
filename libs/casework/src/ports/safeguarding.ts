import type {
  AgeBand,
  AgencyId,
  CaseId,
  Instant,
  PersonId,
  SafeguardingBody,
  SafeguardingTask,
  SafeguardingTaskId,
  UserId,
  WhenBand,
} from '#libs/domain';
import type { SealedRecord } from './safe-contact';

/** That a body was told, and when: the record a duty to report asks for. Words and names are sealed under its id. */
export interface SafeguardingReport {
  readonly id: string;
  readonly taskId: SafeguardingTaskId;
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly handlingAgencyId: AgencyId;
  readonly body: SafeguardingBody;
  readonly toldAt: Instant;
  readonly recordedBy: UserId;
  readonly recordedAt: Instant;
}

export interface SafeguardingStore {
  /** Adds a task with a referral, for somebody who may not read it back. A new case has none yet. */
  openAtIntake(task: SafeguardingTask): Promise<void>;
  /** Adds a task unless the case has a live one of its kind; answers whether it did. */
  open(task: SafeguardingTask): Promise<boolean>;
  /** Whether the case has ever had a task of this kind, live or settled. */
  everOpened(caseId: CaseId, kind: SafeguardingTask['kind']): Promise<boolean>;
  find(id: SafeguardingTaskId): Promise<SafeguardingTask | null>;
  /** Locks a task; null when there is none that the actor may see. */
  lock(id: SafeguardingTaskId): Promise<SafeguardingTask | null>;
  save(task: SafeguardingTask): Promise<void>;
  addReport(report: SafeguardingReport): Promise<void>;
  reportsOf(id: SafeguardingTaskId): Promise<readonly SafeguardingReport[]>;
  /** The bodies that were told about this person, by whichever task. */
  toldAbout(personId: PersonId): Promise<readonly SafeguardingBody[]>;
  /** The identity and the notes of a task, as far as the actor may read them. */
  sealedOf(personId: PersonId, recordIds: readonly string[]): Promise<readonly SealedRecord[]>;
  addSealed(added: { personId: PersonId; record: SealedRecord; at: Instant }): Promise<void>;
  /** Tasks with something to note by the database's clock, the earliest first. */
  due(limit: number): Promise<readonly SafeguardingTaskId[]>;
  /** Locks one of them; null when nothing is left to note, or another worker is at it. */
  lockDue(id: SafeguardingTaskId): Promise<SafeguardingTask | null>;
  /** Saves what a timer noted, and tells the safeguarding lead and the duty leads. */
  saveFired(task: SafeguardingTask, at: Instant): Promise<void>;
}

/** A child whose age has not been looked at on this day. */
export interface ChildToLookAt {
  readonly personId: PersonId;
  readonly bandNow: AgeBand;
  readonly bandAtReport: AgeBand;
  readonly saidAt: Instant;
  /** Nobody has looked at this age since it was said or put right. */
  readonly newlyKnown: boolean;
  readonly when: WhenBand;
  readonly identity: Buffer | null;
  /** Their open cases. */
  readonly cases: readonly {
    readonly id: CaseId;
    readonly reference: string;
    readonly handlingAgencyId: AgencyId;
  }[];
}

export interface AgeStore {
  /** Locks children with an open case that nobody has looked at on this day, leaving rows that others hold. */
  lockUnlooked(day: string, limit: number): Promise<readonly ChildToLookAt[]>;
  saveLooked(
    looked: readonly { readonly personId: PersonId; readonly band: AgeBand }[],
    day: string,
  ): Promise<void>;
  isSarc(agencyId: AgencyId): Promise<boolean>;
}
