import type { MatchReviewRecord, Transaction, Vault } from '../ports';

/** Keeps a responder's words about a decision sealed with the person's records; false when they cannot be sealed now. */
export async function sealNote(
  tx: Transaction,
  options: {
    readonly vault: Vault;
    readonly review: Pick<MatchReviewRecord, 'id' | 'personId'>;
    readonly note: string | null;
  },
): Promise<boolean> {
  const { vault, review, note } = options;
  if (note === null) return true;
  const { personId } = review;
  const found = await vault.of(personId);
  if (found.kind !== 'open') return false;
  const place = { recordId: review.id, kind: 'match-note' } as const;
  const record = { ...place, sealed: found.vault.seal(place, { note }) };
  await tx.safeContact.addSealed({ personId, record, at: tx.now });
  return true;
}
