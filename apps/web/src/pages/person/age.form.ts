import type { ChangeAgeInput } from '#libs/casework';
import { AGE_CORRECTION_REASONS } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { readTypedAge } from '../drafts/typed-age';
import { readRevision } from '../stale-forms/read-revision';
import { AGE_FORM_ERRORS } from './age.copy';

const SINGLE = ['age', 'reason', 'words', 'revision'] as const;
const LONGEST = 500;

export type AgeRaw = Fields<(typeof SINGLE)[number]>;

export const BLANK_AGE: AgeRaw = { age: '', reason: '', words: '', revision: '' };

export type AgeForm = { readonly raw: AgeRaw; readonly idempotencyKey: string } & (
  | { readonly kind: 'valid'; readonly input: Omit<ChangeAgeInput, 'caseId'> }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

export function readAge(body: unknown): AgeForm {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: SINGLE });
  const typed = readTypedAge(raw.age);
  const reason = AGE_CORRECTION_REASONS.find((code) => code === raw.reason);
  const words = raw.words.trim();
  const revision = readRevision(raw.revision);
  const errors = [
    ...unclean,
    ...(typed.kind === 'age' ? [] : [{ field: 'age', message: AGE_FORM_ERRORS[typed.kind] }]),
    ...(reason === undefined ? [{ field: 'reason', message: AGE_FORM_ERRORS.reason }] : []),
    ...(words.length > LONGEST ? [{ field: 'words', message: AGE_FORM_ERRORS.words }] : []),
  ];
  if (errors.length > 0 || typed.kind !== 'age' || reason === undefined)
    return { kind: 'invalid', raw, idempotencyKey, errors };
  const input = { revision, age: typed.age, reason, words: words === '' ? null : words };
  return { kind: 'valid', raw, idempotencyKey, input };
}
