import type { DeclinedOfferInput } from '#libs/casework';
import type { checkAskAgainDay } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import type { RefusalCopy } from '../../errors/refusal';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { readDate } from '../typed-moments/typed-moment';
import { DECLINED_PAGE } from './draft.copy';

export type DeclinedRaw = Fields<'district' | 'askAgain'>;

export type DeclinedForm = { readonly raw: DeclinedRaw } & (
  | { readonly kind: 'valid'; readonly input: Omit<DeclinedOfferInput, 'answer'> }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

const { errors: WORDS } = DECLINED_PAGE;

type BadDay = NonNullable<ReturnType<typeof checkAskAgainDay>>;

export const DECLINED_REFUSALS: RefusalCopy<BadDay | 'unknown-district'> = {
  'unknown-district': { sentence: WORDS.district, field: 'district' },
  'ask-again-in-the-past': { sentence: WORDS.past, field: 'askAgain' },
  'ask-again-too-far': { sentence: WORDS.tooFar, field: 'askAgain' },
};

/** A district and a day, either of which may be left out, and nothing else. */
export function readDeclined(body: unknown): DeclinedForm {
  const { raw, errors: unclean } = readFields(body, { single: ['district', 'askAgain'] });
  const typed = raw.askAgain.trim();
  const [, day = '', month = '', year = ''] =
    /^(\d{1,2})[\s/.,-]+(\d{1,2}|[a-z]{3,9})[\s/.,-]+(\d{4})$/i.exec(typed) ?? [];
  const askAgainOn = typed === '' ? null : readDate({ day, month, year });
  if (unclean.length > 0) return { kind: 'invalid', raw, errors: unclean };
  if (askAgainOn === undefined)
    return { kind: 'invalid', raw, errors: [{ field: 'askAgain', message: WORDS.askAgain }] };
  return { kind: 'valid', raw, input: { district: raw.district === '' ? null : raw.district, askAgainOn } };
}
