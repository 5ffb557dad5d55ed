import type { Route } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { routeName, safeContactAlert } from '../cases/safe-contact.page';
import { wrongFields } from '../form-acts/wrong-fields';
import type { CardFormParts } from './card-reading';
import type { PartContext, PartForm, PartRaw } from './parts';

/** One part of the card as a page of its own. */
export function partPage(
  { summary, texts, timezone }: CardFormParts,
  options: {
    form: PartForm;
    action: string;
    route: Route | null;
    raw: PartRaw;
    revision: string;
    errors: readonly FieldError[];
    idempotencyKey?: string;
  },
) {
  const { form, route, errors, ...state } = options;
  const context: PartContext = { card: summary.card, route, timezone, texts };
  return {
    title: form.title,
    intro: form.intro,
    reference: summary.reference,
    about: route === null ? null : routeName(route, summary.card.routes.indexOf(route)),
    cardHref: `/cases/${summary.caseId}/safe-contact`,
    alert: safeContactAlert(summary.card),
    fields: form.fields(context),
    ...state,
    errors,
    wrong: wrongFields(errors),
    submit: 'Save',
  };
}
