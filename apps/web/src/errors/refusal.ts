import { Problem, type FieldError } from './problem';
import type { ProblemCode } from './problem.copy';

/** What a use case answers when a rule says no. */
export interface Refused<Reason extends string = string> {
  readonly kind: 'refused';
  readonly reason: Reason;
}

/** How a feature words each reason: `field` when a person can put it right by changing an answer. */
export interface RefusalWords {
  readonly sentence: string;
  readonly field?: string;
  readonly problem?: ProblemCode;
}

export type RefusalCopy<Reason extends string> = Readonly<Record<Reason, RefusalWords>>;

/** For the API, and for pages whose form has nothing to put right: throws the problem that fits the reason. */
export function refuse<Reason extends string>(outcome: Refused<Reason>, copy: RefusalCopy<Reason>): never {
  throw refusalProblem(outcome, copy);
}

export function refusalProblem<Reason extends string>(
  outcome: Refused<Reason>,
  copy: RefusalCopy<Reason>,
): Problem {
  const { sentence, field, problem } = copy[outcome.reason];
  const code = problem ?? (field === undefined ? 'conflict' : 'invalid-input');
  if (code === 'not-found') return new Problem('not-found');
  const errors = field === undefined ? [] : [{ field, message: sentence }];
  return new Problem(code, { detail: sentence, reason: outcome.reason, errors });
}

/** For forms: the errors to show when the page is drawn again. */
export function refusalErrors<Reason extends string>(
  outcome: Refused<Reason>,
  copy: RefusalCopy<Reason>,
  fallbackField: string,
): readonly FieldError[] {
  const { sentence, field } = copy[outcome.reason];
  return [{ field: field ?? fallbackField, message: sentence }];
}

/** For forms: what a person can put right; a refusal that no answer would change is a page of its own. */
export function whatToPutRight<Reason extends string>(
  outcome: Refused<Reason>,
  copy: RefusalCopy<Reason>,
): readonly FieldError[] {
  const { sentence, field } = copy[outcome.reason];
  if (field === undefined) return refuse(outcome, copy);
  return [{ field, message: sentence }];
}
