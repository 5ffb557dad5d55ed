import { START_CORRECTION_REASONS, type StartCorrectionReason } from '#libs/casework';
import type { Instant } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { momentNames, readMoment } from '../typed-moments/typed-moment';
import { CORRECTED, REASON_MISSING } from './corrected-start.copy';

const SINGLE = [...momentNames('corrected'), 'reason'] as const;

export type CorrectedStartRaw = Fields<(typeof SINGLE)[number]>;

export type CorrectedStartForm = { readonly raw: CorrectedStartRaw; readonly idempotencyKey: string } & (
  | { readonly kind: 'valid'; readonly reportedAt: Instant; readonly reason: StartCorrectionReason }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

export function readCorrectedStart(body: unknown, timezone: string): CorrectedStartForm {
  const { raw, errors, idempotencyKey } = readFields(body, { single: SINGLE });
  const moment = readMoment(raw, { prefix: 'corrected', words: CORRECTED, timezone });
  const reason = START_CORRECTION_REASONS.find((code) => code === raw.reason);
  const found = [
    ...errors,
    ...(moment.kind === 'invalid' ? moment.errors : []),
    ...(reason === undefined ? [{ field: 'reason', message: REASON_MISSING }] : []),
  ];
  if (moment.kind === 'invalid' || reason === undefined || found.length > 0) {
    return { kind: 'invalid', raw, idempotencyKey, errors: found };
  }
  return { kind: 'valid', raw, idempotencyKey, reportedAt: moment.at, reason };
}
