import type {
  AgencyId,
  CaseId,
  CodeEvent,
  DeliveryEvidence,
  Duty,
  DutyHolder,
  DutyId,
  DutyState,
  EarlyReason,
  Handling,
  Instant,
  MilestoneId,
  NotApplicableReason,
  PersonId,
  SaidHow,
  Timing,
  TrackId,
  UserId,
} from '#libs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AT, MAYBE_AT, MAYBE_TEXT, MAYBE_UUID } from '../columns';

@Entity({ schema: 'app', name: 'duty' })
export class DutyRow implements Duty {
  @PrimaryColumn({ type: 'uuid', name: 'duty_id' }) id: DutyId;
  @Column('uuid') caseId: CaseId;
  @Column('uuid') personId: PersonId;
  @Column('uuid') handlingAgencyId: AgencyId;
  @Column('text') reference: string;
  @Column('text') codeVersion: string;
  @Column('text') entitlementId: string;
  @Column({ type: 'integer', name: 'right_no' }) right: number;
  @Column('text', { array: true }) owedBy: DutyHolder[];
  @Column('text') handling: Handling;
  @Column('boolean') ours: boolean;
  @Column('boolean') limitsThePerson: boolean;
  @Column('text') event: CodeEvent;
  @Column(MAYBE_UUID) trackId: TrackId | null;
  @Column('uuid') triggerId: string;
  @Column(AT) triggeredAt: Instant;
  @Column('integer') round: number;
  @Column('text') timing: Timing;
  @Column('text') state: DutyState;
  @Column(MAYBE_AT) clockStartedAt: Instant | null;
  @Column(MAYBE_UUID) clockBy: string | null;
  @Column(MAYBE_AT) dueAt: Instant | null;
  @Column(MAYBE_AT) upstreamDueAt: Instant | null;
  @Column('integer') version: number;
  @Column(MAYBE_AT) nextFireAt: Instant | null;
  @Column(MAYBE_AT) promptedAt: Instant | null;
  @Column(MAYBE_AT) deliveredAt: Instant | null;
  @Column(MAYBE_TEXT) evidence: DeliveryEvidence | null;
  @Column(MAYBE_UUID) deliveredBy: MilestoneId | null;
  @Column(MAYBE_TEXT) earlyReason: EarlyReason | null;
  @Column('boolean') confirmationAwaited: boolean;
  @Column(MAYBE_AT) chosenAt: Instant | null;
  @Column(MAYBE_TEXT) chosenHow: SaidHow | null;
  @Column(MAYBE_TEXT) endReason: NotApplicableReason | null;
  @Column(MAYBE_UUID) recordedBy: UserId | null;
  @Column('integer') revision: number;
}
