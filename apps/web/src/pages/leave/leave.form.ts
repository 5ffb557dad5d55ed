import { instantAtLocal, type Instant, type UserId } from '#libs/domain';
import type { LeaveInput } from '#libs/casework';
import type { FieldError } from '../../errors/problem';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { isSafeId } from '../../request-reading/validators/safe-id.validator';
import { readDate } from '../typed-moments/typed-moment';
import { FIRST_DAY, LAST_DAY, NEW_LEAVE } from './leave.copy';

const SINGLE = ['userId', 'firstDay', 'firstMonth', 'firstYear', 'lastDay', 'lastMonth', 'lastYear'] as const;

export type LeaveRaw = Fields<(typeof SINGLE)[number]>;

export type LeaveForm = { readonly raw: LeaveRaw; readonly idempotencyKey: string } & (
  | { readonly kind: 'valid'; readonly input: LeaveInput }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

export const BLANK_LEAVE = Object.fromEntries(SINGLE.map((name) => [name, ''])) as LeaveRaw;

/** Whole days of the area: away from the first midnight, back at the midnight after the last day. */
export function readLeave(body: unknown, timezone: string): LeaveForm {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: SINGLE });
  const userId = isSafeId(raw.userId) ? (raw.userId as string as UserId) : undefined;
  const first = readDay(raw, 'first', FIRST_DAY);
  const last = readDay(raw, 'last', LAST_DAY);
  const errors = [
    ...unclean,
    ...(userId === undefined ? [{ field: 'userId', message: NEW_LEAVE.whoMissing }] : []),
    ...(typeof first === 'string' ? [] : [first]),
    ...(typeof last === 'string' ? [] : [last]),
  ];
  if (userId === undefined || typeof first !== 'string' || typeof last !== 'string' || errors.length > 0) {
    return { kind: 'invalid', raw, idempotencyKey, errors };
  }
  const input = { userId, fromAt: midnight(first, timezone), toAt: midnight(dayAfter(last), timezone) };
  return { kind: 'valid', raw, idempotencyKey, input };
}

function readDay(
  raw: LeaveRaw,
  prefix: 'first' | 'last',
  words: { readonly missing: string; readonly notADate: string },
): string | FieldError {
  const typed = {
    day: raw[`${prefix}Day`].trim(),
    month: raw[`${prefix}Month`].trim(),
    year: raw[`${prefix}Year`].trim(),
  };
  const blank = Object.values(typed).every((part) => part === '');
  const date = readDate(typed);
  const real = date !== undefined && date >= '2000' && date < '2200';
  return real ? date : { field: `${prefix}Day`, message: blank ? words.missing : words.notADate };
}

function dayAfter(date: string): string {
  return new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
}

function midnight(date: string, timezone: string): Instant {
  const found = instantAtLocal({ date, time: '00:00', timezone, repeated: 'earlier', missing: 'after' });
  if (found.kind === 'refused') throw new Error(`no such midnight: ${found.reason}`);
  return found.at;
}
