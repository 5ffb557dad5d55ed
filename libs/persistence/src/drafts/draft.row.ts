import type { DraftRecord } from '#libs/casework';
import type { AgencyId, DraftId, Instant, ReferralId, TeamId, UserId } from '#libs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AT, MAYBE_UUID } from '../columns';

@Entity({ schema: 'app', name: 'referral_draft' })
export class DraftRow implements DraftRecord {
  @PrimaryColumn({ type: 'uuid', name: 'draft_id' }) id: DraftId;
  @Column('uuid') authorId: UserId;
  @Column('uuid') agencyId: AgencyId;
  @Column(MAYBE_UUID) teamId: TeamId | null;
  @Column('text') state: DraftRecord['state'];
  @Column(MAYBE_UUID) referralId: ReferralId | null;
  @Column(AT) startedAt: Instant;
  @Column(AT) changedAt: Instant;
  @Column(AT) expiresAt: Instant;
  @Column('integer') revision: number;
}
