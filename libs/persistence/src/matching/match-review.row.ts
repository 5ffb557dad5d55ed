import type { MatchReviewRecord } from '#libs/casework';
import type {
  AgencyId,
  CaseId,
  Instant,
  MatchEvidence,
  MatchReviewId,
  MatchState,
  PersonId,
  ReferralId,
  UserId,
} from '#libs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AT, MAYBE_AT, MAYBE_TEXT, MAYBE_UUID } from '../columns';

/** PostgreSQL gives a numeric as text, so that none is lost. */
const SCORE = {
  type: 'numeric',
  transformer: { to: (score: number) => score, from: (text: string) => Number(text) },
} as const;

@Entity({ schema: 'app', name: 'match_review' })
export class MatchReviewRow implements MatchReviewRecord {
  @PrimaryColumn({ type: 'uuid', name: 'review_id' }) id: MatchReviewId;
  @Column('uuid') handlingAgencyId: AgencyId;
  @Column('uuid') caseId: CaseId;
  @Column('uuid') referralId: ReferralId;
  @Column('uuid') personId: PersonId;
  @Column('uuid') otherCaseId: CaseId;
  @Column('uuid') otherReferralId: ReferralId;
  @Column('uuid') otherPersonId: PersonId;
  @Column(SCORE) score: number;
  @Column({ type: 'text', array: true }) evidence: MatchEvidence[];
  @Column('integer') policyVersion: number;
  @Column(AT) foundAt: Instant;
  @Column('text') foundBy: MatchReviewRecord['foundBy'];
  @Column('text') state: MatchState;
  @Column(MAYBE_TEXT) reason: MatchReviewRecord['reason'];
  @Column(MAYBE_UUID) decidedBy: UserId | null;
  @Column(MAYBE_AT) decidedAt: Instant | null;
  @Column(MAYBE_UUID) keptCaseId: CaseId | null;
  @Column('integer') revision: number;
}
