import type { AgencyId, Instant, Leave, LeaveId, LeaveState, UserId } from '#libs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AT, MAYBE_AT } from '../columns';

@Entity({ schema: 'app', name: 'staff_leave' })
export class LeaveRow implements Leave {
  @PrimaryColumn({ type: 'uuid', name: 'leave_id' }) id: LeaveId;
  @Column('uuid') agencyId: AgencyId;
  @Column('uuid') userId: UserId;
  @Column(AT) fromAt: Instant;
  @Column(AT) toAt: Instant;
  @Column('text') state: LeaveState;
  @Column('uuid') recordedBy: UserId;
  @Column(AT) recordedAt: Instant;
  @Column({ type: 'integer', nullable: true }) uncoveredAtStart: number | null;
  /** When the worker looks at it again; the rule is `nextLookAt`. */
  @Column(MAYBE_AT) nextLookAt: Instant | null;
  @Column('integer') revision: number;
}
