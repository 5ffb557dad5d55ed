import type { BreakGlassRecord } from '#libs/casework';
import type {
  AgencyId,
  BreakGlassId,
  CaseId,
  GlassReason,
  GlassReview,
  Instant,
  PersonId,
  UserId,
} from '#libs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AT, MAYBE_AT, MAYBE_UUID } from '../columns';

@Entity({ schema: 'app', name: 'break_glass' })
export class BreakGlassRow implements BreakGlassRecord {
  @PrimaryColumn({ type: 'uuid', name: 'grant_id' }) id: BreakGlassId;
  @Column('uuid') caseId: CaseId;
  @Column('uuid') personId: PersonId;
  @Column('text') reference: string;
  @Column('uuid') handlingAgencyId: AgencyId;
  @Column('uuid') userId: UserId;
  @Column('text') reason: GlassReason;
  @Column(AT) provenAt: Instant;
  @Column(AT) grantedAt: Instant;
  @Column(AT) untilAt: Instant;
  @Column(AT) reviewDueAt: Instant;
  @Column({ type: 'text', nullable: true }) review: GlassReview | null;
  @Column(MAYBE_UUID) reviewedBy: UserId | null;
  @Column(MAYBE_AT) reviewedAt: Instant | null;
  @Column('integer') revision: number;
}
