import fastifyCsrf from '@fastify/csrf-protection';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../errors/problem';
import { requestKind } from '../request-reading/request-kind';
import { isSameOrigin } from './same-origin';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Every form carries a token bound to the session, and must come from our own pages. The API has no cookies. */
export async function registerFormProtection(server: FastifyInstance, publicUrl: string): Promise<void> {
  await server.register(fastifyCsrf, { sessionPlugin: '@fastify/session', getToken });
  server.addHook('onRequest', (request, _reply, done) => {
    const foreign = isFormPost(request) && !isSameOrigin(request.headers, publicUrl);
    done(foreign ? new Problem('form-not-accepted') : undefined);
  });
  server.addHook('preHandler', (request, reply, done) => {
    if (!isFormPost(request) || request.is404) {
      done();
      return;
    }
    verify(server, request, reply, done);
  });
}

/** The plugin answers a wrong token itself; our filter must, so that the page looks like every other. */
function verify(
  server: FastifyInstance,
  request: FastifyRequest,
  reply: FastifyReply,
  done: (error?: Error) => void,
): void {
  const refusing = Object.create(reply, { send: { value: () => done(new Problem('form-not-accepted')) } });
  server.csrfProtection(request, refusing as FastifyReply, done);
}

function isFormPost(request: FastifyRequest): boolean {
  return !READING.has(request.method) && requestKind(request.url) === 'page';
}

function getToken(request: FastifyRequest): string {
  return request.body instanceof Map ? ((request.body.get('_csrf') as string[] | undefined)?.[0] ?? '') : '';
}
