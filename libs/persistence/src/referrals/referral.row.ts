import type { ReferralRecord, ReportRecord } from '#libs/casework';
import type {
  AgencyId,
  Agreement,
  AlternativeKind,
  Danger,
  Feedback,
  Instant,
  LateReportReason,
  PersonId,
  ReceivedVia,
  ReferralId,
  ReferralState,
  ReportChannel,
  ReportId,
  Source,
  TeamId,
  UserId,
} from '#libs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AT, MAYBE_AT, MAYBE_TEXT, MAYBE_UUID } from '../columns';

@Entity({ schema: 'app', name: 'referral' })
export class ReferralRow implements ReferralRecord {
  @PrimaryColumn({ type: 'uuid', name: 'referral_id' }) id: ReferralId;
  @Column('text') reference: string;
  @Column('uuid') personId: PersonId;
  @Column('uuid') reportId: ReportId;
  @Column('text') source: Source;
  @Column('text') receivedVia: ReceivedVia;
  @Column('text') state: ReferralState;
  @Column('uuid') referringAgencyId: AgencyId;
  @Column(MAYBE_UUID) referringTeamId: TeamId | null;
  @Column('uuid') referredBy: UserId;
  @Column('uuid') handlingAgencyId: AgencyId;
  @Column(MAYBE_TEXT) district: string | null;
  @Column({ type: 'text', array: true }) dangers: Danger[];
  @Column('text') agreement: Agreement;
  @Column(MAYBE_TEXT) alternative: AlternativeKind | null;
  @Column(MAYBE_AT) alternativeByAt: Instant | null;
  @Column('text') feedback: Feedback;
  @Column(AT) submittedAt: Instant;
  @Column(MAYBE_AT) callFromAt: Instant | null;
  @Column('integer') revision: number;
}

@Entity({ schema: 'app', name: 'report' })
export class ReportRow implements ReportRecord {
  @PrimaryColumn({ type: 'uuid', name: 'report_id' }) id: ReportId;
  @Column('uuid') personId: PersonId;
  @Column('text') channel: ReportChannel;
  @Column(AT) reportedAt: Instant;
  @Column(MAYBE_AT) victimAgreedAt: Instant | null;
  @Column(MAYBE_TEXT) lateReason: LateReportReason | null;
}
