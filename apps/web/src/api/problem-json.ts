import type { Problem } from '../errors/problem';
import { PROBLEMS } from '../errors/problem.copy';

/** RFC 9457. `errors` names each field with a sentence; `reason` is a rule's own code. */
export interface ProblemJson {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly reason?: string;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
}

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

export function problemJson(problem: Problem, requestId: string): ProblemJson {
  const { title, sentence } = PROBLEMS[problem.code];
  const { detail = sentence, reason, errors = [] } = problem.options;
  return {
    type: `urn:waymark:problem:${problem.code}`,
    title,
    status: problem.status,
    detail,
    instance: `urn:uuid:${requestId}`,
    ...(reason === undefined ? {} : { reason }),
    ...(errors.length === 0 ? {} : { errors }),
  };
}
