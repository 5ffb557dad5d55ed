import type { UrgentPageRecord } from '#libs/casework';
import type {
  AgencyId,
  CaseId,
  Instant,
  PageReason,
  PageState,
  ReferralId,
  TeamId,
  UrgentPageId,
  UserId,
} from '#libs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AT, MAYBE_AT, MAYBE_UUID } from '../columns';

@Entity({ schema: 'app', name: 'urgent_page' })
export class UrgentPageRow implements UrgentPageRecord {
  @PrimaryColumn({ type: 'uuid', name: 'page_id' }) id: UrgentPageId;
  @Column('uuid') referralId: ReferralId;
  @Column('uuid') caseId: CaseId;
  @Column('text') about: UrgentPageRecord['about'];
  @Column(MAYBE_UUID) aboutId: string | null;
  @Column('uuid') handlingAgencyId: AgencyId;
  @Column('uuid') teamId: TeamId;
  @Column('text') reference: string;
  @Column('text', { array: true }) reasons: PageReason[];
  @Column(AT) raisedAt: Instant;
  @Column(MAYBE_UUID) pagedUserId: UserId | null;
  @Column('integer') policyVersion: number;
  @Column('text') state: PageState;
  @Column(MAYBE_AT) nextStepAt: Instant | null;
  @Column(MAYBE_UUID) acknowledgedBy: UserId | null;
  @Column(MAYBE_AT) acknowledgedAt: Instant | null;
  @Column('integer') revision: number;
}
