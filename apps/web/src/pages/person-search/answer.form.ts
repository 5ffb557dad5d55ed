import type { SearchAnswer } from '#libs/casework';
import type { CaseId } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { readFields } from '../../request-reading/read-fields';
import { SEARCH_ERRORS } from './search.copy';

export type AnswerForm = { readonly chosen: string; readonly idempotencyKey: string } & (
  | { readonly kind: 'valid'; readonly answer: SearchAnswer }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

const CASE = /^(same-person|same-report):([0-9a-f-]{36})$/;

/** One list of choices: somebody new, or one of the people shown, with a new report or about the one we have. */
export function readAnswer(body: unknown): AnswerForm {
  const { raw, errors, idempotencyKey } = readFields(body, { single: ['answer'] });
  const chosen = raw.answer;
  if (chosen === 'new' && errors.length === 0)
    return { kind: 'valid', chosen, idempotencyKey, answer: { kind: 'new' } };
  const [, kind, caseId] = CASE.exec(chosen) ?? [];
  if ((kind === 'same-person' || kind === 'same-report') && caseId)
    return { kind: 'valid', chosen, idempotencyKey, answer: { kind, caseId: caseId as CaseId } };
  return {
    kind: 'invalid',
    chosen,
    idempotencyKey,
    errors: [...errors, { field: 'answer', message: SEARCH_ERRORS.answer }],
  };
}
