import type {
  AgencyId,
  CaseId,
  ContactState,
  Instant,
  PersonId,
  ReferralId,
  TeamId,
  UserId,
} from '#libs/domain';

/** One episode of support. Live cases always have an owner and a next-due instant (P1). */
export interface CaseRecord {
  readonly id: CaseId;
  readonly referralId: ReferralId;
  readonly personId: PersonId;
  readonly reference: string;
  readonly contactState: ContactState;
  readonly handlingAgencyId: AgencyId;
  readonly ownerTeamId: TeamId;
  readonly ownerUserId: UserId | null;
  readonly danger: boolean;
  /** Place on the board: the last safe instant not after the earliest unmet limb; null once nothing is unmet. */
  readonly actByAt: Instant | null;
  readonly actBySafe: boolean;
  readonly nextDueAt: Instant | null;
  readonly attempts: number;
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
  readonly revision: number;
}

export interface CaseStore {
  /** Locks the case until the transaction ends; null when there is none that the actor may see. */
  lock(id: CaseId): Promise<CaseRecord | null>;
  find(id: CaseId): Promise<CaseRecord | null>;
  /** Locks every open case of an owner, in the order of their ids. */
  lockOwnedBy(userId: UserId): Promise<readonly CaseRecord[]>;
  /** For the worker: open cases with an owner, an offer, a claim, an alert or a page in hands that a wall keeps off. */
  inWalledHands(limit: number): Promise<readonly CaseId[]>;
  findMany(ids: readonly CaseId[]): Promise<readonly CaseRecord[]>;
  /** Saves a locked case and moves its revision on. */
  save(record: CaseRecord): Promise<CaseRecord>;
}
