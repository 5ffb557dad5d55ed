import type { FieldError } from '../../errors/problem';
import { caseFrame } from '../cases/case-frame.page';
import { routeViews } from '../cases/safe-contact.page';
import { wrongFields } from '../form-acts/wrong-fields';
import type { CardFormParts } from './card-reading';
import { WORDS_FORM } from './words.copy';
import type { SafeWordsRaw } from './words.form';

/** What the person wants said, and the words by which they are known; what was agreed before is not shown. */
export function wordsPage(
  parts: CardFormParts,
  form: { raw: SafeWordsRaw; errors: readonly FieldError[]; idempotencyKey?: string },
) {
  const { summary, now, timezone } = parts;
  const { caseId, card } = summary;
  const views = routeViews(card, { caseId, now, timezone });
  return {
    ...WORDS_FORM,
    ...form,
    wrong: wrongFields(form.errors),
    frame: caseFrame(parts, 'safe-contact'),
    backHref: `/cases/${caseId}/safe-contact`,
    action: `/cases/${caseId}/safe-contact/words`,
    revision: form.raw.revision === '' ? summary.revision : form.raw.revision,
    routeChoices: [
      { value: '', text: WORDS_FORM.answerers.none },
      ...views.map(({ id, name }) => ({ value: id, text: name })),
    ],
    callerItems: Object.entries(WORDS_FORM.caller.items).map(([value, text]) => ({ value, text })),
  };
}
