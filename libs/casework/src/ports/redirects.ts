import type {
  AcknowledgedHow,
  AgencyId,
  Brand,
  CaseId,
  Instant,
  PersonId,
  ReceivingBody,
  RedirectBasis,
  RedirectReason,
  RedirectState,
  ReferralId,
  UserId,
} from '#libs/domain';
import type { SealedRecord } from './safe-contact';

export type RedirectId = Brand<string, 'RedirectId'>;

/** A referral that another body is asked to take on. Until it says yes the case and its clock stay ours (P15). */
export interface RedirectRecord {
  readonly id: RedirectId;
  readonly caseId: CaseId;
  readonly referralId: ReferralId;
  readonly handlingAgencyId: AgencyId;
  readonly reason: RedirectReason;
  readonly receivingBody: ReceivingBody;
  readonly basis: RedirectBasis;
  readonly judgedBy: UserId;
  readonly judgedAt: Instant;
  readonly state: RedirectState;
  readonly acknowledgedHow: AcknowledgedHow | null;
  readonly acknowledgedAt: Instant | null;
  readonly endedBy: UserId | null;
  readonly endedAt: Instant | null;
  readonly revision: number;
}

export interface RedirectStore {
  insert(record: RedirectRecord): Promise<void>;
  /** The one that waits for an answer, locked; null when there is none. */
  lockWaiting(caseId: CaseId): Promise<RedirectRecord | null>;
  /** Saves a locked redirect and moves its revision on. */
  save(record: RedirectRecord): Promise<void>;
  /** Who at the receiving body said so, sealed under the person's own key. */
  seal(options: { personId: PersonId; record: SealedRecord; at: Instant }): Promise<void>;
}
