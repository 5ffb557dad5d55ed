import type { CaseId, Handover, HandoverId, UserId } from '#libs/domain';

export interface HandoverStore {
  insert(handover: Handover): Promise<void>;
  find(id: HandoverId): Promise<Handover | null>;
  /** Locks the open offer of a case; null when there is none. The case is locked first. */
  lockOpenOf(caseId: CaseId): Promise<Handover | null>;
  /** Locks the open offers to this person, and of cases that were theirs. */
  lockOpenWith(userId: UserId): Promise<readonly Handover[]>;
  save(handover: Handover): Promise<void>;
  /** Whether cases of the acting person's desk may be given to this colleague: active, and somebody who calls. */
  mayReceive(userId: UserId): Promise<boolean>;
}
