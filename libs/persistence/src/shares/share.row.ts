import type { AgencyId, CaseId, DataClass, Instant, PersonId, Share, ShareId, UserId } from '#libs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AT, MAYBE_AT, MAYBE_TEXT, MAYBE_UUID } from '../columns';

@Entity({ schema: 'app', name: 'share' })
export class ShareRow implements Share {
  @PrimaryColumn({ type: 'uuid', name: 'share_id' }) id: ShareId;
  @Column('uuid') caseId: CaseId;
  @Column('uuid') personId: PersonId;
  @Column('uuid') handlingAgencyId: AgencyId;
  @Column('text') reference: string;
  @Column('uuid') agencyId: AgencyId;
  @Column('text') purpose: Share['purpose'];
  @Column('text', { array: true }) dataClasses: DataClass[];
  @Column('text') state: Share['state'];
  @Column('uuid') proposedBy: UserId;
  @Column(AT) proposedAt: Instant;
  @Column(MAYBE_UUID) openedBy: UserId | null;
  @Column(MAYBE_AT) openedAt: Instant | null;
  @Column(MAYBE_AT) closedAt: Instant | null;
  @Column(MAYBE_TEXT) closing: Share['closing'];
  @Column('integer') revision: number;
}
