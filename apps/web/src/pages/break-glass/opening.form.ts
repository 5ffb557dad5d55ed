import type { BreakGlassInput } from '#libs/casework';
import { GLASS_REASONS } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { MISSING } from './break-glass.copy';

const SINGLE = ['reference', 'reason', 'why'] as const;
const LONGEST = 1_000;

export type OpeningRaw = Fields<(typeof SINGLE)[number]>;
export const BLANK_OPENING: OpeningRaw = { reference: '', reason: '', why: '' };

export type OpeningForm = { readonly raw: OpeningRaw; readonly idempotencyKey: string } & (
  | { readonly kind: 'valid'; readonly input: Omit<BreakGlassInput, 'provenAt'> }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

export function readOpening(body: unknown): OpeningForm {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: SINGLE });
  const reason = GLASS_REASONS.find((code) => code === raw.reason);
  const reference = raw.reference.trim().toUpperCase();
  const why = raw.why.trim();
  const errors = [
    ...unclean,
    ...(reference === '' ? [{ field: 'reference', message: MISSING.reference }] : []),
    ...(reason === undefined ? [{ field: 'reason', message: MISSING.reason }] : []),
    ...(why === '' ? [{ field: 'why', message: MISSING.why }] : []),
    ...(why.length > LONGEST ? [{ field: 'why', message: MISSING.whyTooLong }] : []),
  ];
  if (reason === undefined || errors.length > 0) return { kind: 'invalid', raw, idempotencyKey, errors };
  return { kind: 'valid', raw, idempotencyKey, input: { reference, reason, why } };
}
