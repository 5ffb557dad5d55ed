import { answerTask, type PoliceTask, type TaskAnswer } from '#libs/domain';
import type { Transaction } from '../ports';

/** Marks the task answered: entered before the case changes, so that nothing takes the same task back. */
export async function markAnswered(tx: Transaction, task: PoliceTask, answer: TaskAnswer): Promise<void> {
  if (tx.actor.kind !== 'staff') throw new Error('only people answer');
  const step = answerTask(task, { answer, by: tx.actor.userId, now: tx.now });
  await tx.policeTasks.save([step.task]);
  await tx.journal.append(step.events);
}
