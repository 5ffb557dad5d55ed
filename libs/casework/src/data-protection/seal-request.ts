import type { BreachId, InformationRequestId, PersonId } from '#libs/domain';
import type { Sealable, SubjectVault, Transaction, Vault } from '../ports';

export type RequestWords = Sealable['request-words'];

/** Words about somebody we know are sealed under their key, so that erasing them takes these along; others under their own. */
export async function sealerOf(
  vault: Vault,
  { recordId, personId }: { recordId: InformationRequestId | BreachId; personId: PersonId | null },
): Promise<SubjectVault | null> {
  if (personId === null) return vault.create(recordId);
  const subject = await vault.of(personId);
  return subject.kind === 'open' ? subject.vault : null;
}

export async function sealWords(
  tx: Transaction,
  options: {
    sealer: SubjectVault;
    recordId: InformationRequestId | BreachId;
    personId: PersonId | null;
    words: RequestWords;
  },
): Promise<void> {
  const { sealer, recordId, personId, words } = options;
  const sealed = sealer.seal({ recordId, kind: 'request-words' }, words);
  await tx.informationRequests.seal({ recordId, personId, sealed, at: tx.now });
}

/** What was written with a request or a breach; null when its key is gone or out of reach. */
export async function openWords(
  vault: Vault,
  record: { recordId: InformationRequestId | BreachId; personId: PersonId | null; sealed: Buffer } | null,
): Promise<RequestWords | null> {
  if (record === null) return null;
  const subject = await vault.of(record.personId ?? record.recordId);
  if (subject.kind !== 'open') return null;
  return subject.vault.open({ recordId: record.recordId, kind: 'request-words' }, record.sealed);
}
