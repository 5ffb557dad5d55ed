import { fireSafeguarding, type ServiceActor } from '#libs/domain';
import type { UnitOfWork } from '../ports';
import { eachAlone } from '../set-aside/each-alone';

const TIMERS: ServiceActor = { kind: 'service', process: 'timers' };

/**
 * Notes safeguarding tasks that have fallen due and waits that are over, and tells the leads. The database says what
 * is due; a row's next wake-up moves on in the transaction that notes it, so it is noted once whatever dies.
 */
export class FireSafeguarding {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Answers how many tasks were looked at, each alone. */
  execute({ limit }: { limit: number }): Promise<number> {
    return eachAlone(this.unitOfWork, {
      actor: TIMERS,
      kind: 'safeguarding-task',
      find: (tx) => tx.safeguarding.due(limit),
      work: async (tx, id) => {
        const due = await tx.safeguarding.lockDue(id);
        if (due === null) return;
        const { task, events } = fireSafeguarding(due, tx.now);
        await tx.safeguarding.saveFired(task, tx.now);
        await tx.journal.append(events);
      },
    });
  }
}
