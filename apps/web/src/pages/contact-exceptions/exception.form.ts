import { EXCEPTION_REASONS, type ExceptionInput } from '#libs/casework';
import type { FieldError } from '../../errors/problem';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { momentNames, readMoment } from '../typed-moments/typed-moment';
import { FROM, REASON_MISSING, TO } from './exception.copy';

const SINGLE = ['reason', ...momentNames('from'), ...momentNames('to')] as const;

export type ExceptionRaw = Fields<(typeof SINGLE)[number]>;

export type ExceptionForm = { readonly raw: ExceptionRaw; readonly idempotencyKey: string } & (
  | { readonly kind: 'valid'; readonly input: Omit<ExceptionInput, 'caseId'> }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

export function readException(body: unknown, timezone: string): ExceptionForm {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: SINGLE });
  const reason = EXCEPTION_REASONS.find((code) => code === raw.reason);
  const from = readMoment(raw, { prefix: 'from', words: FROM, timezone });
  const to = readMoment(raw, { prefix: 'to', words: TO, timezone });
  const errors = [
    ...unclean,
    ...(reason === undefined ? [{ field: 'reason', message: REASON_MISSING }] : []),
    ...(from.kind === 'invalid' ? from.errors : []),
    ...(to.kind === 'invalid' ? to.errors : []),
  ];
  const incomplete = reason === undefined || from.kind === 'invalid' || to.kind === 'invalid';
  if (incomplete || errors.length > 0) return { kind: 'invalid', raw, idempotencyKey, errors };
  return { kind: 'valid', raw, idempotencyKey, input: { reason, from: from.at, to: to.at } };
}
