import { leaveMachine, nextState, type LeaveId, type ServiceActor } from '#libs/domain';
import type { Ids, Transaction, UnitOfWork } from '../ports';
import { eachAlone } from '../set-aside/each-alone';
import { leaveEvent } from './leave-event';
import { offerBack } from './offer-back';

const TIMERS: ServiceActor = { kind: 'service', process: 'timers' };

/**
 * Notes that somebody's leave has begun or is over. Who answers for their cases changes by the dates alone; this counts
 * what was left without cover, and offers the cases back when it is over. It happened at its own time.
 */
export class NoteLeave {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  /** Answers how many were looked at, each alone. */
  execute({ limit }: { readonly limit: number }): Promise<number> {
    return eachAlone(this.unitOfWork, {
      actor: TIMERS,
      kind: 'leave',
      find: (tx) => tx.leaves.due(limit),
      work: (tx, id) => this.note(tx, id),
    });
  }

  private async note(tx: Transaction, id: LeaveId): Promise<void> {
    const leave = await tx.leaves.lock(id);
    if (leave === null) return;
    if (leave.state === 'planned' && leave.fromAt <= tx.now) {
      const state = nextState(leaveMachine, { state: leave.state, event: 'begin' }) ?? leave.state;
      const uncoveredAtStart = await tx.leaves.openCasesOf(leave.userId);
      const begun = await tx.leaves.save({ ...leave, state, uncoveredAtStart });
      await tx.journal.append([leaveEvent(begun, 'leave.begun', begun.fromAt)]);
      return;
    }
    if (leave.state !== 'away' || leave.toAt > tx.now) return;
    const state = nextState(leaveMachine, { state: leave.state, event: 'come-back' }) ?? leave.state;
    const over = await tx.leaves.save({ ...leave, state });
    await tx.journal.append([leaveEvent(over, 'leave.over', over.toAt)]);
    await offerBack(tx, over, this.ids);
  }
}
