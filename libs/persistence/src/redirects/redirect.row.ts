import type { RedirectId, RedirectRecord } from '#libs/casework';
import type {
  AcknowledgedHow,
  AgencyId,
  CaseId,
  Instant,
  ReceivingBody,
  RedirectBasis,
  RedirectReason,
  RedirectState,
  ReferralId,
  UserId,
} from '#libs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AT, MAYBE_AT, MAYBE_TEXT, MAYBE_UUID } from '../columns';

@Entity({ schema: 'app', name: 'redirect' })
export class RedirectRow implements RedirectRecord {
  @PrimaryColumn({ type: 'uuid', name: 'redirect_id' }) id: RedirectId;
  @Column('uuid') caseId: CaseId;
  @Column('uuid') referralId: ReferralId;
  @Column('uuid') handlingAgencyId: AgencyId;
  @Column('text') reason: RedirectReason;
  @Column('text') receivingBody: ReceivingBody;
  @Column('text') basis: RedirectBasis;
  @Column('uuid') judgedBy: UserId;
  @Column(AT) judgedAt: Instant;
  @Column('text') state: RedirectState;
  @Column(MAYBE_TEXT) acknowledgedHow: AcknowledgedHow | null;
  @Column(MAYBE_AT) acknowledgedAt: Instant | null;
  @Column(MAYBE_UUID) endedBy: UserId | null;
  @Column(MAYBE_AT) endedAt: Instant | null;
  @Column('integer') revision: number;
}
