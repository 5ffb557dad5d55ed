import { mayDo } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { wrongFields } from '../form-acts/wrong-fields';
import type { Notice } from '../notices/notice';
import { caseFrame } from './case-frame.page';
import type { ContactParts } from './case-reading';
import { SAFETY, SAFETY_CHECKLIST } from './safety.copy';
import type { SafeWordsRaw } from './safety.form';
import { routeViews } from './safe-contact.page';
import { callWindowInWords } from '../board/call-window';

/** Every way to reach the person and what is known of it; the words that were agreed stand with the number only. */
export function safetyPage(
  parts: ContactParts,
  form: {
    raw: SafeWordsRaw;
    errors: readonly FieldError[];
    notice: Notice | null;
    idempotencyKey?: string;
  },
) {
  const { summary, contact, actor, now, timezone } = parts;
  const { caseId, card } = summary;
  const open = summary.closedAt === null;
  const views = routeViews(card, { caseId, now, timezone });
  return {
    ...SAFETY,
    ...form,
    wrong: wrongFields(form.errors),
    frame: caseFrame(parts, 'safety'),
    action: `/cases/${caseId}/safety`,
    revision: form.raw.revision === '' ? summary.revision : form.raw.revision,
    window: callWindowInWords(card.windows, { now, timezone }),
    checklist: card.routes.some(({ state }) => state === 'suspended') ? SAFETY_CHECKLIST : null,
    routes: views.map((view) => ({
      ...view,
      others: contact.othersMayAnswer.some((id) => id === view.id),
      permitHref:
        open && mayDo(actor, 'permit-route') ? `/cases/${caseId}/routes/${view.id}/permissions` : null,
    })),
    routeChoices: [
      { value: '', text: SAFETY.answerers.none },
      ...views.map(({ id, name }) => ({ value: id, text: name })),
    ],
    callerItems: Object.entries(SAFETY.caller.items).map(([value, text]) => ({ value, text })),
    mayChange: open && mayDo(actor, 'change-safe-words'),
    addHref: open && mayDo(actor, 'add-route') ? `/cases/${caseId}/routes/new` : null,
    askHref: open && mayDo(actor, 'ask-police') ? `/cases/${caseId}/ask-police` : null,
  };
}
