import {
  ACCESS_CODES,
  FORENSIC_ACTS,
  GENDERS_SERVED,
  labelOf,
  SUPPORT_KINDS,
  WANTED_SPACES,
  WANTED_WORKERS,
  type SupportLabels,
} from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { ACCESS_WORDS, GENDER_WORDS } from '../directory/words.copy';
import { wrongFields } from '../form-acts/wrong-fields';
import { NOT_SAID, type AskedRaw } from './asked.form';
import { ACT_WORDS, SPACE_WORDS, WORKER_WORDS } from './routing-words.copy';
import { ASKED } from './case-routing.copy';

/** BCP 47 tags that a page offers; any other is asked for as an interpreter. */
const LANGUAGES = [
  'sq',
  'am',
  'ar',
  'bn',
  'bfi',
  'bg',
  'yue',
  'cs',
  'fr',
  'de',
  'el',
  'gu',
  'hi',
  'hu',
  'it',
  'ku',
  'lt',
  'zh',
  'fa',
  'pl',
  'pt',
  'pa',
  'ro',
  'ru',
  'sk',
  'so',
  'es',
  'ta',
  'ti',
  'tr',
  'uk',
  'ur',
  'vi',
] as const;

const SIGN_LANGUAGE = { value: 'bfi', text: 'British Sign Language' };
const names = new Intl.DisplayNames(['en-GB'], { type: 'language' });

/** The questions before an answer, drawn by `askedFields` in parts.njk. */
export function askedFields(
  raw: AskedRaw,
  { labels, errors }: { labels: SupportLabels; errors: readonly FieldError[] },
) {
  const items = <Code extends string>(codes: readonly Code[], words: Readonly<Record<Code, string>>) =>
    codes.map((value) => ({ value, text: words[value] }));
  return {
    ...ASKED,
    raw,
    wrong: wrongFields(errors),
    wantedItems: SUPPORT_KINDS.map((kind) => ({ value: kind, text: labelOf(labels, kind).name })),
    actItems: items(FORENSIC_ACTS, ACT_WORDS),
    genderItems: [...items(GENDERS_SERVED, GENDER_WORDS), { value: NOT_SAID, text: ASKED.genderOpen }],
    workerItems: items(WANTED_WORKERS, WORKER_WORDS),
    spaceItems: items(WANTED_SPACES, SPACE_WORDS),
    languageItems: [{ value: '', text: ASKED.languageEnglish }, ...languageItems()],
    accessItems: items(ACCESS_CODES, ACCESS_WORDS),
    abuseItems: [
      { value: 'yes', text: 'Yes, or it may be' },
      { value: 'no', text: 'Not as far as anybody has said' },
    ],
  };
}

function languageItems(): readonly { readonly value: string; readonly text: string }[] {
  return LANGUAGES.map((value) =>
    value === SIGN_LANGUAGE.value ? SIGN_LANGUAGE : { value, text: names.of(value) ?? value },
  ).toSorted((a, b) => (a.text < b.text ? -1 : 1));
}
