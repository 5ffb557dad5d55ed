import type { AgencyId, AttemptId, Brand, CaseId, Instant, UserId } from '#libs/domain';

export type CheckId = Brand<string, 'CheckId'>;

/** Something a second person must look at before it may count (P4). */
export interface CheckRecord {
  readonly id: CheckId;
  readonly kind: 'late-entry' | 'corrected-start' | 'back-dated-exception' | 'exhausted';
  readonly caseId: CaseId;
  readonly handlingAgencyId: AgencyId;
  readonly reference: string;
  readonly attemptId: AttemptId | null;
  readonly correctedStartAt: Instant | null;
  readonly exceptionId: string | null;
  readonly reason: string;
  readonly askedBy: UserId;
  readonly askedAt: Instant;
  readonly state: 'waiting' | 'confirmed' | 'declined';
  readonly decidedBy: UserId | null;
  readonly decidedAt: Instant | null;
  readonly revision: number;
}

export interface CheckStore {
  insert(record: CheckRecord): Promise<void>;
  lock(id: CheckId): Promise<CheckRecord | null>;
  save(record: CheckRecord): Promise<void>;
}
