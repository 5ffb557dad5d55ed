import type { Act, SafeguardingTaskId, StaffActor } from '#libs/domain';
import type { SubjectVault, UnitOfWork, Vault } from '../ports';
import { findTaskFor } from './task-access';

/** The vault of whoever a task is about, opened before the transaction that writes; null when it is out of reach. */
export async function subjectOfTask(
  { unitOfWork, vault }: { unitOfWork: UnitOfWork; vault: Vault },
  { actor, act, taskId }: { actor: StaffActor; act: Act; taskId: SafeguardingTaskId },
): Promise<SubjectVault | null> {
  const personId = await unitOfWork.run(
    actor,
    async (tx) => (await findTaskFor(tx, act, taskId))?.personId ?? null,
  );
  if (personId === null) return null;
  const subject = await vault.of(personId);
  return subject.kind === 'open' ? subject.vault : null;
}
