import { mayDo, type StaffActor } from '../access';
import type { AgencyId, LeaveId, UserId } from '../ids';
import { HOUR, type Instant } from '../time';
import { leaveMachine, type LeaveState } from './leave-machine';

/** When somebody is away. Why is nobody's business here, and is not kept. */
export interface Leave {
  readonly id: LeaveId;
  readonly agencyId: AgencyId;
  readonly userId: UserId;
  /** The first instant away. */
  readonly fromAt: Instant;
  /** The first instant back: moved forward when they come back early. */
  readonly toAt: Instant;
  readonly state: LeaveState;
  readonly recordedBy: UserId;
  readonly recordedAt: Instant;
  /** How many cases nobody had taken on when it began; null until then. */
  readonly uncoveredAtStart: number | null;
  readonly revision: number;
}

export interface LeaveSpan {
  readonly fromAt: Instant;
  readonly toAt: Instant;
}

/** Longer than this is no leave but a change of post, and is kept with the account. */
export const LONGEST_LEAVE = 366 * 24 * HOUR;

export type LeaveRefusal = 'ends-before-it-starts' | 'too-long' | 'over-already' | 'overlaps';

/** Whether this leave keeps somebody away at this instant: half-open, by its dates and not by what was noted of them. */
export function isAway(
  { fromAt, toAt, state }: Pick<Leave, 'fromAt' | 'toAt' | 'state'>,
  at: Instant,
): boolean {
  return state !== 'cancelled' && fromAt <= at && at < toAt;
}

/** Whether cases may still be taken on for this leave: it is planned or under way, by its dates. */
export function leaveStands({ state, toAt }: Pick<Leave, 'state' | 'toAt'>, at: Instant): boolean {
  return (state === 'planned' || state === 'away') && at < toAt;
}

/** Why a leave cannot stand beside the same person's others, or null. */
export function leaveFault(options: {
  readonly span: LeaveSpan;
  readonly others: readonly LeaveSpan[];
  readonly now: Instant;
}): LeaveRefusal | null {
  const { span, others, now } = options;
  if (span.toAt <= span.fromAt) return 'ends-before-it-starts';
  if (span.toAt - span.fromAt > LONGEST_LEAVE) return 'too-long';
  if (span.toAt <= now) return 'over-already';
  return others.some(({ fromAt, toAt }) => fromAt < span.toAt && span.fromAt < toAt) ? 'overlaps' : null;
}

/** Everybody keeps their own leave; whoever leads a desk or coordinates a service keeps that of any colleague there. */
export function mayKeepLeaveOf(
  actor: StaffActor,
  { userId, agencyId }: Pick<Leave, 'userId' | 'agencyId'>,
): boolean {
  if (agencyId !== actor.agencyId) return false;
  return mayDo(actor, 'keep-leave') || (userId === actor.userId && mayDo(actor, 'keep-own-leave'));
}

/** When the service must look at a leave again: at its beginning, at its end, never after (P1). */
export function nextLookAt({
  state,
  fromAt,
  toAt,
}: Pick<Leave, 'state' | 'fromAt' | 'toAt'>): Instant | null {
  if ((leaveMachine.terminal as readonly LeaveState[]).includes(state)) return null;
  return state === 'planned' ? fromAt : toAt;
}
