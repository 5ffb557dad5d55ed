import type {
  AgencyId,
  CaseId,
  HandOverAnswer,
  Instant,
  MessageChannel,
  MessageEnd,
  PersonId,
  PersonMessage,
  PersonMessageId,
  PersonTemplate,
  PersonTemplateId,
  ReviewAnswer,
  ReviewCause,
  ReviewState,
  RouteId,
  SafetyReviewId,
  StopCause,
  UserId,
} from '#libs/domain';

export interface CancelledMessage {
  readonly messageId: PersonMessageId;
  readonly caseId: CaseId;
}

export interface PersonMessageStore {
  insert(message: PersonMessage): Promise<void>;
  find(id: PersonMessageId): Promise<PersonMessage | null>;
  /** Locks the message; null when there is none that the actor may see. */
  lock(id: PersonMessageId): Promise<PersonMessage | null>;
  /** Saves state, reason, tries and times of a locked message, and gives its claim back. */
  save(message: PersonMessage): Promise<void>;
  /** Cancels what still waits for this person, whoever handles the case, and answers what it cancelled. */
  cancel(cancelled: {
    personId: PersonId;
    because: MessageEnd;
    routeId: RouteId | null;
    messageId: PersonMessageId | null;
  }): Promise<readonly CancelledMessage[]>;
  /**
   * For the worker: waits until nobody else changes this person's card or hands a message over to them, and keeps it
   * so until the transaction ends. Taken before any lock on a message.
   */
  lockCard(personId: PersonId): Promise<void>;
  /** Claims messages whose next try is due, before anything is opened or sent. A claim is the process's own. */
  claimDue(options: { limit: number }): Promise<readonly PersonMessage[]>;
  /** Claims that a process never came back from: what became of those messages, nobody knows. */
  lostClaims(options: { limit: number }): Promise<readonly PersonMessageId[]>;
  /** Locks one of them; null when its process came back, or another looks after it. */
  lockLost(id: PersonMessageId): Promise<PersonMessage | null>;
  /** Failed messages whose route nobody has been asked to look at yet. */
  failedWithoutReview(options: { limit: number }): Promise<readonly PersonMessageId[]>;
  /** Whether safe contact is still shared with the service that asked for it; null when the desk did. */
  groundOf(id: PersonMessageId): Promise<boolean | null>;
  /** The words of one version, in force or not. */
  templateVersion(version: { id: PersonTemplateId; version: number }): Promise<PersonTemplate | null>;
  templateInForce(id: PersonTemplateId): Promise<PersonTemplate | null>;
  /** Reports of other sides about messages that nobody has taken yet, oldest first. */
  reportsWaiting(options: { limit: number }): Promise<readonly string[]>;
  /** Takes one report; null when it was taken already. */
  takeReport(id: string): Promise<{
    readonly messageId: PersonMessageId;
    readonly outcome: 'delivered' | 'failed';
  } | null>;
  report(reported: { messageId: PersonMessageId; outcome: 'delivered' | 'failed' }): Promise<void>;
}

export interface SafetyReviewRecord {
  readonly id: SafetyReviewId;
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly handlingAgencyId: AgencyId;
  readonly reference: string;
  readonly routeId: RouteId;
  readonly messageId: PersonMessageId;
  readonly cause: ReviewCause;
  readonly state: ReviewState;
  readonly openedAt: Instant;
  readonly dueAt: Instant;
  readonly answer: ReviewAnswer | null;
  readonly answeredBy: UserId | null;
  readonly answeredAt: Instant | null;
  readonly revision: number;
}

export interface SafetyReviewStore {
  /** One review a message; false when it has one already. */
  open(review: SafetyReviewRecord): Promise<boolean>;
  lock(id: SafetyReviewId): Promise<SafetyReviewRecord | null>;
  answer(review: SafetyReviewRecord): Promise<void>;
}

export interface ContactStopRecord {
  readonly id: string;
  readonly personId: PersonId;
  readonly caseId: CaseId;
  readonly handlingAgencyId: AgencyId;
  readonly cause: StopCause;
  readonly stoppedBy: UserId;
  readonly stoppedAt: Instant;
}

export interface ContactStopStore {
  insert(stop: ContactStopRecord): Promise<void>;
  /** The stop that decides: a death before anything else. */
  inForce(personId: PersonId): Promise<ContactStopRecord | null>;
  /**
   * Whether nobody may contact this person. Also for a service that a request of theirs was sent to, which reads no more
   * of it than that.
   */
  stands(personId: PersonId): Promise<boolean>;
  lift(lifted: { id: string; by: UserId; at: Instant }): Promise<void>;
  /** Writes the next version of the card, in all else as it is, with contact stopped or not. */
  markCard(change: { personId: PersonId; stopped: boolean; at: Instant }): Promise<void>;
  /** Open cases of a person that the actor may see, locked in the order of their ids. */
  openCasesOf(personId: PersonId): Promise<readonly CaseId[]>;
  /** For the worker: open cases of people who have died, whoever handles them. */
  casesOfTheDead(options: { limit: number }): Promise<readonly CaseId[]>;
}

/** What one message says and to whom, at the last moment and never before. */
export interface PersonMail {
  readonly messageId: PersonMessageId;
  readonly channel: MessageChannel;
  readonly to: string;
  readonly template: PersonTemplate;
  readonly aboutAt: Instant;
}

/** The one way out to a person. It takes one address, so that there is no list to get wrong (P5). */
export interface PersonTransport {
  /** What this installation may use; the rest is withheld. */
  readonly channels: readonly MessageChannel[];
  /** Whatever happens out there is one of the answers; it throws for a fault of ours, before anything has left. */
  handOver(mail: PersonMail): Promise<HandOverAnswer>;
}
