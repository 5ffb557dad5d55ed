import type { PersonId } from '#libs/domain';
import type { Sealable, SealedRecord, SubjectVault, Transaction } from '../ports';

export type SafeWords = Sealable['safe-contact-words'];

const EMPTY: SafeWords = { sayIfOtherAnswers: null, codeWord: null };

/** Where words of a person are sealed: with the person, or with the route that they are about. */
export interface WordsPlace {
  readonly vault: SubjectVault;
  readonly personId: PersonId;
  readonly recordId: string;
}

/** Seals words anew in their place; what the change does not name stays as it was. */
export async function sealWords(
  tx: Transaction,
  place: WordsPlace,
  change: Partial<SafeWords>,
): Promise<void> {
  const { vault, personId, recordId } = place;
  const words = { ...(await openWords(tx, place)), ...change };
  const at = { recordId, kind: 'safe-contact-words' } as const;
  await tx.safeContact.replaceWords({ ...at, sealed: vault.seal(at, words), personId, at: tx.now });
}

/** For a rule or a change; whoever shows words records that first. */
export async function openWords(
  tx: Transaction,
  { vault, personId, recordId }: WordsPlace,
): Promise<SafeWords> {
  return wordsIn(vault, recordId, await tx.safeContact.sealedOf(personId, [recordId]));
}

export function wordsIn(vault: SubjectVault, recordId: string, records: readonly SealedRecord[]): SafeWords {
  const kind = 'safe-contact-words';
  const record = records.find((one) => one.kind === kind && one.recordId === recordId);
  return (record && vault.open({ recordId, kind }, record.sealed)) ?? EMPTY;
}
