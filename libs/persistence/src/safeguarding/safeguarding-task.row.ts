import type {
  AgencyId,
  CaseId,
  Instant,
  PersonId,
  SafeguardingTask,
  SafeguardingTaskId,
  UserId,
} from '#libs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AT, MAYBE_AT, MAYBE_TEXT, MAYBE_UUID } from '../columns';

@Entity({ schema: 'app', name: 'safeguarding_task' })
export class SafeguardingTaskRow implements SafeguardingTask {
  @PrimaryColumn({ type: 'uuid', name: 'task_id' }) id: SafeguardingTaskId;
  @Column('text') kind: SafeguardingTask['kind'];
  @Column('uuid') caseId: CaseId;
  @Column('uuid') personId: PersonId;
  @Column('uuid') handlingAgencyId: AgencyId;
  @Column('text') reference: string;
  @Column('text') state: SafeguardingTask['state'];
  @Column(AT) openedAt: Instant;
  @Column(MAYBE_UUID) openedBy: UserId | null;
  @Column({ type: 'date', nullable: true }) lookAgainOn: string | null;
  @Column(AT) dueAt: Instant;
  @Column('integer') policyVersion: number;
  @Column(MAYBE_AT) overdueAt: Instant | null;
  @Column(MAYBE_AT) waitUntilAt: Instant | null;
  @Column(MAYBE_TEXT) waitReason: SafeguardingTask['waitReason'];
  @Column(MAYBE_AT) nextFireAt: Instant | null;
  @Column(MAYBE_TEXT) referredTo: SafeguardingTask['referredTo'];
  @Column(MAYBE_AT) referredAt: Instant | null;
  @Column(MAYBE_TEXT) outcome: SafeguardingTask['outcome'];
  @Column(MAYBE_UUID) settledBy: UserId | null;
  @Column(MAYBE_AT) settledAt: Instant | null;
  @Column('integer') revision: number;
}

@Entity({ schema: 'app', name: 'safeguarding_report' })
export class SafeguardingReportRow {
  @PrimaryColumn({ type: 'uuid', name: 'report_id' }) id: string;
  @Column('uuid') taskId: SafeguardingTaskId;
  @Column('uuid') caseId: CaseId;
  @Column('uuid') personId: PersonId;
  @Column('uuid') handlingAgencyId: AgencyId;
  @Column('text') body: NonNullable<SafeguardingTask['referredTo']>;
  @Column(AT) toldAt: Instant;
  @Column('uuid') recordedBy: UserId;
  @Column(AT) recordedAt: Instant;
}
