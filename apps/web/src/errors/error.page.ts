import type { Problem } from './problem';
import { PROBLEMS } from './problem.copy';

export interface ErrorPage {
  readonly title: string;
  readonly sentence: string;
  readonly details: readonly string[];
  readonly next: string;
  readonly signInPath: string | undefined;
  /** Shown where someone will be asked to look into it. */
  readonly reference: string | undefined;
}

export function errorPage(problem: Problem, requestId: string): ErrorPage {
  const { title, sentence, next } = PROBLEMS[problem.code];
  const { detail, errors = [] } = problem.options;
  const offersSignIn = problem.code === 'form-not-accepted' || problem.code === 'sign-in-refused';
  return {
    title,
    sentence: detail ?? sentence,
    details: errors.map(({ message }) => message).filter((message) => message !== detail),
    next,
    signInPath: offersSignIn ? '/sign-in' : undefined,
    reference: problem.status >= 500 ? requestId : undefined,
  };
}
