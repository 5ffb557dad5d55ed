import { RESTATEMENT_REASONS, type RestatementReason } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { COUNT_REFUSALS, QUARTERS } from './snapshots.copy';

const SINGLE = ['quarter', 'reason'] as const;

export type QuartersForm = {
  readonly raw: Fields<(typeof SINGLE)[number]>;
  readonly idempotencyKey: string;
} & (
  | {
      readonly kind: 'valid';
      readonly input: { readonly month: string; readonly reason: RestatementReason | null };
    }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

export function readQuarter(body: unknown): QuartersForm {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: SINGLE });
  const reason = RESTATEMENT_REASONS.find((one) => one === raw.reason) ?? null;
  const errors = [
    ...unclean,
    ...(raw.quarter === '' ? [{ field: 'quarter', message: QUARTERS.quarterMissing }] : []),
    ...(raw.reason !== '' && reason === null
      ? [{ field: 'reason', message: COUNT_REFUSALS['closed-already'].sentence }]
      : []),
  ];
  if (errors.length > 0) return { kind: 'invalid', raw, idempotencyKey, errors };
  return { kind: 'valid', raw, idempotencyKey, input: { month: raw.quarter, reason } };
}
