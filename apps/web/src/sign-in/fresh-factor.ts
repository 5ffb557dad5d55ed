import type { FastifyRequest } from 'fastify';
import { FRESH_FACTOR, isFresh, type Instant } from '#libs/domain';
import { Problem } from '../errors/problem';
import './session-data';

/** A form is only shown to somebody who then has a few minutes left to fill it in. */
const FOR_A_FORM = FRESH_FACTOR * 0.6;

/**
 * For acts that ask for a second factor of the last 5 minutes (opening a case past a wall, exports, erasure): when it
 * was used, by the system's clock. A page asked for with an older one leads through the identity provider and back; a
 * form sent with an older one is refused. Programs have no session and are always refused.
 */
export function requireFreshFactor(request: FastifyRequest): Instant {
  const provenAt = request.session?.signedIn?.authenticatedAt;
  const within = request.method === 'GET' ? FOR_A_FORM : FRESH_FACTOR;
  if (provenAt === undefined || !isFresh({ provenAt, now: Date.now(), within })) {
    throw new Problem('second-factor-not-fresh');
  }
  return provenAt as Instant;
}
