import type { AlertRecord } from '#libs/casework';
import type { AgencyId, AlertId, AlertLevel, CaseId, DeadlineId, Instant, UserId } from '#libs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AT, MAYBE_AT, MAYBE_UUID } from '../columns';

@Entity({ schema: 'app', name: 'alert' })
export class AlertRow implements AlertRecord {
  @PrimaryColumn({ type: 'uuid', name: 'alert_id' }) id: AlertId;
  @Column('uuid') deadlineId: DeadlineId;
  @Column('uuid') caseId: CaseId;
  @Column('uuid') handlingAgencyId: AgencyId;
  @Column('text') reference: string;
  @Column('text') limb: string;
  @Column('integer') deadlineVersion: number;
  @Column('text') level: AlertLevel;
  @Column('integer') repeatNo: number;
  @Column(AT) raisedAt: Instant;
  @Column(AT) notifyAt: Instant;
  @Column(AT) dueAt: Instant;
  @Column(MAYBE_UUID) recipientUserId: UserId | null;
  @Column('text') state: AlertRecord['state'];
  @Column(MAYBE_UUID) acknowledgedBy: UserId | null;
  @Column(MAYBE_AT) acknowledgedAt: Instant | null;
  @Column('integer') revision: number;
}
