import type { AgencyId, CaseId, Complaint, ComplaintId, Instant, PersonId, UserId } from '#libs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AT, MAYBE_AT, MAYBE_TEXT, MAYBE_UUID } from '../columns';

@Entity({ schema: 'app', name: 'complaint' })
export class ComplaintRow implements Complaint {
  @PrimaryColumn({ type: 'uuid', name: 'complaint_id' }) id: ComplaintId;
  @Column('uuid') caseId: CaseId;
  @Column('uuid') personId: PersonId;
  @Column('uuid') handlingAgencyId: AgencyId;
  @Column('text') reference: string;
  @Column('text') about: Complaint['about'];
  @Column(MAYBE_UUID) aboutUserId: UserId | null;
  @Column('text') state: Complaint['state'];
  @Column(MAYBE_TEXT) finding: Complaint['finding'];
  @Column(AT) receivedAt: Instant;
  @Column('uuid') recordedBy: UserId;
  @Column(AT) recordedAt: Instant;
  @Column(AT) acknowledgeDueAt: Instant;
  @Column(AT) replyDueAt: Instant;
  @Column(MAYBE_AT) acknowledgedAt: Instant | null;
  @Column(MAYBE_AT) answeredAt: Instant | null;
  @Column(MAYBE_UUID) handledBy: UserId | null;
  @Column(MAYBE_AT) settledAt: Instant | null;
  @Column('integer') revision: number;
}
