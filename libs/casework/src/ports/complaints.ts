import type { Complaint, ComplaintId, UserId } from '#libs/domain';

export interface ComplaintStore {
  insert(complaint: Complaint): Promise<void>;
  /** Null when there is none that the actor may see: whoever it is about never may. */
  find(id: ComplaintId): Promise<Complaint | null>;
  lock(id: ComplaintId): Promise<Complaint | null>;
  save(complaint: Complaint): Promise<void>;
  /** Whether this person works at the actor's desk, in whatever role. */
  worksHere(userId: UserId): Promise<boolean>;
}
