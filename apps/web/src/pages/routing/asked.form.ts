import {
  ACCESS_CODES,
  FORENSIC_ACTS,
  GENDERS_SERVED,
  isLanguageTag,
  SUPPORT_KINDS,
  WANTED_SPACES,
  WANTED_WORKERS,
  type RoutingAsked,
} from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { ASKED } from './case-routing.copy';

export const ASKED_SINGLE = [
  'hoursAgo',
  'gender',
  'workerGender',
  'space',
  'language',
  'domesticAbuse',
] as const;
export const ASKED_LISTS = ['wanted', 'acts', 'access'] as const;

export type AskedRaw = Fields<(typeof ASKED_SINGLE)[number], (typeof ASKED_LISTS)[number]>;

export type AskedForm = { readonly raw: AskedRaw; readonly idempotencyKey: string } & (
  | { readonly kind: 'valid'; readonly asked: RoutingAsked }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

export function readAsked(posted: unknown): AskedForm {
  const {
    raw,
    errors: unclean,
    idempotencyKey,
  } = readFields(posted, {
    single: ASKED_SINGLE,
    lists: ASKED_LISTS,
  });
  const { asked, errors } = askedOf(raw);
  const all = [...unclean, ...errors];
  return all.length > 0
    ? { kind: 'invalid', raw, idempotencyKey, errors: all }
    : { kind: 'valid', raw, idempotencyKey, asked };
}

const MOST_HOURS = 24 * 366;

/** What was asked, as far as it can be read, and what cannot. A code that no page offers is left out. */
export function askedOf(raw: AskedRaw): {
  readonly asked: RoutingAsked;
  readonly errors: readonly FieldError[];
} {
  const typed = raw.hoursAgo.trim();
  const hours = /^\d{1,4}$/.test(typed) && Number(typed) <= MOST_HOURS ? Number(typed) : null;
  const wanted = SUPPORT_KINDS.filter((code) => raw.wanted.includes(code));
  const language = raw.language !== '' && isLanguageTag(raw.language) ? [raw.language] : [];
  return {
    asked: {
      wanted,
      acts: FORENSIC_ACTS.filter((code) => raw.acts.includes(code)),
      hoursAgo: hours,
      gender: GENDERS_SERVED.find((code) => code === raw.gender) ?? null,
      workerGender: WANTED_WORKERS.find((code) => code === raw.workerGender) ?? 'any',
      space: WANTED_SPACES.find((code) => code === raw.space) ?? 'any',
      languages: language,
      access: ACCESS_CODES.filter((code) => raw.access.includes(code)),
      domesticAbuse: raw.domesticAbuse === 'yes',
    },
    errors: [
      ...(wanted.length === 0 ? [{ field: 'wanted', message: ASKED.errors.wanted }] : []),
      ...(typed !== '' && hours === null ? [{ field: 'hoursAgo', message: ASKED.errors.hoursAgo }] : []),
    ],
  };
}

/** A radio needs a value to be chosen. */
export const NOT_SAID = 'not-said';

export const BLANK_ASKED: AskedRaw = {
  wanted: [],
  acts: [],
  access: [],
  hoursAgo: '',
  gender: NOT_SAID,
  workerGender: 'any',
  space: 'any',
  language: '',
  domesticAbuse: 'no',
};
