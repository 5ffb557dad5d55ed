import type {
  AgencyId,
  CaseId,
  ConsentOverride,
  DataClass,
  Instant,
  OverrideId,
  PersonId,
  UserId,
} from '#libs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AT, MAYBE_AT, MAYBE_TEXT, MAYBE_UUID } from '../columns';

@Entity({ schema: 'app', name: 'consent_override' })
export class OverrideRow implements ConsentOverride {
  @PrimaryColumn({ type: 'uuid', name: 'override_id' }) id: OverrideId;
  @Column('uuid') caseId: CaseId;
  @Column('uuid') personId: PersonId;
  @Column('uuid') handlingAgencyId: AgencyId;
  @Column('text') reference: string;
  @Column('text') origin: ConsentOverride['origin'];
  @Column('text') recipient: ConsentOverride['recipient'];
  @Column('text') purpose: ConsentOverride['purpose'];
  @Column('text', { array: true }) dataClasses: DataClass[];
  @Column('text') basis: ConsentOverride['basis'];
  @Column('integer') hours: number;
  @Column('text') state: ConsentOverride['state'];
  @Column('uuid') askedBy: UserId;
  @Column(AT) askedAt: Instant;
  @Column(MAYBE_UUID) decidedBy: UserId | null;
  @Column(MAYBE_AT) decidedAt: Instant | null;
  @Column(MAYBE_AT) endsAt: Instant | null;
  @Column(MAYBE_AT) endedAt: Instant | null;
  @Column(MAYBE_AT) reviewDueAt: Instant | null;
  @Column(MAYBE_UUID) reviewedBy: UserId | null;
  @Column(MAYBE_AT) reviewedAt: Instant | null;
  @Column(MAYBE_TEXT) finding: ConsentOverride['finding'];
  @Column({ type: 'boolean', nullable: true }) personTold: boolean | null;
  @Column('integer') revision: number;
}
