import type { DeclinedOfferInput, DeclinedOfferOutcome } from '#libs/casework';
import { DECLINED_ANSWERS } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import type { RefusalCopy } from '../../errors/refusal';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { readDate } from '../typed-moments/typed-moment';
import { OFFER_ERRORS } from './declined-offer.copy';

const SINGLE = ['answer', 'district', 'askAgainDay', 'askAgainMonth', 'askAgainYear'] as const;

export type OfferRaw = Fields<(typeof SINGLE)[number]>;

export type OfferForm = { readonly raw: OfferRaw; readonly idempotencyKey: string } & (
  | { readonly kind: 'valid'; readonly input: DeclinedOfferInput }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

type OfferRefusal = Extract<DeclinedOfferOutcome, { kind: 'refused' }>['reason'];

export const OFFER_REFUSALS: RefusalCopy<OfferRefusal> = {
  'unknown-district': { sentence: OFFER_ERRORS.district, field: 'district' },
  'ask-again-in-the-past': { sentence: OFFER_ERRORS.past, field: 'askAgainDay' },
  'ask-again-too-far': { sentence: OFFER_ERRORS.tooFar, field: 'askAgainYear' },
};

export const BLANK_OFFER = Object.fromEntries(SINGLE.map((name) => [name, ''])) as OfferRaw;

export function readOffer(body: unknown): OfferForm {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: SINGLE });
  const answer = DECLINED_ANSWERS.find((code) => code === raw.answer);
  const typed = {
    day: raw.askAgainDay.trim(),
    month: raw.askAgainMonth.trim(),
    year: raw.askAgainYear.trim(),
  };
  const blank = Object.values(typed).every((part) => part === '');
  const askAgainOn = blank ? null : readDate(typed);
  const errors = [
    ...unclean,
    ...(answer === undefined ? [{ field: 'answer', message: OFFER_ERRORS.answer }] : []),
    ...(askAgainOn === undefined ? [{ field: 'askAgainDay', message: OFFER_ERRORS.day }] : []),
  ];
  if (answer === undefined || askAgainOn === undefined || errors.length > 0) {
    return { kind: 'invalid', raw, idempotencyKey, errors };
  }
  const district = raw.district === '' ? null : raw.district;
  return { kind: 'valid', raw, idempotencyKey, input: { answer, district, askAgainOn } };
}
