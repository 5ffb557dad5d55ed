import type {
  AbuseFlag,
  AbuseFlagId,
  AgencyId,
  CaseId,
  Instant,
  PersonId,
  StoredSample,
  StoredSampleId,
  SupportTask,
  SupportTaskId,
  UserId,
} from '#libs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AT, MAYBE_AT, MAYBE_TEXT, MAYBE_UUID } from '../columns';

@Entity({ schema: 'app', name: 'support_task' })
export class SupportTaskRow implements SupportTask {
  @PrimaryColumn({ type: 'uuid', name: 'task_id' }) id: SupportTaskId;
  @Column('text') kind: SupportTask['kind'];
  @Column(MAYBE_TEXT) matter: SupportTask['matter'];
  @Column('uuid') aboutId: string;
  @Column('uuid') caseId: CaseId;
  @Column('uuid') personId: PersonId;
  @Column('uuid') handlingAgencyId: AgencyId;
  @Column('text') reference: string;
  @Column('text') state: SupportTask['state'];
  @Column('uuid') openedBy: UserId;
  @Column(AT) openedAt: Instant;
  @Column(MAYBE_UUID) ownerUserId: UserId | null;
  @Column({ type: 'date', nullable: true }) plannedOn: string | null;
  @Column(AT) dueAt: Instant;
  @Column('integer') policyVersion: number;
  @Column('boolean') mayContact: boolean;
  @Column(MAYBE_TEXT) saidHow: SupportTask['saidHow'];
  @Column(MAYBE_AT) sentAt: Instant | null;
  @Column(MAYBE_TEXT) ground: SupportTask['ground'];
  @Column(MAYBE_TEXT) outcome: SupportTask['outcome'];
  @Column(MAYBE_UUID) settledBy: UserId | null;
  @Column(MAYBE_AT) settledAt: Instant | null;
  @Column('integer') revision: number;
}

@Entity({ schema: 'app', name: 'domestic_abuse_flag' })
export class AbuseFlagRow implements AbuseFlag {
  @PrimaryColumn({ type: 'uuid', name: 'flag_id' }) id: AbuseFlagId;
  @Column('uuid') caseId: CaseId;
  @Column('uuid') personId: PersonId;
  @Column('uuid') handlingAgencyId: AgencyId;
  @Column('uuid') raisedBy: UserId;
  @Column(AT) raisedAt: Instant;
  @Column('date') reviewOn: string;
  @Column(MAYBE_TEXT) lowering: AbuseFlag['lowering'];
  @Column(MAYBE_UUID) loweredBy: UserId | null;
  @Column(MAYBE_AT) loweredAt: Instant | null;
  @Column('integer') revision: number;
}

@Entity({ schema: 'app', name: 'stored_sample' })
export class StoredSampleRow implements StoredSample {
  @PrimaryColumn({ type: 'uuid', name: 'sample_id' }) id: StoredSampleId;
  @Column('uuid') caseId: CaseId;
  @Column('uuid') personId: PersonId;
  @Column('uuid') handlingAgencyId: AgencyId;
  @Column('date') takenOn: string;
  @Column('date') keptUntil: string;
  @Column('boolean') remind: boolean;
  @Column('uuid') recordedBy: UserId;
  @Column(AT) recordedAt: Instant;
  @Column(MAYBE_TEXT) ending: StoredSample['ending'];
  @Column(MAYBE_UUID) endedBy: UserId | null;
  @Column(MAYBE_AT) endedAt: Instant | null;
  @Column('integer') revision: number;
}
