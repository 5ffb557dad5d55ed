import type { CaseId, Handover, HandoverId, LeaveId, LeaveSpan, UserId } from '#libs/domain';

export interface HandoverStore {
  insert(handover: Handover): Promise<void>;
  find(id: HandoverId): Promise<Handover | null>;
  /** Locks the open offer of a case; null when there is none. The case is locked first. */
  lockOpenOf(caseId: CaseId): Promise<Handover | null>;
  /** Locks the open offers to this person, and of cases that were theirs. */
  lockOpenWith(userId: UserId): Promise<readonly Handover[]>;
  save(handover: Handover): Promise<void>;
  /** Cover for a leave that nobody has answered, by case. */
  openFor(leaveId: LeaveId): Promise<readonly Handover[]>;
  /** Whether somebody holds a case only as cover: the last handover of it that was accepted made them. */
  heldAsCover(caseId: CaseId, userId: UserId): Promise<boolean>;
  /** Cover for a leave that colleagues accepted, by case. */
  acceptedFor(leaveId: LeaveId): Promise<readonly Handover[]>;
  /**
   * Whether cases of the acting person's desk may be given to this colleague: active, somebody who calls, and not away
   * at any time of the span; now, when none is named.
   */
  mayReceive(userId: UserId, during?: LeaveSpan): Promise<boolean>;
}
