import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { RouteInput } from '#libs/casework';

export type TypedNumber =
  | { readonly kind: 'number'; readonly value: string; readonly line: RouteInput['kind'] }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'has-extension' };

/**
 * A telephone number in whatever form people write it, as E.164. Numbers are taken when they could exist, not only
 * when a list says that they do: a new range must never hold a referral up.
 */
export function readNumber(typed: string): TypedNumber {
  const parsed = parsePhoneNumberFromString(typed, 'GB');
  if (parsed === undefined || !parsed.isPossible()) return { kind: 'unreadable' };
  if (parsed.ext !== undefined) return { kind: 'has-extension' };
  const fixed = parsed.country === 'GB' && !parsed.nationalNumber.startsWith('7');
  return { kind: 'number', value: parsed.number, line: fixed ? 'landline' : 'mobile' };
}
