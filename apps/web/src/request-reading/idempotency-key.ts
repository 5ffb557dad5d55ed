import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { badRequest } from '../errors/problem';

const KEY = /^[A-Za-z0-9_-]{16,64}$/;

export function isIdempotencyKey(key: string): boolean {
  return KEY.test(key);
}

/** The draft standard writes the key as a quoted string; many clients send it bare. Both are read. */
export function readIdempotencyKey(header: string | string[] | undefined): string {
  if (header === undefined) throw badRequest('Send an Idempotency-Key header.', [missing()]);
  const key = typeof header === 'string' ? header.trim().replace(/^"(.*)"$/, '$1') : '';
  if (isIdempotencyKey(key)) return key;
  throw badRequest('The Idempotency-Key header is not valid.', [malformed()]);
}

/** The `Idempotency-Key` of an API request: 400 when it is missing or malformed. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): string =>
  readIdempotencyKey(context.switchToHttp().getRequest<FastifyRequest>().headers['idempotency-key']),
);

function missing() {
  return { field: 'Idempotency-Key', message: 'Send a new key with every new request' };
}

function malformed() {
  return {
    field: 'Idempotency-Key',
    message: 'Use 16 to 64 letters, digits, hyphens or underscores; a UUID will do',
  };
}
