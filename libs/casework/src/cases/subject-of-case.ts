import type { Act, CaseId, PersonId, StaffActor } from '#libs/domain';
import type { SubjectVault, Transaction, UnitOfWork, Vault } from '../ports';
import { findCaseFor } from './case-access';

interface Opening {
  readonly unitOfWork: UnitOfWork;
  readonly vault: Vault;
}

/**
 * The vault of whoever a case is about, opened before the transaction that writes; null when the case may not be seen
 * or the key is out of reach.
 */
export function subjectOfCase(
  opening: Opening,
  { actor, act, caseId }: { actor: StaffActor; act: Act; caseId: CaseId },
): Promise<SubjectVault | null> {
  return subjectFoundBy(opening, actor, async (tx) => {
    const caseFile = await findCaseFor(tx, act, caseId);
    return caseFile?.personId ?? null;
  });
}

/** As `subjectOfCase`, for records that lead to the person in another way. */
export async function subjectFoundBy(
  { unitOfWork, vault }: Opening,
  actor: StaffActor,
  personOf: (tx: Transaction) => Promise<PersonId | null>,
): Promise<SubjectVault | null> {
  const personId = await unitOfWork.run(actor, personOf);
  if (personId === null) return null;
  const subject = await vault.of(personId);
  return subject.kind === 'open' ? subject.vault : null;
}
