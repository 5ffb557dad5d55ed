import type {
  AgencyId,
  CaseId,
  Deadline,
  DeadlineId,
  DeadlineState,
  Instant,
  ReferralId,
  Stage,
} from '#libs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AT, MAYBE_AT } from '../columns';

@Entity({ schema: 'app', name: 'deadline' })
export class DeadlineRow implements Deadline {
  @PrimaryColumn({ type: 'uuid', name: 'deadline_id' }) id: DeadlineId;
  @Column('uuid') caseId: CaseId;
  @Column('uuid') referralId: ReferralId;
  @Column('uuid') handlingAgencyId: AgencyId;
  @Column('text') promise: 'first-contact';
  @Column('text') limb: string;
  @Column('boolean') binding: boolean;
  @Column('text') policyId: string;
  @Column('integer') policyVersion: number;
  @Column('text') state: DeadlineState;
  @Column(AT) dueAt: Instant;
  @Column(AT) setAt: Instant;
  @Column(MAYBE_AT) adjustedDueAt: Instant | null;
  @Column(MAYBE_AT) metAt: Instant | null;
  @Column('integer') version: number;
  @Column('integer') revision: number;
  @Column('integer') warnedThrough: number;
  @Column('integer') repeatNo: number;
  @Column('boolean') acknowledged: boolean;
  @Column(MAYBE_AT) lastFiredAt: Instant | null;
  @Column(MAYBE_AT) nextFireAt: Instant | null;
  @Column({ type: 'text', nullable: true }) nextStage: Stage | null;
}
