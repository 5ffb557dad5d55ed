/** What happens to one item that may tell about somebody else. */
export const ITEM_DECISIONS = ['include', 'redact', 'withhold'] as const;
export type ItemDecision = (typeof ITEM_DECISIONS)[number];

export const WITHHOLD_REASONS = [
  'names-another-person',
  'names-staff',
  'serious-harm',
  'safeguarding',
  'legal-privilege',
  'crime-or-court',
] as const;
export type WithholdReason = (typeof WITHHOLD_REASONS)[number];

export type ItemFault = 'reason-missing' | 'words-missing';

/** Whether a decision on one item is whole: what is kept back needs a reason, what is reworded needs the words. */
export function itemFault(answer: {
  readonly decision: ItemDecision;
  readonly reason: WithholdReason | null;
  readonly words: string;
}): ItemFault | null {
  if (answer.decision === 'include') return null;
  if (answer.reason === null) return 'reason-missing';
  return answer.decision === 'redact' && answer.words.trim() === '' ? 'words-missing' : null;
}

/** Sealed records that are about the person alone. Any other kind, one that is new included, is looked through first. */
const OF_THE_PERSON_ALONE = new Set(['identity', 'crime-reference']);

/** Rows that say something about another person, or about a colleague: a second record, a wall, a suspect compared. */
const ABOUT_OTHERS = new Set([
  'app.person_link',
  'app.match_review',
  'app.case_wall',
  'app.break_glass',
  'app.legal_hold',
]);

/** Whether somebody must look through an item before it may go into a pack. Unknown is yes. */
export function needsReview(item: { readonly source: string; readonly sealedKind: string | null }): boolean {
  if (item.sealedKind !== null) return !OF_THE_PERSON_ALONE.has(item.sealedKind);
  return ABOUT_OTHERS.has(item.source);
}
