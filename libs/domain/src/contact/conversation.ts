import type { Instant } from '../time';

/** How a person shows who they are: the agreed word, a date of birth they give themselves, a voice we know. */
export const IDENTITY_PROOFS = ['code-word', 'date-of-birth', 'known-voice'] as const;
export type IdentityProof = (typeof IDENTITY_PROOFS)[number];

export const IDENTITY_ANSWERS = [...IDENTITY_PROOFS, 'not-sure'] as const;
export type IdentityAnswer = (typeof IDENTITY_ANSWERS)[number];

/** The three things that the first call promises (practice §1.2). */
export const PROMISED_ELEMENTS = ['emotional-support', 'justice-information', 'support-offer'] as const;
export type PromisedElement = (typeof PROMISED_ELEMENTS)[number];

export const ELEMENT_ANSWERS = ['given', 'declined', 'later'] as const;
export type ElementAnswer = (typeof ELEMENT_ANSWERS)[number];

export type ElementAnswers = Readonly<Record<PromisedElement, ElementAnswer>>;

/** What is noted after a conversation. With somebody who may be anyone, nothing of the promise was given. */
export type Conversation =
  | { readonly identity: IdentityProof; readonly elements: ElementAnswers }
  | { readonly identity: 'not-sure'; readonly elements: null };

export function proofOf(conversation: Conversation | null): IdentityProof | null {
  return conversation === null || conversation.identity === 'not-sure' ? null : conversation.identity;
}

/** Where each promised element stands: the latest answer counts, and null is an element nobody has spoken of yet. */
export function elementsNow(
  followUps: readonly { readonly elements: ElementAnswers | null; readonly happenedAt: Instant }[],
): Readonly<Record<PromisedElement, ElementAnswer | null>> {
  const latest = followUps
    .toSorted((a, b) => a.happenedAt - b.happenedAt)
    .findLast(({ elements }) => elements !== null)?.elements;
  return latest ?? { 'emotional-support': null, 'justice-information': null, 'support-offer': null };
}

/** Elements that were put off or never spoken of: work that is still open. */
export function elementsToDo(
  standing: Readonly<Record<PromisedElement, ElementAnswer | null>>,
): readonly PromisedElement[] {
  return PROMISED_ELEMENTS.filter((element) => standing[element] === null || standing[element] === 'later');
}
