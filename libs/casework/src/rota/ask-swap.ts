import {
  askSwapRefusal,
  mayDo,
  type AskSwapRefusal,
  type ShiftId,
  type ShiftSwap,
  type StaffActor,
  type SwapId,
  type UserId,
} from '#libs/domain';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type { Ids, Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { mayBeOnCall } from '../on-call/may-be-on-call';
import { swapEvent } from './swap-event';

export type AskSwapOutcome =
  | { readonly kind: 'asked'; readonly swapId: SwapId }
  | NotFound
  | Stale
  | Refused<AskSwapRefusal | 'asked-already' | 'not-on-the-team' | 'on-leave'>;

/** Asks a colleague to take a shift of one's own. Nothing of the rota moves until they say yes. */
export class AskSwap {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(
    actor: StaffActor,
    request: { readonly shiftId: ShiftId; readonly revision: number; readonly toUserId: UserId },
    repeatable: Repeatable,
  ): Promise<Once<AskSwapOutcome>> {
    return this.unitOfWork.once<AskSwapOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'asked' },
      (tx) => this.ask(tx, actor, request),
    );
  }

  private async ask(
    tx: Transaction,
    actor: StaffActor,
    request: { readonly shiftId: ShiftId; readonly revision: number; readonly toUserId: UserId },
  ): Promise<AskSwapOutcome> {
    const { shiftId, revision, toUserId } = request;
    const found = await tx.onCall.find(shiftId);
    if (!mayDo(actor, 'swap-shift') || found === null || found.agencyId !== actor.agencyId) return NOT_FOUND;
    await tx.onCall.lockRota(found.teamId);
    const shift = await tx.onCall.find(shiftId);
    if (shift === null) return NOT_FOUND;
    if (shift.revision !== revision) return { kind: 'stale', revision: shift.revision };
    const refusal = askSwapRefusal(actor, { shift, to: toUserId, now: tx.now });
    if (refusal !== null) return refuse(refusal);
    if ((await tx.swaps.openOf(shiftId)) !== null) return refuse('asked-already');
    if (!(await mayBeOnCall(tx, actor, toUserId))) return refuse('not-on-the-team');
    if (await tx.leaves.isAwayDuring(toUserId, shift)) return refuse('on-leave');
    const swap: ShiftSwap = {
      id: this.ids.next<SwapId>(),
      shiftId,
      agencyId: shift.agencyId,
      teamId: shift.teamId,
      fromUserId: actor.userId,
      toUserId,
      fromAt: shift.fromAt,
      toAt: shift.toAt,
      shiftRevision: shift.revision,
      askedAt: tx.now,
      state: 'asked',
      decidedBy: null,
      decidedAt: null,
      revision: 1,
    };
    await tx.swaps.insert(swap);
    await tx.journal.append([swapEvent(swap, tx.now)]);
    return { kind: 'asked', swapId: swap.id };
  }
}
