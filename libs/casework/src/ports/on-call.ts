import type { Instant, OnCallShift, ShiftId, TeamId, UserId } from '#libs/domain';

export interface OnCallStore {
  /** Whose shift covers this instant; null when nobody is on call. */
  onCallAt(options: { teamId: TeamId; at: Instant }): Promise<OnCallShift | null>;
  /** Shifts of a team that touch a span, in order. */
  shiftsOf(options: { teamId: TeamId; fromAt: Instant; toAt: Instant }): Promise<readonly OnCallShift[]>;
  /** Locks the team's rota, so that of two colleagues who fill one gap exactly one does. */
  lockRota(teamId: TeamId): Promise<void>;
  find(id: ShiftId): Promise<OnCallShift | null>;
  insert(shift: OnCallShift): Promise<void>;
  change(shift: OnCallShift): Promise<void>;
  remove(change: { id: ShiftId; at: Instant; revision: number }): Promise<void>;
  /** Takes somebody out of every shift that has not ended; answers which. */
  freeShiftsOf(change: { userId: UserId; at: Instant }): Promise<readonly ShiftId[]>;
}
