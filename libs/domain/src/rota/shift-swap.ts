import { mayDo, type StaffActor } from '../access';
import type { AgencyId, ShiftId, SwapId, TeamId, UserId } from '../ids';
import { nextState } from '../machine';
import type { OnCallShift } from '../on-call';
import type { Instant } from '../time';
import { swapMachine, type SwapEvent, type SwapState } from './swap-machine';

/** One shift offered to one colleague, with the shift as it stood when they were asked. */
export interface ShiftSwap {
  readonly id: SwapId;
  readonly shiftId: ShiftId;
  readonly agencyId: AgencyId;
  readonly teamId: TeamId;
  readonly fromUserId: UserId;
  readonly toUserId: UserId;
  readonly fromAt: Instant;
  readonly toAt: Instant;
  readonly shiftRevision: number;
  readonly askedAt: Instant;
  readonly state: SwapState;
  readonly decidedBy: UserId | null;
  readonly decidedAt: Instant | null;
  readonly revision: number;
}

export type AskSwapRefusal = 'not-your-shift' | 'to-yourself' | 'over-already';

/** Whether this person may ask this colleague to take this shift; null means yes. Who keeps the rota changes it there. */
export function askSwapRefusal(
  actor: StaffActor,
  { shift, to, now }: { readonly shift: OnCallShift; readonly to: UserId; readonly now: Instant },
): AskSwapRefusal | null {
  if (shift.userId !== actor.userId) return 'not-your-shift';
  if (to === actor.userId) return 'to-yourself';
  return shift.toAt <= now ? 'over-already' : null;
}

export type AnswerSwapRefusal = 'already-answered' | 'not-for-you' | 'shift-changed' | 'over-already';

/**
 * Whether this person may give this answer. Only the colleague who was asked says yes or no; who asked, and whoever
 * keeps the rota, takes the question back. A shift that changed since it was asked about is not taken over unseen.
 */
export function answerSwap(
  actor: StaffActor,
  options: {
    readonly swap: ShiftSwap;
    /** The shift as it is now; null when it is off the rota. */
    readonly shift: OnCallShift | null;
    readonly answer: Exclude<SwapEvent, 'lapse'>;
    readonly now: Instant;
  },
):
  | { readonly kind: 'answered'; readonly state: SwapState }
  | { readonly kind: 'refused'; readonly reason: AnswerSwapRefusal } {
  const { swap, shift, answer, now } = options;
  const state = nextState(swapMachine, { state: swap.state, event: answer });
  if (state === null) return { kind: 'refused', reason: 'already-answered' };
  if (!isTheirs(actor, swap, answer)) return { kind: 'refused', reason: 'not-for-you' };
  if (answer !== 'accept') return { kind: 'answered', state };
  if (shift === null || shift.revision !== swap.shiftRevision)
    return { kind: 'refused', reason: 'shift-changed' };
  return shift.toAt <= now ? { kind: 'refused', reason: 'over-already' } : { kind: 'answered', state };
}

function isTheirs(actor: StaffActor, { fromUserId, toUserId }: ShiftSwap, answer: SwapEvent): boolean {
  if (answer === 'withdraw') return fromUserId === actor.userId || mayDo(actor, 'keep-rota');
  return toUserId === actor.userId;
}

/** The shift after it was taken over: somebody else's, at the same time. */
export function takenOver(shift: OnCallShift, { toUserId }: ShiftSwap): OnCallShift {
  return { ...shift, userId: toUserId, revision: shift.revision + 1 };
}
