import { overdueEvent, rolesToTell, type ServiceActor } from '#libs/domain';
import type { UnitOfWork } from '../ports';

const TIMERS: ServiceActor = { kind: 'service', process: 'timers' };

/**
 * Notes work whose time has passed and sees to it that somebody hears of it, and of access that was taken back. The
 * note is unique for its due time and step, so it is told once, whatever dies and however many processes look.
 */
export class NoteOverdue {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Answers how much was noted; `limit` bounds one transaction. */
  execute({ limit }: { readonly limit: number }): Promise<number> {
    return this.unitOfWork.run(TIMERS, async (tx) => {
      const overdue = await tx.overdue.find(limit);
      for (const work of overdue) {
        if (!(await tx.overdue.note(work))) continue;
        await tx.overdue.tell(work, rolesToTell(work));
        await tx.journal.append([overdueEvent(work)]);
      }
      return overdue.length + (await tx.overdue.tellOfRecalls());
    });
  }
}
