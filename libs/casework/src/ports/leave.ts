import type { Leave, LeaveId, LeaveSpan, UserId } from '#libs/domain';

export interface LeaveStore {
  find(id: LeaveId): Promise<Leave | null>;
  /** Locks one; null when there is none that the actor may see. */
  lock(id: LeaveId): Promise<Leave | null>;
  /**
   * Holds these leaves as they are until the transaction ends, each against `lock` alone. Before any case is locked, or
   * two people wait for one another.
   */
  hold(ids: readonly LeaveId[]): Promise<readonly Leave[]>;
  /** Leave of one person that has neither ended nor been cancelled, the earliest first. */
  liveOf(userId: UserId): Promise<readonly Leave[]>;
  insert(leave: Leave): Promise<void>;
  /** Saves a locked leave and moves its revision on. */
  save(leave: Leave): Promise<Leave>;
  /** Whether somebody is away for any part of this span. */
  isAwayDuring(userId: UserId, span: LeaveSpan): Promise<boolean>;
  /** For the worker: leave that has begun or ended by the service's clock and was not noted, the earliest first. */
  due(limit: number): Promise<readonly LeaveId[]>;
  /** How many open cases the person owns. */
  openCasesOf(userId: UserId): Promise<number>;
}
