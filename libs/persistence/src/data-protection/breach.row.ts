import type { AgencyId, BreachId, BreachKind, BreachRecord, BreachRisk, Instant, UserId } from '#libs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AT, MAYBE_AT, MAYBE_TEXT } from '../columns';

@Entity({ schema: 'app', name: 'breach_record' })
export class BreachRow implements BreachRecord {
  @PrimaryColumn({ type: 'uuid', name: 'breach_id' }) id: BreachId;
  @Column('text') reference: string;
  @Column('uuid') handlingAgencyId: AgencyId;
  @Column('text') kind: BreachKind;
  @Column(MAYBE_TEXT) risk: BreachRisk | null;
  @Column('integer') peopleAffected: number;
  @Column(AT) noticedAt: Instant;
  @Column(AT) recordedAt: Instant;
  @Column(AT) regulatorDueAt: Instant;
  @Column(MAYBE_AT) reportedAt: Instant | null;
  @Column(MAYBE_AT) peopleToldAt: Instant | null;
  @Column(MAYBE_AT) closedAt: Instant | null;
  @Column('uuid') ownerUserId: UserId;
  @Column('integer') revision: number;
}
