import type { AgencyId, CaseId, Instant, OutcomeId, OutcomeScore, PersonId, UserId } from '#libs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AT, MAYBE_UUID } from '../columns';

@Entity({ schema: 'app', name: 'outcome_score' })
export class OutcomeScoreRow implements OutcomeScore {
  @PrimaryColumn({ type: 'uuid', name: 'score_id' }) id: OutcomeId;
  @Column('uuid') caseId: CaseId;
  @Column('uuid') personId: PersonId;
  @Column('uuid') handlingAgencyId: AgencyId;
  @Column(MAYBE_UUID) keptBy: AgencyId | null;
  @Column('text') measure: OutcomeScore['measure'];
  @Column('text') answer: OutcomeScore['answer'];
  @Column({ type: 'integer', nullable: true }) score: number | null;
  @Column('integer') scaleLowest: number;
  @Column('integer') scaleHighest: number;
  @Column('integer') settingsVersion: number;
  @Column(AT) happenedAt: Instant;
  @Column('uuid') recordedBy: UserId;
  @Column(AT) recordedAt: Instant;
  @Column(MAYBE_UUID) supersedes: OutcomeId | null;
}
