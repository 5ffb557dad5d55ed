import type { PersonId } from '#libs/domain';
import type { SubjectVault, Transaction } from '../ports';

/** Seals the words beside a record of somebody's support, under the id of that record. */
export async function sealWords(
  tx: Transaction,
  sealer: SubjectVault,
  words: { readonly personId: PersonId; readonly recordId: string; readonly words: string },
): Promise<void> {
  const place = { recordId: words.recordId, kind: 'support-note' } as const;
  const record = { ...place, sealed: sealer.seal(place, { text: words.words }) };
  await tx.safeContact.addSealed({ personId: words.personId, record, at: tx.now });
}
