import type { FastifyInstance, FastifyRequest } from 'fastify';
import { badRequest, Problem } from '../errors/problem';
import { readFormBody } from './form-body';
import { JSON_FAULTS } from './json-body.copy';
import { JsonFaultError, readJson } from './json-reader';
import { requestKind } from './request-kind';

export const MAX_BODY_BYTES = 100 * 1024;

/** The API reads JSON and the pages read forms; each refuses the other's, so that neither check can be gone round. */
export function registerBodyParsers(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  const options = { parseAs: 'buffer', bodyLimit: MAX_BODY_BYTES } as const;
  server.addContentTypeParser<Buffer>('application/json', options, (request, body, done) => {
    settle(done, () => jsonBody(request, body));
  });
  server.addContentTypeParser<Buffer>('application/x-www-form-urlencoded', options, (request, body, done) => {
    settle(done, () => formBody(request, body));
  });
}

function settle(done: (error: Error | null, body?: unknown) => void, read: () => unknown): void {
  try {
    done(null, read());
  } catch (error) {
    done(error instanceof Error ? error : new Error('unreadable body'));
  }
}

function jsonBody(request: FastifyRequest, body: Buffer): unknown {
  if (requestKind(request.url) === 'page') throw new Problem('unsupported-body');
  try {
    return readJson(body);
  } catch (error) {
    throw error instanceof JsonFaultError ? badRequest(JSON_FAULTS[error.fault]) : error;
  }
}

function formBody(request: FastifyRequest, body: Buffer): unknown {
  if (requestKind(request.url) !== 'page') throw new Problem('unsupported-body');
  return readFormBody(body);
}
