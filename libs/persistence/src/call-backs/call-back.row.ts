import type { CallBackRecord } from '#libs/casework';
import type { AgencyId, AttemptId, CallBackEnd, CallBackFlag, CaseId, Instant, UserId } from '#libs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AT, MAYBE_AT, MAYBE_UUID } from '../columns';

@Entity({ schema: 'app', name: 'call_back' })
export class CallBackRow implements CallBackRecord {
  @PrimaryColumn({ type: 'uuid', name: 'call_back_id' }) id: string;
  @Column('uuid') caseId: CaseId;
  @Column('uuid') handlingAgencyId: AgencyId;
  @Column(MAYBE_UUID) attemptId: AttemptId | null;
  @Column(AT) at: Instant;
  @Column('uuid') madeBy: UserId;
  @Column(AT) madeAt: Instant;
  @Column({ type: 'text', array: true }) flags: CallBackFlag[];
  @Column({ type: 'text', nullable: true }) ended: CallBackEnd | null;
  @Column(MAYBE_AT) endedAt: Instant | null;
  @Column(MAYBE_UUID) endedByAttempt: AttemptId | null;
}
