import type {
  AgencyId,
  AttemptId,
  CallBackEnd,
  CallBackFlag,
  CaseId,
  ElementAnswers,
  IdentityAnswer,
  Instant,
  UserId,
} from '#libs/domain';

/** What was noted after a conversation: how the person was known, and what of the promise they were given. */
export interface FollowUpRecord {
  readonly attemptId: AttemptId;
  readonly caseId: CaseId;
  readonly handlingAgencyId: AgencyId;
  readonly identity: IdentityAnswer;
  readonly elements: ElementAnswers | null;
  readonly recordedBy: UserId;
  readonly recordedAt: Instant;
}

export interface FollowUpStore {
  insert(record: FollowUpRecord): Promise<void>;
  of(attemptId: AttemptId): Promise<FollowUpRecord | null>;
}

/** A call that a person asked for at a time. */
export interface CallBackRecord {
  readonly id: string;
  readonly caseId: CaseId;
  readonly handlingAgencyId: AgencyId;
  readonly attemptId: AttemptId | null;
  readonly at: Instant;
  readonly madeBy: UserId;
  readonly madeAt: Instant;
  readonly flags: readonly CallBackFlag[];
}

export interface CallBackStore {
  insert(record: CallBackRecord): Promise<void>;
  /** The one that is still to be kept, if any. */
  openOf(caseId: CaseId): Promise<CallBackRecord | null>;
  end(change: {
    id: string;
    ended: CallBackEnd;
    endedAt: Instant;
    byAttempt: AttemptId | null;
  }): Promise<void>;
  /** Promises again what was open when a case closed that should not have. */
  promiseAgain(closed: { caseId: CaseId; closedAt: Instant }): Promise<void>;
}
