import type {
  AgencyId,
  CaseId,
  Instant,
  PersonId,
  PlanContact,
  PlanContactId,
  PlanContactState,
  PlanContactWay,
  UserId,
} from '#libs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AT, MAYBE_AT } from '../columns';

@Entity({ schema: 'app', name: 'plan_contact' })
export class PlanContactRow implements PlanContact {
  @PrimaryColumn({ type: 'uuid', name: 'contact_id' }) id: PlanContactId;
  @Column('uuid') caseId: CaseId;
  @Column('uuid') personId: PersonId;
  @Column('uuid') handlingAgencyId: AgencyId;
  @Column('uuid') agencyId: AgencyId;
  @Column('uuid') userId: UserId;
  @Column('text') way: PlanContactWay;
  @Column(AT) at: Instant;
  @Column('text') state: PlanContactState;
  @Column(AT) recordedAt: Instant;
  @Column(MAYBE_AT) decidedAt: Instant | null;
  @Column('integer') revision: number;
}
