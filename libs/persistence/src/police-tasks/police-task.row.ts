import type {
  AgencyId,
  CaseId,
  Instant,
  PoliceTask,
  PoliceTaskId,
  ReferralId,
  TeamId,
  UserId,
} from '#libs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AT, MAYBE_AT, MAYBE_UUID } from '../columns';

@Entity({ schema: 'app', name: 'police_task' })
export class PoliceTaskRow implements PoliceTask {
  @PrimaryColumn({ type: 'uuid', name: 'task_id' }) id: PoliceTaskId;
  @Column('text') kind: PoliceTask['kind'];
  @Column('text') cause: PoliceTask['cause'];
  @Column('uuid') caseId: CaseId;
  @Column('uuid') referralId: ReferralId;
  @Column('text') reference: string;
  @Column('uuid') referringAgencyId: AgencyId;
  @Column({ type: 'uuid', name: 'team_id' }) referringTeamId: TeamId;
  @Column('uuid') handlingAgencyId: AgencyId;
  @Column('text') state: PoliceTask['state'];
  @Column(AT) openedAt: Instant;
  @Column(AT) dueAt: Instant;
  @Column(MAYBE_AT) remindedAt: Instant | null;
  @Column(MAYBE_AT) overdueAt: Instant | null;
  @Column(MAYBE_AT) askAgainAt: Instant | null;
  @Column(MAYBE_AT) nextFireAt: Instant | null;
  @Column({ type: 'text', nullable: true }) outcome: PoliceTask['outcome'];
  @Column(MAYBE_UUID) settledBy: UserId | null;
  @Column(MAYBE_AT) settledAt: Instant | null;
  @Column('integer') revision: number;
}
