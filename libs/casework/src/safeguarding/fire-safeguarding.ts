import { fireSafeguarding, type ServiceActor } from '#libs/domain';
import type { UnitOfWork } from '../ports';

const TIMERS: ServiceActor = { kind: 'service', process: 'timers' };

/**
 * Notes safeguarding tasks that have fallen due and waits that are over, and tells the leads. The database says what
 * is due; a row's next wake-up moves on in the transaction that notes it, so it is noted once whatever dies.
 */
export class FireSafeguarding {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Answers how many tasks were looked at; `limit` bounds one transaction. */
  execute({ limit }: { limit: number }): Promise<number> {
    return this.unitOfWork.run(TIMERS, async (tx) => {
      const due = await tx.safeguarding.lockDue(limit);
      const steps = due.map((task) => fireSafeguarding(task, tx.now));
      await tx.safeguarding.saveFired(
        steps.map(({ task }) => task),
        tx.now,
      );
      await tx.journal.append(steps.flatMap(({ events }) => events));
      return due.length;
    });
  }
}
