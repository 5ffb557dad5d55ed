import type { ProposalRecord } from '#libs/casework';
import type {
  ChangeKindCode,
  ChangeReason,
  DeclineReason,
  Instant,
  ProposalId,
  ProposalState,
  UserId,
} from '#libs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AT, MAYBE_AT, MAYBE_TEXT, MAYBE_UUID } from '../columns';

@Entity({ schema: 'app', name: 'change_proposal' })
export class ChangeProposalRow implements ProposalRecord {
  @PrimaryColumn({ type: 'uuid', name: 'proposal_id' }) id: ProposalId;
  @Column('text') kind: ChangeKindCode;
  @Column('text') subject: string;
  @Column('integer') basedOnVersion: number;
  @Column('jsonb') body: object;
  @Column(MAYBE_AT) effectiveFrom: Instant | null;
  @Column('text') reason: ChangeReason;
  @Column('text') state: ProposalState;
  @Column('uuid') proposedBy: UserId;
  @Column(AT) proposedAt: Instant;
  @Column(MAYBE_UUID) decidedBy: UserId | null;
  @Column(MAYBE_AT) decidedAt: Instant | null;
  @Column(MAYBE_TEXT) decisionReason: DeclineReason | null;
  @Column('integer') revision: number;
}
