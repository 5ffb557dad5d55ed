import type { PackReview, ReviewedItem } from '#libs/casework';
import { ITEM_DECISIONS, WITHHOLD_REASONS } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { wrongFields } from '../form-acts/wrong-fields';
import type { Notice } from '../notices/notice';
import { DECISION_WORDS, ITEM, REVIEW_PAGE, WITHHOLD_WORDS } from './review.copy';

type Review = Extract<PackReview, { kind: 'review' }>;

export interface ItemForm {
  readonly raw: Readonly<Record<'decision' | 'reason' | 'words', string>> | null;
  readonly errors: readonly FieldError[];
  readonly idempotencyKey?: string;
}

export const BLANK_ITEM: ItemForm = { raw: null, errors: [] };

export function reviewPage({ request, items }: Review, notice: Notice | null) {
  return {
    ...REVIEW_PAGE,
    reference: request.reference,
    back: `/data-protection/requests/${request.id}`,
    notice,
    items: items.map(({ item, title }, index) => ({
      title: `${index + 1}. ${title}`,
      href: `/data-protection/requests/${request.id}/review/${index + 1}`,
      standing: item.decision === null ? REVIEW_PAGE.waits : DECISION_WORDS[item.decision],
      waits: item.decision === null,
    })),
  };
}

export function itemPage(
  { request }: Review,
  { found, place, form }: { found: ReviewedItem; place: number; form: ItemForm },
) {
  const { item, title, facts, words } = found;
  const base = `/data-protection/requests/${request.id}/review`;
  return {
    ...ITEM,
    reference: request.reference,
    what: title,
    back: base,
    action: `${base}/${place}`,
    key: item.key,
    revision: item.revision,
    facts: facts.map(([key, value]) => ({ key, value })),
    decisions: ITEM_DECISIONS.map((value) => ({ value, text: DECISION_WORDS[value] })),
    reasons: WITHHOLD_REASONS.map((value) => ({ value, text: WITHHOLD_WORDS[value] })),
    raw: form.raw ?? { decision: item.decision ?? '', reason: item.reason ?? '', words: words ?? '' },
    errors: form.errors,
    wrong: wrongFields(form.errors),
    idempotencyKey: form.idempotencyKey,
  };
}
