import type {
  AgencyId,
  CaseId,
  HoldId,
  HoldReason,
  InformationRequestId,
  Instant,
  LegalHold,
  LiftReason,
  PersonId,
  UserId,
} from '#libs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AT, MAYBE_AT, MAYBE_TEXT, MAYBE_UUID } from '../columns';

@Entity({ schema: 'app', name: 'legal_hold' })
export class HoldRow implements LegalHold {
  @PrimaryColumn({ type: 'uuid', name: 'hold_id' }) id: HoldId;
  @Column('uuid') personId: PersonId;
  @Column('uuid') caseId: CaseId;
  @Column('text') reference: string;
  @Column('uuid') handlingAgencyId: AgencyId;
  @Column('text') reason: HoldReason;
  @Column('uuid') setBy: UserId;
  @Column(AT) setAt: Instant;
  @Column({ type: 'date', nullable: true }) untilOn: string | null;
  @Column(MAYBE_UUID) liftedBy: UserId | null;
  @Column(MAYBE_AT) liftedAt: Instant | null;
  @Column(MAYBE_TEXT) liftReason: LiftReason | null;
  @Column(MAYBE_UUID) requestId: InformationRequestId | null;
  @Column('integer') revision: number;
}
