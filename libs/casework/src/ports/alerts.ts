import type { AgencyId, AlertId, AlertLevel, CaseId, DeadlineId, Instant, UserId } from '#libs/domain';

export interface AlertRecord {
  readonly id: AlertId;
  readonly deadlineId: DeadlineId;
  readonly caseId: CaseId;
  readonly handlingAgencyId: AgencyId;
  readonly reference: string;
  readonly limb: string;
  readonly deadlineVersion: number;
  readonly level: AlertLevel;
  readonly repeatNo: number;
  readonly raisedAt: Instant;
  readonly notifyAt: Instant;
  readonly dueAt: Instant;
  /** The owner for a warning; null means everyone at that level in the agency. */
  readonly recipientUserId: UserId | null;
  readonly state: 'raised' | 'acknowledged' | 'settled';
  readonly acknowledgedBy: UserId | null;
  readonly acknowledgedAt: Instant | null;
  readonly revision: number;
}

export interface AlertStore {
  /** Raises alerts and tells apart those that were already there: unique on deadline, version, level, repeat (P3). */
  raise(alerts: readonly AlertRecord[]): Promise<readonly AlertRecord[]>;
  find(id: AlertId): Promise<AlertRecord | null>;
  /** Marks every open alert of a deadline, so that one acknowledgement answers them all. */
  acknowledge(change: { deadlineId: DeadlineId; by: UserId; at: Instant }): Promise<readonly AlertId[]>;
  /** Tells somebody else of the open alerts of a case of which only people behind a wall were told. */
  tellOthers(caseId: CaseId): Promise<void>;
  /** Closes open alerts that need nobody any more, or that a newer one of the same deadline takes the place of. */
  settle(deadlineIds: readonly DeadlineId[]): Promise<void>;
}
