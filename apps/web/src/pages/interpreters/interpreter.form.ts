import type { InterpreterBookingInput } from '#libs/casework';
import { INTERPRETER_GENDERS, LANGUAGES } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { momentNames, readMoment } from '../typed-moments/typed-moment';
import { FOR_WHEN, INTERPRETER_ERRORS } from './interpreter.copy';

const SINGLE = ['language', 'gender', 'outsideCommunity', 'outcome', ...momentNames('for')] as const;

export type BookingRaw = Fields<(typeof SINGLE)[number]>;

export type BookingForm = { readonly raw: BookingRaw; readonly idempotencyKey: string } & (
  | { readonly kind: 'valid'; readonly input: Omit<InterpreterBookingInput, 'caseId'> }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

export function readBooking(body: unknown, timezone: string): BookingForm {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: SINGLE });
  const language = LANGUAGES.find((code) => code === raw.language);
  const gender = INTERPRETER_GENDERS.find((code) => code === raw.gender);
  const outcome = (['booked', 'none-available'] as const).find((code) => code === raw.outcome);
  const moment = readMoment(raw, { prefix: 'for', words: FOR_WHEN, timezone });
  const errors = [
    ...unclean,
    ...(language === undefined ? [{ field: 'language', message: INTERPRETER_ERRORS.language }] : []),
    ...(gender === undefined ? [{ field: 'gender', message: INTERPRETER_ERRORS.gender }] : []),
    ...(outcome === undefined ? [{ field: 'outcome', message: INTERPRETER_ERRORS.outcome }] : []),
    ...(outcome === 'booked' && moment.kind === 'invalid' ? moment.errors : []),
  ];
  if (errors.length > 0 || !language || !gender || !outcome)
    return { kind: 'invalid', raw, idempotencyKey, errors };
  const forAt = outcome === 'booked' && moment.kind === 'moment' ? moment.at : null;
  const input = { language, gender, outsideCommunity: raw.outsideCommunity === 'yes', forAt };
  return { kind: 'valid', raw, idempotencyKey, input };
}
