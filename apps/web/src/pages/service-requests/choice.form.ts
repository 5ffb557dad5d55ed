import type { FieldError } from '../../errors/problem';
import { readFields } from '../../request-reading/read-fields';
import { readRevision } from '../stale-forms/read-revision';

/** A form with one choice from a closed list, and the revision that its page was drawn from. */
export type ChoiceForm<Code extends string> = {
  readonly raw: { readonly revision: string; readonly choice: string };
  readonly idempotencyKey: string;
} & (
  | { readonly kind: 'valid'; readonly revision: number; readonly choice: Code }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

export function readChoice<Code extends string>(
  body: unknown,
  { codes, missing }: { readonly codes: readonly Code[]; readonly missing: string },
): ChoiceForm<Code> {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: ['revision', 'choice'] });
  const revision = readRevision(raw.revision);
  const choice = codes.find((code) => code === raw.choice);
  if (choice !== undefined && unclean.length === 0)
    return { kind: 'valid', raw, idempotencyKey, revision, choice };
  return {
    kind: 'invalid',
    raw,
    idempotencyKey,
    errors: [...unclean, ...(choice === undefined ? [{ field: 'choice', message: missing }] : [])],
  };
}
