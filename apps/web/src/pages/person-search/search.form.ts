import { ageBandOf, ageOn, nameTokens, NOTHING_KNOWN, type IdentityFacts } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { readTypedAge } from '../drafts/typed-age';
import { TypedAnswers } from '../drafts/typed-answers';
import { readNumber } from '../referrals/referral-number';
import { SEARCH_ERRORS } from './search.copy';

const ASKED = ['name', 'age', 'number', 'door'] as const;
export type SearchRaw = Fields<(typeof ASKED)[number]>;
export const BLANK_SEARCH: SearchRaw = { name: '', age: '', number: '', door: '' };

export type SearchForm = { readonly raw: SearchRaw; readonly idempotencyKey: string } & (
  | { readonly kind: 'valid'; readonly facts: IdentityFacts }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

/** What to look for. A first name alone has no marks, so it is asked for something beside it. */
export function readSearch(body: unknown, { todayOn }: { readonly todayOn: string }): SearchForm {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: ASKED });
  const answers = new TypedAnswers(raw);
  answers.refuseAll(unclean);
  const name = answers.text('name', 100);
  if (name === null) answers.refuse('name', SEARCH_ERRORS.name);
  const age = readAge(answers, raw.age, todayOn);
  const number = readPhone(answers, raw.number);
  if (name !== null && nameTokens(name).length < 2 && age.bornOn === null && number === null)
    answers.refuse('name', SEARCH_ERRORS.more);
  const { errors } = answers;
  if (errors.length > 0 || name === null) return { kind: 'invalid', raw, idempotencyKey, errors };
  const routes = number === null ? [] : [number];
  return { kind: 'valid', raw, idempotencyKey, facts: { ...NOTHING_KNOWN, ...age, names: [name], routes } };
}

function readAge(
  answers: TypedAnswers,
  typed: string,
  todayOn: string,
): Pick<IdentityFacts, 'bornOn' | 'ageBand'> {
  const nothing = { bornOn: null, ageBand: null };
  const read = readTypedAge(typed);
  if (read.kind === 'missing') return nothing;
  if (read.kind !== 'age') {
    answers.refuse('age', SEARCH_ERRORS.age);
    return nothing;
  }
  const { age } = read;
  if (age.kind === 'years') return { bornOn: null, ageBand: ageBandOf(age.years) };
  const years = Math.max(0, ageOn({ bornOn: age.bornOn, on: todayOn }));
  return { bornOn: age.bornOn, ageBand: ageBandOf(years) };
}

function readPhone(answers: TypedAnswers, typed: string): string | null {
  if (typed.trim() === '') return null;
  const number = readNumber(typed);
  if (number.kind === 'number') return number.value;
  answers.refuse('number', SEARCH_ERRORS.number);
  return null;
}
