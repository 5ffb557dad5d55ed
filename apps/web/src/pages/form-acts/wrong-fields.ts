import type { FieldError } from '../../errors/problem';

/** The sentence beside each field that must be put right, for templates: `wrong.number`. The first one counts. */
export type WrongFields = Readonly<Record<string, string>>;

export function wrongFields(errors: readonly FieldError[]): WrongFields {
  return Object.fromEntries(errors.toReversed().map(({ field, message }) => [field, message]));
}
