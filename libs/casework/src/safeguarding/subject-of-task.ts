import type { Act, SafeguardingTaskId, StaffActor } from '#libs/domain';
import { subjectFoundBy } from '../cases/subject-of-case';
import type { SubjectVault, UnitOfWork, Vault } from '../ports';
import { findTaskFor } from './task-access';

/** The vault of whoever a task is about, opened before the transaction that writes; null when it is out of reach. */
export function subjectOfTask(
  opening: { unitOfWork: UnitOfWork; vault: Vault },
  { actor, act, taskId }: { actor: StaffActor; act: Act; taskId: SafeguardingTaskId },
): Promise<SubjectVault | null> {
  return subjectFoundBy(opening, actor, async (tx) => {
    const task = await findTaskFor(tx, act, taskId);
    return task?.personId ?? null;
  });
}
