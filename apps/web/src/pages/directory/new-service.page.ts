import type { FieldError } from '../../errors/problem';
import { wrongFields } from '../form-acts/wrong-fields';
import type { DirectoryRead } from './directory-reading';
import { FormSheet, type PartRaw } from './form-sheet';
import { NEW_PARTS } from './parts/parts';
import type { PartAbout } from './parts/service-part';
import { FORM } from './service-form.copy';
import { PART_WORDS } from './words.copy';

export function newServicePage(
  read: DirectoryRead,
  about: PartAbout,
  { raw, errors, idempotencyKey }: { raw: PartRaw; errors: readonly FieldError[]; idempotencyKey?: string },
) {
  const sheet = new FormSheet(raw, wrongFields(errors));
  const agencies = read.providers.map(({ agencyId, name }) => ({ value: agencyId as string, text: name }));
  return {
    words: FORM,
    title: FORM.newTitle,
    agency: [sheet.select('agency', { label: FORM.agency }, agencies)],
    parts: NEW_PARTS.map(({ key, part }) => ({
      title: PART_WORDS[key],
      fields: part.fields(sheet, about),
    })),
    errors,
    idempotencyKey,
  };
}
