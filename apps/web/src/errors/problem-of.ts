import { HttpException } from '@nestjs/common';
import { Problem } from './problem';
import type { ProblemCode } from './problem.copy';

const BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'bad-request',
  401: 'sign-in-required',
  403: 'form-not-accepted',
  404: 'not-found',
  405: 'method-not-allowed',
  409: 'conflict',
  412: 'changed-since',
  413: 'too-large',
  414: 'bad-request',
  415: 'unsupported-body',
  422: 'invalid-input',
  429: 'too-many-requests',
  431: 'bad-request',
  503: 'unavailable',
};

/** The database's word that it cannot be reached, is starting, stopping, full, or lost a race. */
const UNAVAILABLE = /^(08|53|57P|55P03|40001|40P01)/;
/** The pool's word, which carries no code, that it had no connection to give in time or lost the one it gave. */
const NO_CONNECTION = /^(timeout exceeded when trying to connect|Connection terminated)/;
const UNREACHABLE = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'EPIPE']);

/** Whatever was thrown, as the one kind of answer this service gives. Never repeats the error's own message. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  if (thrown instanceof HttpException) return ofStatus(thrown.getStatus());
  const code = codeOf(thrown);
  if (UNREACHABLE.has(code) || UNAVAILABLE.test(code) || hasNoConnection(thrown)) return unavailable();
  if (/^22...$/.test(code)) return new Problem('bad-request');
  if (/^23...$/.test(code)) return new Problem('conflict');
  return ofStatus(statusOf(thrown));
}

/** PostgreSQL's SQLSTATE, Node's or Fastify's code. A driver's error may sit inside another. */
export function codeOf(thrown: unknown): string {
  for (const candidate of withCauses(thrown)) {
    const code = 'code' in candidate ? candidate.code : undefined;
    if (typeof code === 'string') return code;
  }
  return '';
}

function hasNoConnection(thrown: unknown): boolean {
  return [...withCauses(thrown)].some((one) => one instanceof Error && NO_CONNECTION.test(one.message));
}

function* withCauses(thrown: unknown, depth = 0): Generator<object> {
  if (typeof thrown !== 'object' || thrown === null || depth > 4) return;
  yield thrown;
  if ('driverError' in thrown) yield* withCauses(thrown.driverError, depth + 1);
  if ('cause' in thrown) yield* withCauses(thrown.cause, depth + 1);
  if (thrown instanceof AggregateError) yield* withCauses(thrown.errors[0], depth + 1);
}

function statusOf(thrown: unknown): number {
  if (typeof thrown !== 'object' || thrown === null || !('statusCode' in thrown)) return 500;
  return typeof thrown.statusCode === 'number' ? thrown.statusCode : 500;
}

function ofStatus(status: number): Problem {
  const code = BY_STATUS[status] ?? (status >= 400 && status < 500 ? 'bad-request' : 'server-fault');
  if (code === 'unavailable') return unavailable();
  return code === 'bad-request' ? new Problem(code, { status }) : new Problem(code);
}

function unavailable(): Problem {
  return new Problem('unavailable', { headers: { 'retry-after': '10' } });
}
