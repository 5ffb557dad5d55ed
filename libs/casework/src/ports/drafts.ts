import type { AgencyId, DraftId, Instant, ReferralId, TeamId, UserId } from '#libs/domain';

/** A referral that is not sent yet: times and an owner; what was typed is sealed (DESIGN §2). */
export interface DraftRecord {
  readonly id: DraftId;
  readonly authorId: UserId;
  readonly agencyId: AgencyId;
  readonly teamId: TeamId | null;
  readonly state: 'open' | 'sent' | 'discarded' | 'expired';
  /** The referral it became. */
  readonly referralId: ReferralId | null;
  readonly startedAt: Instant;
  readonly changedAt: Instant;
  readonly expiresAt: Instant;
  readonly revision: number;
}

export interface DraftStore {
  insert(draft: DraftRecord): Promise<void>;
  /** Locks the draft until the transaction ends; null when there is none that the actor may see. */
  lock(id: DraftId): Promise<DraftRecord | null>;
  find(id: DraftId): Promise<DraftRecord | null>;
  sealedOf(id: DraftId): Promise<Buffer | null>;
  /** Saves a locked draft with what was typed. */
  save(draft: DraftRecord, sealed: Buffer): Promise<void>;
  /** Ends a locked draft: what was typed is gone with the transaction, the row stays until its data key is gone. */
  end(draft: DraftRecord): Promise<void>;
  /** Remembers the crime number of a referral for its own team, as a keyed hash. */
  markCrime(mark: { teamId: TeamId; mark: Buffer; referralId: ReferralId }): Promise<void>;
  /** Locks open drafts whose time has come; another worker skips them. */
  lockExpired(limit: number): Promise<readonly DraftRecord[]>;
  /** Ended drafts whose data key may still exist. */
  withKeys(limit: number): Promise<readonly DraftId[]>;
  keyDestroyed(ids: readonly DraftId[]): Promise<void>;
  /** Removes what is left of ended drafts once nobody can come back to them. */
  forget(): Promise<void>;
}
