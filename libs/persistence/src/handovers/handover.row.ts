import type {
  AgencyId,
  CaseId,
  Handover,
  HandoverId,
  HandoverState,
  Instant,
  LeaveId,
  UserId,
} from '#libs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AT, MAYBE_AT, MAYBE_UUID } from '../columns';

@Entity({ schema: 'app', name: 'handover' })
export class HandoverRow implements Handover {
  @PrimaryColumn({ type: 'uuid', name: 'handover_id' }) id: HandoverId;
  @Column('uuid') caseId: CaseId;
  @Column('uuid') handlingAgencyId: AgencyId;
  @Column('text') reference: string;
  @Column('text') kind: Handover['kind'];
  @Column(MAYBE_UUID) leaveId: LeaveId | null;
  @Column(MAYBE_UUID) fromUserId: UserId | null;
  @Column(MAYBE_UUID) toUserId: UserId | null;
  @Column('uuid') offeredBy: UserId;
  @Column(AT) offeredAt: Instant;
  @Column('text') state: HandoverState;
  @Column(MAYBE_UUID) decidedBy: UserId | null;
  @Column(MAYBE_AT) decidedAt: Instant | null;
  @Column('integer') revision: number;
}
