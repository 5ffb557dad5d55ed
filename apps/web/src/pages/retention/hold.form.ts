import type { SetHoldInput } from '#libs/casework';
import { HOLD_REASONS } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { HOLD_MISSING } from './retention.copy';
import { readDay } from './typed-day';

const SINGLE = ['reference', 'reason', 'note', 'until-day', 'until-month', 'until-year'] as const;
const LONGEST = 1_000;

export type HoldRaw = Fields<(typeof SINGLE)[number]>;
export const BLANK_HOLD = Object.fromEntries(SINGLE.map((name) => [name, ''])) as HoldRaw;

export type HoldForm = { readonly raw: HoldRaw; readonly idempotencyKey: string } & (
  | { readonly kind: 'valid'; readonly input: SetHoldInput }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

export function readHold(body: unknown): HoldForm {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: SINGLE });
  const reason = HOLD_REASONS.find((code) => code === raw.reason);
  const reference = raw.reference.trim().toUpperCase();
  const note = raw.note.trim();
  const until = readDay({ day: raw['until-day'], month: raw['until-month'], year: raw['until-year'] });
  const errors = [
    ...unclean,
    ...(reference === '' ? [{ field: 'reference', message: HOLD_MISSING.reference }] : []),
    ...(reason === undefined ? [{ field: 'reason', message: HOLD_MISSING.reason }] : []),
    ...(note === '' ? [{ field: 'note', message: HOLD_MISSING.note }] : []),
    ...(note.length > LONGEST ? [{ field: 'note', message: HOLD_MISSING.noteTooLong }] : []),
    ...(until === 'wrong' ? [{ field: 'until', message: HOLD_MISSING.until }] : []),
  ];
  if (reason === undefined || until === 'wrong' || errors.length > 0) {
    return { kind: 'invalid', raw, idempotencyKey, errors };
  }
  const untilOn = until === 'empty' ? null : until.on;
  return { kind: 'valid', raw, idempotencyKey, input: { reference, reason, note, untilOn } };
}
