import type { CaseId, Deadline, DeadlineId, DeadlineInputs, Instant } from '#libs/domain';

/** How a firing was noticed: by a queued wake-up, by the sweep, or by an act on the case. */
export type Via = 'queue' | 'sweep' | 'act';

export interface DeadlineVersionRecord {
  readonly deadlineId: DeadlineId;
  readonly version: number;
  readonly dueAt: Instant;
  readonly inputs: DeadlineInputs;
  readonly reason: string;
}

export interface Breach {
  readonly deadlineId: DeadlineId;
  readonly caseId: CaseId;
  readonly dueAt: Instant;
  readonly via: Via;
}

/** A queued wake-up: stale unless deadline, revision and stage are still what they were. */
export interface WakeUp {
  readonly deadlineId: DeadlineId;
  readonly revision: number;
  readonly stage: string;
}

export interface DeadlineStore {
  lockOfCase(caseId: CaseId): Promise<readonly Deadline[]>;
  /**
   * Locks what is due by the database's clock. With wake-ups: those that still match. Without: the longest overdue
   * first, leaving rows that others hold, and those due since `graceMilliseconds` or less.
   */
  lockDue(which: {
    wakeUps: readonly WakeUp[] | null;
    limit: number;
    graceMilliseconds: number;
  }): Promise<readonly Deadline[]>;
  /** Saves locked deadlines in one statement. */
  save(deadlines: readonly Deadline[]): Promise<void>;
  appendVersions(versions: readonly DeadlineVersionRecord[]): Promise<void>;
  versionInForce(deadline: Pick<Deadline, 'id' | 'version'>): Promise<DeadlineVersionRecord>;
  /** Records breaches and answers which are new; one that is already there stays as it is (P3). */
  recordBreaches(breaches: readonly Breach[]): Promise<readonly DeadlineId[]>;
}
