import type { ShiftInput } from '#libs/casework';
import type { UserId } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { isSafeId } from '../../request-reading/validators/safe-id.validator';
import { momentNames, readMoment } from '../typed-moments/typed-moment';
import { FROM, SHIFT, TO } from './rota.copy';

const SINGLE = ['userId', 'revision', ...momentNames('from'), ...momentNames('to')] as const;

export type ShiftRaw = Fields<(typeof SINGLE)[number]>;

export type ShiftForm = { readonly raw: ShiftRaw; readonly idempotencyKey: string } & (
  | { readonly kind: 'valid'; readonly input: ShiftInput }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

export function readShift(body: unknown, timezone: string): ShiftForm {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: SINGLE });
  const userId = isSafeId(raw.userId) ? (raw.userId as UserId) : undefined;
  const from = readMoment(raw, { prefix: 'from', words: FROM, timezone });
  const to = readMoment(raw, { prefix: 'to', words: TO, timezone });
  const errors = [
    ...unclean,
    ...(userId === undefined ? [{ field: 'userId', message: SHIFT.whoMissing }] : []),
    ...(from.kind === 'invalid' ? from.errors : []),
    ...(to.kind === 'invalid' ? to.errors : []),
  ];
  const incomplete = userId === undefined || from.kind === 'invalid' || to.kind === 'invalid';
  if (incomplete || errors.length > 0) return { kind: 'invalid', raw, idempotencyKey, errors };
  return { kind: 'valid', raw, idempotencyKey, input: { userId, fromAt: from.at, toAt: to.at } };
}
