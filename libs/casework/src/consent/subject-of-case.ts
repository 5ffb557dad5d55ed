import type { Act, CaseId, StaffActor } from '#libs/domain';
import { findCaseFor } from '../cases/case-access';
import type { SubjectVault, UnitOfWork, Vault } from '../ports';

/**
 * The vault of whoever a case is about, opened before the transaction that writes; null when the case may not be seen
 * or the key is out of reach.
 */
export async function subjectOfCase(
  { unitOfWork, vault }: { unitOfWork: UnitOfWork; vault: Vault },
  { actor, act, caseId }: { actor: StaffActor; act: Act; caseId: CaseId },
): Promise<SubjectVault | null> {
  const personId = await unitOfWork.run(
    actor,
    async (tx) => (await findCaseFor(tx, act, caseId))?.personId ?? null,
  );
  if (personId === null) return null;
  const subject = await vault.of(personId);
  return subject.kind === 'open' ? subject.vault : null;
}
