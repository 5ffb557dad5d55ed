import type {
  AgencyId,
  AttemptFact,
  AttemptId,
  CaseId,
  Channel,
  Confirmation,
  ExceptionSpan,
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
}

export interface AttemptStore {
  insert(record: AttemptRecord): Promise<void>;
  ofCase(caseId: CaseId): Promise<readonly AttemptRecord[]>;
  setConfirmation(change: { id: AttemptId; confirmation: Confirmation }): Promise<void>;
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
  ofCase(caseId: CaseId): Promise<readonly ExceptionRecord[]>;
}
