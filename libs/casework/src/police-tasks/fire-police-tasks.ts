import { fireTask, type ServiceActor } from '#libs/domain';
import type { UnitOfWork } from '../ports';
import { eachAlone } from '../set-aside/each-alone';

const TIMERS: ServiceActor = { kind: 'service', process: 'timers' };

/**
 * Notes what is due about open questions to the police: reminders, passed due times, times to try again. The database
 * says what is due; rows are locked and their next wake-up moves on in the same transaction, so two workers, a restart
 * or a jump of the clock note each thing once.
 */
export class FirePoliceTasks {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Answers how many tasks were looked at, each alone. */
  execute({ limit }: { limit: number }): Promise<number> {
    return eachAlone(this.unitOfWork, {
      actor: TIMERS,
      kind: 'police-task',
      find: (tx) => tx.policeTasks.due(limit),
      work: async (tx, id) => {
        const due = await tx.policeTasks.lockDue(id);
        if (due === null) return;
        const { task, events } = fireTask(due, tx.now);
        await tx.policeTasks.save([task]);
        await tx.journal.append(events);
      },
    });
  }
}
