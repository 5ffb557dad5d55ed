import type { ReferralRecord, ReportRecord } from '#libs/casework';
import type {
  AgencyId,
  Agreement,
  Danger,
  Feedback,
  Instant,
  PersonId,
  ReferralId,
  ReferralState,
  ReportId,
  Source,
  TeamId,
  UserId,
} from '#libs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AT, MAYBE_AT, MAYBE_UUID } from '../columns';

@Entity({ schema: 'app', name: 'referral' })
export class ReferralRow implements ReferralRecord {
  @PrimaryColumn({ type: 'uuid', name: 'referral_id' }) id: ReferralId;
  @Column('text') reference: string;
  @Column('uuid') personId: PersonId;
  @Column('uuid') reportId: ReportId;
  @Column('text') source: Source;
  @Column('text') state: ReferralState;
  @Column('uuid') referringAgencyId: AgencyId;
  @Column(MAYBE_UUID) referringTeamId: TeamId | null;
  @Column('uuid') referredBy: UserId;
  @Column('uuid') handlingAgencyId: AgencyId;
  @Column('text') district: string;
  @Column({ type: 'text', array: true }) dangers: Danger[];
  @Column('text') agreement: Agreement;
  @Column('text') feedback: Feedback;
  @Column(AT) submittedAt: Instant;
  @Column(MAYBE_AT) callFromAt: Instant | null;
  @Column('integer') revision: number;
}

@Entity({ schema: 'app', name: 'report' })
export class ReportRow implements ReportRecord {
  @PrimaryColumn({ type: 'uuid', name: 'report_id' }) id: ReportId;
  @Column('uuid') personId: PersonId;
  @Column('text') channel: 'police';
  @Column(AT) reportedAt: Instant;
  @Column(MAYBE_AT) victimAgreedAt: Instant | null;
}
