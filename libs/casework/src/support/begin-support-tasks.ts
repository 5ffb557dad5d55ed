import {
  beginTask,
  SUPPORT_CLOCKS,
  withdrawSupportTask,
  type ServiceActor,
  type SupportTask,
  type SupportTaskKind,
} from '#libs/domain';
import type { Transaction, UnitOfWork } from '../ports';
import { dueInWorkingDays } from '../safeguarding/due-in-working-days';
import { eachAlone } from '../set-aside/each-alone';

const TIMERS: ServiceActor = { kind: 'service', process: 'timers' };

/**
 * Begins what was planned for a day that has come: from then on somebody must act, and the clock runs. Nobody is called
 * or written to by it. A check-in of somebody who may not be contacted any more, or whose record is erased, ends instead, at once and not on its day.
 */
export class BeginSupportTasks {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Answers how many tasks were looked at, each alone. */
  execute({ limit }: { readonly limit: number }): Promise<number> {
    return eachAlone(this.unitOfWork, {
      actor: TIMERS,
      kind: 'support-task',
      find: (tx) => tx.support.toBegin(limit),
      work: async (tx, id) => {
        const task = await tx.support.lockToBegin(id);
        if (task !== null) await begin(tx, task);
      },
    });
  }
}

async function begin(tx: Transaction, task: SupportTask): Promise<void> {
  const step = await stepOf(tx, task);
  if (step?.kind !== 'changed') return;
  await tx.support.saveBegun(step.task);
  await tx.journal.append(step.events);
}

/** Planned while the case is open, and for nobody once it has closed. */
const OF_OPEN_CASES: readonly SupportTaskKind[] = ['case-review', 'confirm-appointment'];

async function stepOf(tx: Transaction, task: SupportTask) {
  const { kind, personId } = task;
  const { now } = tx;
  if (await tx.support.isErased(personId))
    return withdrawSupportTask(task, { outcome: 'record-erased', by: null, now });
  if (kind === 'check-in' && (await tx.safeContact.cardOf(personId)).stopped)
    return withdrawSupportTask(task, { outcome: 'contact-stopped', by: null, now });
  if (OF_OPEN_CASES.includes(kind)) {
    const caseFile = await tx.cases.find(task.caseId);
    if (caseFile === null || caseFile.closedAt !== null)
      return withdrawSupportTask(task, { outcome: 'case-closed', by: null, now });
  }
  if (task.dueAt > now) return null;
  const dueAt = await dueInWorkingDays(tx, SUPPORT_CLOCKS.actWithinDays[kind]);
  return beginTask(task, { dueAt, now });
}
