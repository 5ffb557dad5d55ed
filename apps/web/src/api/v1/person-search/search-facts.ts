import { ageBandOf, ageOn, nameTokens, NOTHING_KNOWN, type IdentityFacts } from '#libs/domain';
import { invalidInput } from '../../../errors/problem';
import { textOf } from '../referrals/referral-input';
import { SEARCH_ERRORS } from './search.copy';
import type { BeginSearchBody } from './search.dto';

/** What to look for. A first name alone has no marks, so it is asked for something beside it. */
export function searchFacts(body: BeginSearchBody, todayOn: string): IdentityFacts {
  const { bornOn = null, ageInYears = null, number } = body;
  const name = textOf(body.name);
  if (bornOn !== null && ageInYears !== null) throw wrong('ageInYears', SEARCH_ERRORS.oneAge);
  if (bornOn !== null && bornOn > todayOn) throw wrong('bornOn', 'bornOn must not be in the future');
  if (nameTokens(name).length < 2 && bornOn === null && number === undefined) {
    throw wrong('name', SEARCH_ERRORS.more);
  }
  const years = bornOn === null ? ageInYears : ageOn({ bornOn, on: todayOn });
  return {
    ...NOTHING_KNOWN,
    names: [name],
    bornOn,
    ageBand: years === null ? null : ageBandOf(years),
    routes: number === undefined ? [] : [number],
  };
}

function wrong(field: string, message: string) {
  return invalidInput([{ field, message }]);
}
