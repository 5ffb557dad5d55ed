import type { CheckId, CheckRecord } from '#libs/casework';
import type { AgencyId, AttemptId, CaseId, Instant, UserId } from '#libs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AT, MAYBE_AT, MAYBE_UUID } from '../columns';

@Entity({ schema: 'app', name: 'second_person_check' })
export class CheckRow implements CheckRecord {
  @PrimaryColumn({ type: 'uuid', name: 'check_id' }) id: CheckId;
  @Column('text') kind: CheckRecord['kind'];
  @Column('uuid') caseId: CaseId;
  @Column('uuid') handlingAgencyId: AgencyId;
  @Column('text') reference: string;
  @Column(MAYBE_UUID) attemptId: AttemptId | null;
  @Column(MAYBE_AT) correctedStartAt: Instant | null;
  @Column(MAYBE_UUID) exceptionId: string | null;
  @Column('text') reason: string;
  @Column('uuid') askedBy: UserId;
  @Column(AT) askedAt: Instant;
  @Column('text') state: CheckRecord['state'];
  @Column(MAYBE_UUID) decidedBy: UserId | null;
  @Column(MAYBE_AT) decidedAt: Instant | null;
  @Column('integer') revision: number;
}
