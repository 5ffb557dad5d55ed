import type {
  Decider,
  EntryState,
  Instant,
  Milestone,
  MilestoneId,
  MilestoneIssue,
  MilestoneKind,
  Precision,
  UnusualReason,
} from '#libs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AT, MAYBE_AT, MAYBE_TEXT, MAYBE_UUID } from '../columns';
import { TrackEntryRow } from './track-entry.row';

@Entity({ schema: 'app', name: 'milestone' })
export class MilestoneRow extends TrackEntryRow implements Milestone {
  @PrimaryColumn({ type: 'uuid', name: 'milestone_id' }) id: MilestoneId;
  @Column('text') kind: MilestoneKind;
  @Column(MAYBE_TEXT) detail: string | null;
  @Column(AT) happenedAt: Instant;
  @Column('text') precision: Precision;
  @Column(MAYBE_AT) courtAt: Instant | null;
  @Column(MAYBE_TEXT) decidedBy: Decider | null;
  @Column(MAYBE_AT) toldAt: Instant | null;
  @Column({ type: 'text', array: true }) issues: MilestoneIssue[];
  @Column(MAYBE_TEXT) issueReason: UnusualReason | null;
  @Column(MAYBE_UUID) supersedes: MilestoneId | null;
  @Column('text') state: EntryState;
  @Column(MAYBE_TEXT) endedReason: Milestone['endedReason'];
  @Column(MAYBE_AT) endedAt: Instant | null;
}
