import fastifyHelmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { requestKind } from '../request-reading/request-kind';
import type { WebSettings } from '../settings';
import { cspNonceOf } from './csp-nonce';

const SECONDS_IN_TWO_YEARS = 63_072_000;

/** Nothing is loaded from elsewhere, nothing runs that we did not send, and no page is kept by the browser. */
export async function registerHeaders(server: FastifyInstance, settings: WebSettings): Promise<void> {
  const secure = settings.publicUrl.startsWith('https:');
  await server.register(fastifyHelmet, {
    contentSecurityPolicy: { useDefaults: false, directives: cspDirectives(settings) },
    strictTransportSecurity: secure ? { maxAge: SECONDS_IN_TWO_YEARS, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: true,
    xFrameOptions: { action: 'deny' },
  });
  server.addHook('onSend', (request, reply, _payload, done) => {
    if (requestKind(request.url) !== 'asset') reply.header('cache-control', 'no-store');
    reply.header('x-request-id', request.id);
    done();
  });
}

/** Browsers apply `form-action` to redirects after a form too, and sign-in leads to the issuer. */
function cspDirectives({ oidc }: WebSettings) {
  return {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'", (request: IncomingMessage) => `'nonce-${cspNonceOf(request)}'`],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'", new URL(oidc.issuer).origin],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
    objectSrc: ["'none'"],
  };
}
