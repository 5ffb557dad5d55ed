import type {
  EntryState,
  Instant,
  Position,
  PositionEntry,
  PositionId,
  PositionReason,
  ToldInPerson,
} from '#libs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AT, MAYBE_AT, MAYBE_UUID } from '../columns';
import { TrackEntryRow } from './track-entry.row';

@Entity({ schema: 'app', name: 'track_position' })
export class TrackPositionRow extends TrackEntryRow implements PositionEntry {
  @PrimaryColumn({ type: 'uuid', name: 'position_id' }) id: PositionId;
  @Column('text') position: Position;
  @Column(AT) saidAt: Instant;
  @Column('text') reason: PositionReason;
  @Column('text') toldInPerson: ToldInPerson;
  @Column(MAYBE_UUID) supersedes: PositionId | null;
  @Column('text') state: EntryState;
  @Column(MAYBE_AT) endedAt: Instant | null;
}
