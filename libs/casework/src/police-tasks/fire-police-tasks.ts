import { fireTask, type ServiceActor } from '#libs/domain';
import type { UnitOfWork } from '../ports';

const TIMERS: ServiceActor = { kind: 'service', process: 'timers' };

/**
 * Notes what is due about open questions to the police: reminders, passed due times, times to try again. The database
 * says what is due; rows are locked and their next wake-up moves on in the same transaction, so two workers, a restart
 * or a jump of the clock note each thing once.
 */
export class FirePoliceTasks {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Answers how many tasks were looked at; `limit` bounds one transaction. */
  execute({ limit }: { limit: number }): Promise<number> {
    return this.unitOfWork.run(TIMERS, async (tx) => {
      const due = await tx.policeTasks.lockDue(limit);
      const steps = due.map((task) => fireTask(task, tx.now));
      await tx.policeTasks.save(steps.map(({ task }) => task));
      await tx.journal.append(steps.flatMap(({ events }) => events));
      return due.length;
    });
  }
}
