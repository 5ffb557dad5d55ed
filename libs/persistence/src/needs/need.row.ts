import type {
  AgencyId,
  AssessmentId,
  CaseId,
  Instant,
  NeedsAssessment,
  PersonId,
  RiskFlag,
  RiskId,
  UserId,
} from '#libs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AT, MAYBE_AT, MAYBE_TEXT, MAYBE_UUID } from '../columns';

@Entity({ schema: 'app', name: 'needs_assessment' })
export class NeedsAssessmentRow implements NeedsAssessment {
  @PrimaryColumn({ type: 'uuid', name: 'assessment_id' }) id: AssessmentId;
  @Column('uuid') caseId: CaseId;
  @Column('uuid') personId: PersonId;
  @Column('uuid') handlingAgencyId: AgencyId;
  @Column(MAYBE_UUID) keptBy: AgencyId | null;
  @Column('jsonb') answers: NeedsAssessment['answers'];
  @Column('uuid') assessedBy: UserId;
  @Column(AT) happenedAt: Instant;
  @Column(AT) recordedAt: Instant;
}

@Entity({ schema: 'app', name: 'risk_flag' })
export class RiskFlagRow implements RiskFlag {
  @PrimaryColumn({ type: 'uuid', name: 'risk_id' }) id: RiskId;
  @Column('uuid') caseId: CaseId;
  @Column('uuid') personId: PersonId;
  @Column('uuid') handlingAgencyId: AgencyId;
  @Column(MAYBE_UUID) keptBy: AgencyId | null;
  @Column('text') risk: RiskFlag['risk'];
  @Column('text') state: RiskFlag['state'];
  @Column('uuid') raisedBy: UserId;
  @Column(AT) raisedAt: Instant;
  @Column('date') reviewOn: string;
  @Column(MAYBE_UUID) reviewedBy: UserId | null;
  @Column(MAYBE_AT) reviewedAt: Instant | null;
  @Column(MAYBE_TEXT) ending: RiskFlag['ending'];
  @Column(MAYBE_UUID) closedBy: UserId | null;
  @Column(MAYBE_AT) closedAt: Instant | null;
  @Column('integer') revision: number;
}
