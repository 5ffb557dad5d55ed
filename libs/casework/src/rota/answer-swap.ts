import {
  answerSwap,
  mayDo,
  takenOver,
  type AnswerSwapRefusal,
  type StaffActor,
  type SwapEvent,
  type SwapId,
} from '#libs/domain';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { shiftEvent } from '../on-call/shift-event';
import { swapEvent } from './swap-event';

export interface SwapAnswer {
  readonly swapId: SwapId;
  readonly answer: Exclude<SwapEvent, 'lapse'>;
}

export type AnswerSwapOutcome =
  { readonly kind: 'answered' } | NotFound | Refused<AnswerSwapRefusal | 'on-leave'>;

/** The colleague who was asked says yes or no, or the question is taken back. Yes changes the rota at that instant. */
export class AnswerSwap {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: StaffActor, request: SwapAnswer, repeatable: Repeatable): Promise<Once<AnswerSwapOutcome>> {
    return this.unitOfWork.once<AnswerSwapOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'answered' },
      (tx) => this.answer(tx, actor, request),
    );
  }

  private async answer(
    tx: Transaction,
    actor: StaffActor,
    { swapId, answer }: SwapAnswer,
  ): Promise<AnswerSwapOutcome> {
    const found = await tx.swaps.find(swapId);
    if (!mayDo(actor, 'swap-shift') || found === null || found.agencyId !== actor.agencyId) return NOT_FOUND;
    await tx.onCall.lockRota(found.teamId);
    const swap = await tx.swaps.find(swapId);
    if (swap === null) return NOT_FOUND;
    const shift = await tx.onCall.find(swap.shiftId);
    const answered = answerSwap(actor, { swap, shift, answer, now: tx.now });
    if (answered.kind === 'refused') return answered;
    if (answer === 'accept' && shift !== null) {
      if (await tx.leaves.isAwayDuring(actor.userId, shift)) return refuse('on-leave');
      const taken = takenOver(shift, swap);
      await tx.onCall.change(taken);
      await tx.journal.append([shiftEvent(taken, 'on-call-shift.changed', tx.now)]);
    }
    const decided = { ...swap, state: answered.state, decidedBy: actor.userId, decidedAt: tx.now };
    await tx.swaps.save(decided);
    await tx.journal.append([swapEvent(decided, tx.now)]);
    return { kind: 'answered' };
  }
}
