import fastifyCookie from '@fastify/cookie';
import fastifySession, { type SessionStore } from '@fastify/session';
import type { FastifyInstance } from 'fastify';
import { requestKind } from '../request-reading/request-kind';
import type { WebSettings } from '../settings';

/** The cookie names a row in PostgreSQL and says nothing else. It lasts as long as the browser is open. */
export async function registerSessions(
  server: FastifyInstance,
  settings: WebSettings,
  store: SessionStore,
): Promise<void> {
  const secure = settings.publicUrl.startsWith('https:');
  // Before anything reads cookies: programs, health checks and files have no session, whatever they send.
  server.addHook('onRequest', (request, _reply, done) => {
    if (requestKind(request.url) !== 'page') delete request.raw.headers.cookie;
    done();
  });
  await server.register(fastifyCookie);
  await server.register(fastifySession, {
    store,
    secret: settings.sessionSecret,
    cookieName: secure ? '__Host-waymark' : 'waymark',
    cookie: { path: '/', httpOnly: true, secure, sameSite: 'lax' },
    saveUninitialized: false,
    rolling: false,
  });
}
