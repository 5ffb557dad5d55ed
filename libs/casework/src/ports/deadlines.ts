import type { CaseId, Deadline, DeadlineId, DeadlineInputs, Instant } from '#libs/domain';
import type { TimersDue } from './wake-ups';

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

export interface DeadlineStore {
  lockOfCase(caseId: CaseId): Promise<readonly Deadline[]>;
  /** Locks what is due by the database's clock. */
  lockDue(which: TimersDue): Promise<readonly Deadline[]>;
  /** Saves locked deadlines in one statement. */
  save(deadlines: readonly Deadline[]): Promise<void>;
  appendVersions(versions: readonly DeadlineVersionRecord[]): Promise<void>;
  versionInForce(deadline: Pick<Deadline, 'id' | 'version'>): Promise<DeadlineVersionRecord>;
  /** Records breaches and answers which are new; one that is already there stays as it is (P3). */
  recordBreaches(breaches: readonly Breach[]): Promise<readonly DeadlineId[]>;
}
