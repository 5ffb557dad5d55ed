import type { SafeWordsInput } from '#libs/casework';
import type { Route } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { readRevision } from '../stale-forms/read-revision';
import { WORDS_ERRORS } from './words.copy';

const TEXTS = ['sayIfOtherAnswers', 'codeWord', 'stopWord', 'answererWho'] as const;
const SINGLE = [...TEXTS, 'callerId', 'answererRoute', 'revision'] as const;
const LONGEST = 200;

export type SafeWordsRaw = Fields<(typeof SINGLE)[number]>;

export const BLANK_WORDS: SafeWordsRaw = {
  sayIfOtherAnswers: '',
  codeWord: '',
  stopWord: '',
  answererWho: '',
  callerId: '',
  answererRoute: '',
  revision: '',
};

export type SafeWordsForm = { readonly raw: SafeWordsRaw; readonly idempotencyKey: string } & (
  | { readonly kind: 'valid'; readonly input: Omit<SafeWordsInput, 'caseId'> }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

export function readSafeWords(body: unknown, routes: readonly Pick<Route, 'id'>[]): SafeWordsForm {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: SINGLE });
  const revision = readRevision(raw.revision);
  const tooLong = TEXTS.filter((field) => raw[field].length > LONGEST);
  const routeId = routes.find(({ id }) => id === raw.answererRoute)?.id;
  const who = raw.answererWho.trim();
  const errors = [
    ...unclean,
    ...tooLong.map((field) => ({ field, message: WORDS_ERRORS.tooLong })),
    ...(routeId === undefined && (who !== '' || raw.answererRoute !== '')
      ? [{ field: 'answererRoute', message: WORDS_ERRORS.route }]
      : []),
  ];
  if (errors.length > 0) return { kind: 'invalid', raw, idempotencyKey, errors };
  const said = (text: string): string | null => (text.trim() === '' ? null : text.trim());
  const { callerId } = raw;
  const input = {
    revision,
    sayIfOtherAnswers: said(raw.sayIfOtherAnswers),
    codeWord: said(raw.codeWord),
    stopWord: said(raw.stopWord),
    callerId: callerId === 'show' || callerId === 'withhold' ? callerId : null,
    answerers: routeId === undefined ? null : { routeId, who: said(who) },
  } as const;
  return { kind: 'valid', raw, idempotencyKey, input };
}
