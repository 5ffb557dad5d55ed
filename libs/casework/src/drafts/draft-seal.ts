import type { DraftContents, DraftId } from '#libs/domain';
import type { SubjectVault } from '../ports';

const place = (recordId: DraftId) => ({ recordId, kind: 'referral-draft' }) as const;

export function sealDraft(vault: SubjectVault, id: DraftId, contents: DraftContents): Buffer {
  return vault.seal(place(id), contents);
}

/** Null when it does not open. A draft nobody has typed into yet is empty. */
export function openSealedDraft(
  vault: SubjectVault,
  id: DraftId,
  sealed: Buffer | null,
): DraftContents | null {
  return sealed === null ? {} : vault.open(place(id), sealed);
}
