import type { ReferralInput } from '#libs/casework';
import { readDate } from '../typed-moments/typed-moment';

export type TypedAge =
  | { readonly kind: 'age'; readonly age: Extract<ReferralInput['age'], { kind: 'years' | 'born' }> }
  | { readonly kind: 'missing' | 'unreadable' | 'too-early' };

const EARLIEST_BIRTH = '1900-01-01';
const OLDEST = 120;

/**
 * An age in years or a date of birth out of one line: `27`, `27 3 1998`, `27/03/1998`, `27.3.1998`, `27 March 1998`
 * or `27 mar 1998`. A year of two figures could be either century, so it is asked again.
 */
export function readTypedAge(typed: string): TypedAge {
  const text = typed.trim();
  if (text === '') return { kind: 'missing' };
  if (/^\d{1,3}$/.test(text)) {
    const years = Number(text);
    return years > OLDEST ? { kind: 'unreadable' } : { kind: 'age', age: { kind: 'years', years } };
  }
  const [, day = '', month = '', year = ''] =
    /^(\d{1,2})(?:st|nd|rd|th)?[\s/.,-]+(\d{1,2}|[a-z]{3,9})[\s/.,-]+(\d{4})$/i.exec(text) ?? [];
  const bornOn = readDate({ day, month, year });
  if (bornOn === undefined) return { kind: 'unreadable' };
  return bornOn < EARLIEST_BIRTH ? { kind: 'too-early' } : { kind: 'age', age: { kind: 'born', bornOn } };
}
