import type { Instant, OfficerTerm, OfficerTermId, PersonTold, TakeoverReason } from '#libs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AT } from '../columns';
import { TrackEntryRow } from './track-entry.row';

@Entity({ schema: 'app', name: 'track_officer' })
export class TrackOfficerRow extends TrackEntryRow implements OfficerTerm {
  @PrimaryColumn({ type: 'uuid', name: 'term_id' }) id: OfficerTermId;
  @Column('text') officer: string;
  @Column({ ...AT, name: 'from_at' }) from: Instant;
  @Column('text') reason: TakeoverReason;
  @Column('text') personTold: PersonTold;
}
