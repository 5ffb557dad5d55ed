import type { ReferralInput } from '#libs/casework';
import type { TypedAnswers } from '../drafts/typed-answers';
import { readNumber } from '../referrals/referral-number';
import { DOOR_ERRORS } from './door.copy';
import type { Door } from './doors';

type Who = Pick<ReferralInput, 'phonedBy' | 'referrer'>;

const NOBODY: Who = { phonedBy: null, referrer: null };

/** Who rang or wrote: never needed, and only with a name, since a place alone is nobody to ring back. */
export function readWho(answers: TypedAnswers, { asksWho }: Door): Who {
  if (asksWho === null) return NOBODY;
  const name = answers.text('callerName', 100);
  const place = answers.text('callerPlace', 100);
  const phone = asksWho === 'officer' ? null : readPhone(answers);
  if (name === null) {
    if (place !== null || phone !== null) answers.refuse('callerName', DOOR_ERRORS.nameWithPlace);
    return NOBODY;
  }
  return asksWho === 'officer'
    ? { phonedBy: { name, unit: place }, referrer: null }
    : { phonedBy: null, referrer: { name, organisation: place, phone } };
}

function readPhone(answers: TypedAnswers): string | null {
  const typed = answers.line('callerPhone');
  if (typed === '') return null;
  const number = readNumber(typed);
  if (number.kind === 'number') return number.value;
  answers.refuse('callerPhone', DOOR_ERRORS.callerPhone);
  return null;
}
