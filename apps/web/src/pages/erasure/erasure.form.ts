import type { ErasureDecision } from '#libs/casework';
import { ERASURE_DECLINE_REASONS } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { SHOW } from './erasure.copy';

const SINGLE = ['change', 'reason', 'revision'] as const;
const PLAIN = ['propose', 'approve', 'withdraw'] as const;

export type DecisionForm = {
  readonly raw: Fields<(typeof SINGLE)[number]>;
  readonly idempotencyKey: string;
} & (
  | { readonly kind: 'valid'; readonly decision: ErasureDecision['decision'] }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

export function readDecision(body: unknown): DecisionForm {
  const { raw, errors, idempotencyKey } = readFields(body, { single: SINGLE });
  const invalid = (field: string, message: string): DecisionForm => ({
    kind: 'invalid',
    raw,
    idempotencyKey,
    errors: [{ field, message }],
  });
  if (errors.length > 0) return { kind: 'invalid', raw, idempotencyKey, errors };
  if (raw.change === 'decline') {
    const reason = ERASURE_DECLINE_REASONS.find((code) => code === raw.reason);
    if (reason === undefined) return invalid('reason', SHOW.reasonMissing);
    return { kind: 'valid', raw, idempotencyKey, decision: { kind: 'decline', reason } };
  }
  const kind = PLAIN.find((code) => code === raw.change);
  if (kind === undefined) return invalid('change', SHOW.missing);
  return { kind: 'valid', raw, idempotencyKey, decision: { kind } };
}
