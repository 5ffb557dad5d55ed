import type {
  AgencyId,
  CaseId,
  ContactRecheck,
  ContactRecheckId,
  Instant,
  MilestoneId,
  MilestoneKind,
  NotNeededReason,
  PersonId,
  RecheckState,
  TrackId,
  UserId,
} from '#libs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AT, MAYBE_AT, MAYBE_TEXT, MAYBE_UUID } from '../columns';

@Entity({ schema: 'app', name: 'contact_recheck' })
export class ContactRecheckRow implements ContactRecheck {
  @PrimaryColumn({ type: 'uuid', name: 'recheck_id' }) id: ContactRecheckId;
  @Column('uuid') caseId: CaseId;
  @Column('uuid') personId: PersonId;
  @Column('uuid') handlingAgencyId: AgencyId;
  @Column('text') reference: string;
  @Column('uuid') trackId: TrackId;
  @Column('uuid') milestoneId: MilestoneId;
  @Column('text') cause: MilestoneKind;
  @Column(AT) openedAt: Instant;
  @Column(AT) dueAt: Instant;
  @Column('text') state: RecheckState;
  @Column(MAYBE_UUID) settledBy: UserId | null;
  @Column(MAYBE_AT) settledAt: Instant | null;
  @Column(MAYBE_TEXT) reason: NotNeededReason | null;
  @Column('integer') revision: number;
}
