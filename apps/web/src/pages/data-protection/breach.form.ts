import type { RecordBreachInput } from '#libs/casework';
import { BREACH_KINDS } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { momentNames, readMoment } from '../typed-moments/typed-moment';
import { BREACH_ERRORS } from './breach.copy';

const SINGLE = ['kind', 'people', 'words', ...momentNames('noticed')] as const;

export type BreachRaw = Fields<(typeof SINGLE)[number]>;

export type BreachForm = { readonly raw: BreachRaw; readonly idempotencyKey: string } & (
  | { readonly kind: 'valid'; readonly input: RecordBreachInput }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

const LONGEST = 4_000;

export function readBreach(body: unknown, timezone: string): BreachForm {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: SINGLE });
  const kind = BREACH_KINDS.find((code) => code === raw.kind);
  const people = readPeople(raw.people);
  const words = raw.words.trim();
  const noticed = readMoment(raw, { prefix: 'noticed', words: BREACH_ERRORS.moment, timezone });
  const errors = [
    ...unclean,
    ...(kind === undefined ? [{ field: 'kind', message: BREACH_ERRORS.kind }] : []),
    ...(noticed.kind === 'invalid' ? noticed.errors : []),
    ...(people === undefined ? [{ field: 'people', message: BREACH_ERRORS.people }] : []),
    ...(words === '' ? [{ field: 'words', message: BREACH_ERRORS.words }] : []),
    ...(words.length > LONGEST ? [{ field: 'words', message: BREACH_ERRORS.wordsTooLong }] : []),
  ];
  if (kind === undefined || people === undefined || noticed.kind === 'invalid' || errors.length > 0) {
    return { kind: 'invalid', raw, idempotencyKey, errors };
  }
  return {
    kind: 'valid',
    raw,
    idempotencyKey,
    input: { kind, noticedAt: noticed.at, peopleAffected: people, words },
  };
}

export function readPeople(typed: string): number | undefined {
  const text = typed.trim().replaceAll(',', '');
  return /^\d{1,7}$/.test(text) && Number(text) <= 1_000_000 ? Number(text) : undefined;
}
