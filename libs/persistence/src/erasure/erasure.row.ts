import type {
  AgencyId,
  CaseId,
  Erasure,
  ErasureCause,
  ErasureDeclineReason,
  ErasureId,
  ErasureState,
  InformationRequestId,
  Instant,
  PersonId,
  RetentionOutcome,
  UserId,
} from '#libs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { MAYBE_AT, MAYBE_TEXT, MAYBE_UUID } from '../columns';

@Entity({ schema: 'app', name: 'erasure' })
export class ErasureRow implements Erasure {
  @PrimaryColumn({ type: 'uuid', name: 'erasure_id' }) id: ErasureId;
  @Column('uuid') personId: PersonId;
  @Column(MAYBE_UUID) caseId: CaseId | null;
  @Column('text') reference: string;
  @Column('uuid') handlingAgencyId: AgencyId;
  @Column('text') cause: ErasureCause;
  @Column(MAYBE_UUID) requestId: InformationRequestId | null;
  @Column(MAYBE_TEXT) outcome: RetentionOutcome | null;
  @Column({ type: 'integer', nullable: true }) ruleVersion: number | null;
  @Column({ type: 'date', nullable: true }) dueOn: string | null;
  @Column('text') state: ErasureState;
  @Column(MAYBE_AT) suggestedAt: Instant | null;
  @Column(MAYBE_UUID) proposedBy: UserId | null;
  @Column(MAYBE_AT) proposedAt: Instant | null;
  @Column(MAYBE_UUID) decidedBy: UserId | null;
  @Column(MAYBE_AT) decidedAt: Instant | null;
  @Column(MAYBE_TEXT) decisionReason: ErasureDeclineReason | null;
  @Column(MAYBE_AT) doneAt: Instant | null;
  @Column('integer') revision: number;
}
