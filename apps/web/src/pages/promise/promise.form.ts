import { localDate, type Instant } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { MONTH_ERROR, MONTH_OUTSIDE } from './promise.copy';

export type MonthChoice =
  | { readonly kind: 'valid'; readonly monthOn: string }
  | { readonly kind: 'invalid'; readonly monthOn: string; readonly errors: readonly FieldError[] };

/**
 * The month asked for in the address; without one, the newest with anything to count. There is no figure before the
 * first referral, and none of a month that has not begun.
 */
export function readMonth(
  given: unknown,
  { months, now, timezone }: { months: readonly string[]; now: Instant; timezone: string },
): MonthChoice {
  const newest = months[0] ?? `${localDate(now, timezone).slice(0, 7)}-01`;
  if (given === undefined || given === '') return { kind: 'valid', monthOn: newest };
  if (typeof given === 'string' && /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(given)) {
    const monthOn = `${given}-01`;
    const first = months.at(-1) ?? newest;
    if (monthOn >= first && monthOn.slice(0, 7) <= localDate(now, timezone).slice(0, 7))
      return { kind: 'valid', monthOn };
    return { kind: 'invalid', monthOn: newest, errors: [{ field: 'month', message: MONTH_OUTSIDE }] };
  }
  return { kind: 'invalid', monthOn: newest, errors: [{ field: 'month', message: MONTH_ERROR }] };
}

/** The first day of the month this many months earlier: `2026-03-01` and 3 is `2025-12-01`. */
export function monthsBefore(monthOn: string, months: number): string {
  const [year = 0, month = 1] = monthOn.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 10);
}
