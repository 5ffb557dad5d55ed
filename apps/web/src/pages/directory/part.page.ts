import type { FieldError } from '../../errors/problem';
import { wrongFields } from '../form-acts/wrong-fields';
import { FormSheet, type PartRaw } from './form-sheet';
import type { PartForm } from './part-form';
import type { PartAbout } from './parts/service-part';
import { FORM, KEEP_REASONS } from './service-form.copy';
import { PART_WORDS } from './words.copy';

export function partPage(
  form: PartForm,
  about: PartAbout,
  { raw, errors, idempotencyKey }: { raw: PartRaw; errors: readonly FieldError[]; idempotencyKey?: string },
) {
  const wrong = wrongFields(errors);
  const { service } = form.read;
  return {
    words: FORM,
    title: PART_WORDS[form.key],
    caption: service.name,
    back: `/directory/services/${service.id}`,
    action: form.path,
    fields: form.part.fields(new FormSheet(raw, wrong), about),
    reasons: KEEP_REASONS,
    reason: raw.text['reason'],
    revision: raw.text['revision'],
    mayRemove: form.without !== null,
    errors,
    wrong,
    idempotencyKey,
  };
}
