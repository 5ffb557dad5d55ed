import type { RoutingDecisionRecord, RoutingDraftRecord, RoutingOverrideRecord } from '#libs/casework';
import type {
  AgencyId,
  CaseId,
  Instant,
  OverrideReason,
  PersonId,
  Role,
  RoutingDecision,
  RoutingDecisionId,
  RoutingDraftId,
  RoutingOverrideId,
  RoutingTable,
  ServiceId,
  StoredFacts,
  SupportKind,
  UserId,
} from '#libs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AT } from '../columns';

@Entity({ schema: 'app', name: 'routing_decision' })
export class RoutingDecisionRow implements RoutingDecisionRecord {
  @PrimaryColumn({ type: 'uuid', name: 'decision_id' }) id: RoutingDecisionId;
  @Column('uuid') caseId: CaseId;
  @Column('uuid') personId: PersonId;
  @Column('uuid') handlingAgencyId: AgencyId;
  @Column({ type: 'text', array: true }) wanted: readonly SupportKind[];
  @Column('jsonb') facts: StoredFacts;
  @Column('jsonb') answer: RoutingDecision;
  @Column('integer') tableVersion: number;
  @Column('uuid') decidedBy: UserId;
  @Column(AT) decidedAt: Instant;
}

@Entity({ schema: 'app', name: 'routing_override' })
export class RoutingOverrideRow implements RoutingOverrideRecord {
  @PrimaryColumn({ type: 'uuid', name: 'override_id' }) id: RoutingOverrideId;
  @Column('uuid') decisionId: RoutingDecisionId;
  @Column('uuid') caseId: CaseId;
  @Column('uuid') personId: PersonId;
  @Column('uuid') handlingAgencyId: AgencyId;
  @Column({ type: 'text', name: 'support_kind' }) kind: SupportKind;
  @Column('uuid') serviceId: ServiceId;
  @Column('text') reason: OverrideReason;
  @Column('uuid') chosenBy: UserId;
  @Column('text') chosenAs: Role;
  @Column(AT) chosenAt: Instant;
}

@Entity({ schema: 'app', name: 'routing_draft' })
export class RoutingDraftRow implements RoutingDraftRecord {
  @PrimaryColumn({ type: 'uuid', name: 'draft_id' }) id: RoutingDraftId;
  @Column('uuid') ownerUserId: UserId;
  @Column('integer') basedOnVersion: number;
  @Column({ type: 'jsonb', name: 'body' }) table: RoutingTable;
  @Column(AT) begunAt: Instant;
  @Column(AT) changedAt: Instant;
  @Column('integer') revision: number;
}
