import type { LanguageNeed } from '../referral/codes';
import { HOUR, type Instant } from '../time';

/** Languages as codes (BCP 47 where there is one). The list is the service's own and may grow. */
export const LANGUAGES = [
  'ar',
  'bg',
  'bn',
  'bsl',
  'es',
  'fa',
  'fr',
  'it',
  'ku',
  'lt',
  'pa',
  'pl',
  'ps',
  'pt',
  'ro',
  'ru',
  'so',
  'ta',
  'ti',
  'tr',
  'uk',
  'ur',
  'vi',
  'yue',
  'zh',
  'other',
] as const;
export type Language = (typeof LANGUAGES)[number];

export const INTERPRETER_GENDERS = ['any', 'woman', 'man'] as const;
export type InterpreterGender = (typeof INTERPRETER_GENDERS)[number];

/** Why somebody calls without the interpreter whom the person needs. Family never interprets (practice §2.8). */
export const WITHOUT_INTERPRETER = [
  'person-asked-for-none',
  'worker-speaks-it',
  'danger-cannot-wait',
  'none-available',
] as const;
export type WithoutInterpreter = (typeof WITHOUT_INTERPRETER)[number];

export interface InterpreterBooking {
  readonly outcome: 'booked' | 'none-available';
  readonly forAt: Instant | null;
}

export type InterpreterGate = 'not-needed' | 'booked-now' | 'booked-for-later' | 'book-first';

/** An interpreter is on the line from half an hour before the booked time until two hours after it. */
const BEFORE = HOUR / 2;
const AFTER = 2 * HOUR;

/** Whether a first call may start as far as language goes: an interpreter is booked before it (practice §2.8). */
export function interpreterGate({
  need,
  bookings,
  now,
}: {
  need: LanguageNeed;
  bookings: readonly InterpreterBooking[];
  now: Instant;
}): InterpreterGate {
  if (need === 'none') return 'not-needed';
  const times = bookings.flatMap(({ forAt }) => (forAt === null ? [] : [forAt]));
  if (times.some((forAt) => now >= forAt - BEFORE && now <= forAt + AFTER)) return 'booked-now';
  return times.some((forAt) => forAt > now) ? 'booked-for-later' : 'book-first';
}

export type NoInterpreterRefusal = 'no-interpreter-asked-for' | 'interpreter-was-booked';

/**
 * Whether a wait that began at `from` may be put down to want of an interpreter. The record must say so: one was asked
 * for and none was to be had, or the one booked comes only after the wait began (practice §2.8). Refused when nobody
 * was asked for, and when every interpreter on record was booked for that instant or before it.
 *
 * @example booked for 2pm: a wait from 1pm may, one from 2pm may not
 */
export function mayWaitForInterpreter({
  bookings,
  from,
}: {
  bookings: readonly InterpreterBooking[];
  from: Instant;
}): { readonly kind: 'may' } | { readonly kind: 'refused'; readonly reason: NoInterpreterRefusal } {
  if (bookings.length === 0) return { kind: 'refused', reason: 'no-interpreter-asked-for' };
  const wanting = bookings.some(
    ({ outcome, forAt }) => outcome === 'none-available' || (forAt !== null && forAt > from),
  );
  return wanting ? { kind: 'may' } : { kind: 'refused', reason: 'interpreter-was-booked' };
}
