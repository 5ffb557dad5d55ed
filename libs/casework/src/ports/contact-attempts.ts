import type {
  AgencyId,
  AttemptFact,
  AttemptId,
  CaseId,
  Channel,
  Confirmation,
  ExceptionSpan,
  IdentityProof,
  Instant,
  Outcome,
  RouteId,
  UserId,
} from '#libs/domain';

export interface AttemptRecord extends AttemptFact {
  readonly caseId: CaseId;
  readonly handlingAgencyId: AgencyId;
  readonly routeId: RouteId | null;
  readonly channel: Channel;
  readonly outcome: Outcome;
  readonly recordedBy: UserId;
  readonly flag: string | null;
  readonly identityBy: IdentityProof | 'before-the-rule' | null;
  readonly identityAt: Instant | null;
}

export interface AttemptStore {
  insert(record: AttemptRecord): Promise<void>;
  ofCase(caseId: CaseId): Promise<readonly AttemptRecord[]>;
  setConfirmation(change: { id: AttemptId; confirmation: Confirmation }): Promise<void>;
  /** The person was known after all, or was not: the rung follows. */
  setIdentity(
    change: Pick<AttemptRecord, 'id' | 'rung' | 'identityBy' | 'identityAt' | 'confirmation'>,
  ): Promise<void>;
}

export const EXCEPTION_REASONS = [
  'asked-to-wait',
  'no-safe-route',
  'wrong-details-with-police',
  'no-interpreter',
] as const;
export type ExceptionReason = (typeof EXCEPTION_REASONS)[number];

export interface ExceptionRecord extends ExceptionSpan {
  readonly id: string;
  readonly caseId: CaseId;
  readonly handlingAgencyId: AgencyId;
  readonly reason: ExceptionReason;
  readonly recordedBy: UserId;
  readonly recordedAt: Instant;
}

export interface ExceptionStore {
  insert(record: ExceptionRecord): Promise<void>;
  /** Those that count: what waits for a second person, or was not confirmed, does not. */
  ofCase(caseId: CaseId): Promise<readonly ExceptionRecord[]>;
}
