import { nextState, swapMachine, type ServiceActor, type ShiftId, type ShiftSwap } from '#libs/domain';
import type { Transaction, UnitOfWork } from '../ports';
import { eachAlone } from '../set-aside/each-alone';
import { swapEvent } from './swap-event';

const TIMERS: ServiceActor = { kind: 'service', process: 'timers' };

/** Ends questions about shifts that are over: nobody can take them any more. */
export class LapseSwaps {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute({ limit }: { readonly limit: number }): Promise<number> {
    return eachAlone(this.unitOfWork, {
      actor: TIMERS,
      kind: 'shift-swap',
      find: (tx) => tx.swaps.over(limit),
      work: async (tx, id) => {
        const swap = await tx.swaps.find(id);
        if (swap !== null) await lapse(tx, swap);
      },
    });
  }
}

/** A shift has changed or is off the rota: a question that stood about it is about something else now. */
export async function lapseSwapOf(tx: Transaction, shiftId: ShiftId): Promise<void> {
  const swap = await tx.swaps.openOf(shiftId);
  if (swap !== null) await lapse(tx, swap);
}

async function lapse(tx: Transaction, swap: ShiftSwap): Promise<void> {
  const state = nextState(swapMachine, { state: swap.state, event: 'lapse' });
  if (state === null) return;
  const decidedBy = tx.actor.kind === 'staff' ? tx.actor.userId : null;
  const lapsed = { ...swap, state, decidedBy, decidedAt: tx.now };
  await tx.swaps.save(lapsed);
  await tx.journal.append([swapEvent(lapsed, tx.now)]);
}
