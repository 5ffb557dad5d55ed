import { PROBLEMS, type ProblemCode } from './problem.copy';

/** A field and the sentence a person reads beside it. In JSON the field is a path: `routes.0.number`. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

export interface ProblemOptions {
  /** Replaces the usual sentence. Never holds anything a person typed. */
  readonly detail?: string;
  /** A rule's reason code, for clients that act on it. */
  readonly reason?: string;
  readonly errors?: readonly FieldError[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Replaces the usual status of this kind of problem. */
  readonly status?: number;
}

/** An answer that is not the one asked for. Thrown by readers and guards; one filter turns it into a page or JSON. */
export class Problem extends Error {
  readonly status: number;

  constructor(
    readonly code: ProblemCode,
    readonly options: ProblemOptions = {},
  ) {
    super(code);
    this.name = 'Problem';
    this.status = options.status ?? PROBLEMS[code].status;
  }
}

export function notFound(): Problem {
  return new Problem('not-found');
}

export function invalidInput(errors: readonly FieldError[]): Problem {
  return new Problem('invalid-input', { errors });
}

export function badRequest(detail: string, errors: readonly FieldError[] = []): Problem {
  return new Problem('bad-request', { detail, errors });
}
