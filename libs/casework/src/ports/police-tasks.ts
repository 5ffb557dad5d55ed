import type { CaseId, PoliceTask, PoliceTaskId } from '#libs/domain';

export interface PoliceTaskStore {
  /** Adds a task unless the case has an open one of its kind; answers whether it did. */
  open(task: PoliceTask): Promise<boolean>;
  find(id: PoliceTaskId): Promise<PoliceTask | null>;
  /** Locks a task; null when there is none that the actor may see. */
  lock(id: PoliceTaskId): Promise<PoliceTask | null>;
  /**
   * For the rest of this transaction, lets the officer's rights reach the one case that an open task of their own team
   * is about, so that the answer can be entered there. Nothing of it leaves the use case (P7).
   */
  reachCaseOf(id: PoliceTaskId): Promise<void>;
  lockOpenOf(caseId: CaseId): Promise<readonly PoliceTask[]>;
  /** What was taken back because the case closed, the latest of each kind. */
  takenBackByClosing(caseId: CaseId): Promise<readonly PoliceTask[]>;
  /** Open tasks with something to note by the database's clock, the earliest first. */
  due(limit: number): Promise<readonly PoliceTaskId[]>;
  /** Locks one of them; null when nothing is left to note, or another worker is at it. */
  lockDue(id: PoliceTaskId): Promise<PoliceTask | null>;
  save(tasks: readonly PoliceTask[]): Promise<void>;
}
