import type { AgencyId, CaseId, Entered, Instant, PersonId, TrackId, TrackSide, UserId } from '#libs/domain';
import { Column } from 'typeorm';
import { AT } from '../columns';

/** What every entry of a track has, with the case that it belongs to. */
export abstract class TrackEntryRow implements Entered {
  @Column('uuid') trackId: TrackId;
  @Column('uuid') caseId: CaseId;
  @Column('uuid') personId: PersonId;
  @Column('uuid') handlingAgencyId: AgencyId;
  @Column('text') side: TrackSide;
  @Column('uuid') agencyId: AgencyId;
  @Column('uuid') recordedBy: UserId;
  @Column(AT) recordedAt: Instant;
}
