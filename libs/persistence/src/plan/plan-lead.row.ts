import type {
  AgencyId,
  CaseId,
  Instant,
  LeadEnding,
  PersonId,
  PlanLead,
  PlanLeadId,
  PlanLeadState,
  UserId,
} from '#libs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AT, MAYBE_AT, MAYBE_TEXT, MAYBE_UUID } from '../columns';

@Entity({ schema: 'app', name: 'plan_lead' })
export class PlanLeadRow implements PlanLead {
  @PrimaryColumn({ type: 'uuid', name: 'lead_id' }) id: PlanLeadId;
  @Column('uuid') caseId: CaseId;
  @Column('uuid') personId: PersonId;
  @Column('uuid') handlingAgencyId: AgencyId;
  @Column('text') reference: string;
  @Column('uuid') agencyId: AgencyId;
  @Column(MAYBE_UUID) userId: UserId | null;
  @Column('uuid') offeredBy: UserId;
  @Column(AT) offeredAt: Instant;
  @Column('text') state: PlanLeadState;
  @Column(MAYBE_AT) decidedAt: Instant | null;
  @Column(MAYBE_TEXT) ending: LeadEnding | null;
  @Column('integer') revision: number;
}
