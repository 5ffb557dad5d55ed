import type { AgencyId, Instant, ShiftId, ShiftSwap, SwapId, SwapState, TeamId, UserId } from '#libs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AT, MAYBE_AT, MAYBE_UUID } from '../columns';

@Entity({ schema: 'app', name: 'shift_swap' })
export class ShiftSwapRow implements ShiftSwap {
  @PrimaryColumn({ type: 'uuid', name: 'swap_id' }) id: SwapId;
  @Column('uuid') shiftId: ShiftId;
  @Column('uuid') agencyId: AgencyId;
  @Column('uuid') teamId: TeamId;
  @Column('uuid') fromUserId: UserId;
  @Column('uuid') toUserId: UserId;
  @Column(AT) fromAt: Instant;
  @Column(AT) toAt: Instant;
  @Column('integer') shiftRevision: number;
  @Column(AT) askedAt: Instant;
  @Column('text') state: SwapState;
  @Column(MAYBE_UUID) decidedBy: UserId | null;
  @Column(MAYBE_AT) decidedAt: Instant | null;
  @Column('integer') revision: number;
}
