import { mayDo, type DraftId, type ReferralId } from '#libs/domain';
import { NOT_FOUND, type NotFound } from '../outcome';
import type { DraftRecord, Transaction } from '../ports';

/** It was sent: the referral it became is the answer. */
export interface DraftSent {
  readonly kind: 'sent';
  readonly referralId: ReferralId;
}

export type DraftFound = { readonly kind: 'open'; readonly draft: DraftRecord } | DraftSent | NotFound;

/** A draft is its author's alone, and only until its time has come; row-level security says the same. */
export async function findOpenDraft(
  tx: Transaction,
  id: DraftId,
  read: 'lock' | 'find' = 'lock',
): Promise<DraftFound> {
  const { actor, now } = tx;
  if (actor.kind !== 'staff' || !mayDo(actor, 'keep-draft')) return NOT_FOUND;
  const draft = await tx.drafts[read](id);
  if (draft === null || draft.authorId !== actor.userId || draft.agencyId !== actor.agencyId)
    return NOT_FOUND;
  if (draft.referralId !== null) return { kind: 'sent', referralId: draft.referralId };
  return draft.state === 'open' && now < draft.expiresAt ? { kind: 'open', draft } : NOT_FOUND;
}
