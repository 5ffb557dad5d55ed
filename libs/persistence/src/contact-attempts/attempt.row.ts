import type { AttemptRecord, ExceptionReason, ExceptionRecord } from '#libs/casework';
import type {
  AgencyId,
  AttemptId,
  CaseId,
  Channel,
  Confirmation,
  Instant,
  Outcome,
  RouteId,
  Rung,
  UserId,
} from '#libs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AT, MAYBE_AT, MAYBE_UUID } from '../columns';

@Entity({ schema: 'app', name: 'contact_attempt' })
export class AttemptRow implements AttemptRecord {
  @PrimaryColumn({ type: 'uuid', name: 'attempt_id' }) id: AttemptId;
  @Column('uuid') caseId: CaseId;
  @Column('uuid') handlingAgencyId: AgencyId;
  @Column(MAYBE_UUID) routeId: RouteId | null;
  @Column('text') channel: Channel;
  @Column('text') outcome: Outcome;
  @Column('integer') rung: Rung;
  @Column(AT) happenedAt: Instant;
  @Column(AT) recordedAt: Instant;
  @Column('uuid') recordedBy: UserId;
  @Column({ type: 'text', nullable: true }) flag: string | null;
  @Column('text') confirmation: Confirmation;
  @Column({ type: 'text', nullable: true }) identityBy: AttemptRecord['identityBy'];
  @Column(MAYBE_AT) identityAt: Instant | null;
}

@Entity({ schema: 'app', name: 'deadline_exception' })
export class ExceptionRow implements ExceptionRecord {
  @PrimaryColumn({ type: 'uuid', name: 'exception_id' }) id: string;
  @Column('uuid') caseId: CaseId;
  @Column('uuid') handlingAgencyId: AgencyId;
  @Column('text') reason: ExceptionReason;
  @Column({ ...AT, name: 'from_at' }) from: Instant;
  @Column({ ...AT, name: 'to_at' }) to: Instant;
  @Column('uuid') recordedBy: UserId;
  @Column(AT) recordedAt: Instant;
}
