import type { ReferralInput } from '#libs/casework';
import type { FieldError } from '../../errors/problem';
import { readDate } from '../typed-moments/typed-moment';
import { REFERRAL_ERRORS } from './new-referral.copy';

export interface AgeRaw {
  readonly bornDay: string;
  readonly bornMonth: string;
  readonly bornYear: string;
  readonly ageYears: string;
}

export type TypedAge =
  | { readonly kind: 'age'; readonly age: ReferralInput['age'] }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] };

const EARLIEST_BIRTH = '1900-01-01';

/** A date of birth when there is one, else an age in years: an estimate is better than a guessed birthday. */
export function readAge({ bornDay, bornMonth, bornYear, ageYears }: AgeRaw): TypedAge {
  const parts = [bornDay, bornMonth, bornYear].map((part) => part.trim());
  const filled = parts.filter((part) => part !== '').length;
  if (filled === 0) return readYears(ageYears.trim());
  if (filled < 3) return invalid('bornDay', REFERRAL_ERRORS.bornIncomplete);
  const [day = '', month = '', year = ''] = parts;
  const bornOn = readDate({ day, month, year });
  if (bornOn === undefined) return invalid('bornDay', REFERRAL_ERRORS.bornNotADate);
  if (bornOn < EARLIEST_BIRTH) return invalid('bornYear', REFERRAL_ERRORS.bornYear);
  return { kind: 'age', age: { kind: 'born', bornOn } };
}

function readYears(typed: string): TypedAge {
  if (typed === '') return invalid('bornDay', REFERRAL_ERRORS.age);
  if (!/^\d{1,3}$/.test(typed) || Number(typed) > 120)
    return invalid('ageYears', REFERRAL_ERRORS.ageNotYears);
  return { kind: 'age', age: { kind: 'years', years: Number(typed) } };
}

function invalid(field: string, message: string): TypedAge {
  return { kind: 'invalid', errors: [{ field, message }] };
}
