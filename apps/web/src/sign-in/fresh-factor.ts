import type { FastifyRequest } from 'fastify';
import { FRESH_FACTOR, isFresh, type Instant } from '#libs/domain';
import { Problem } from '../errors/problem';
import './session-data';

/** A form is only shown to somebody who then has a few minutes left to fill it in. */
const FOR_A_FORM = FRESH_FACTOR * 0.6;

/**
 * For acts that ask for a second factor of the last 5 minutes (opening a case past a wall, exports, erasure): when it
 * was used, by the system's clock. A page asked for with an older one leads through the identity provider and back; a
 * form sent with an older one is refused. Programs have no session: theirs is `requireFreshToken`.
 */
export function requireFreshFactor(request: FastifyRequest): Instant {
  const provenAt = request.session?.signedIn?.authenticatedAt;
  const within = request.method === 'GET' ? FOR_A_FORM : FRESH_FACTOR;
  if (provenAt === undefined || !isFresh({ provenAt, now: Date.now(), within })) {
    throw new Problem('second-factor-not-fresh');
  }
  return provenAt as Instant;
}

const STALE_TOKEN =
  'This needs a second sign-in step of the last 5 minutes, and the token is of an older one. Nothing was done. Ask the person to sign in again (max_age=300), then send this with the new token.';

/**
 * As `requireFreshFactor`, for programs: the access token must come of a sign-in of the last 5 minutes, by its own
 * `auth_time`. The challenge is that of RFC 9470, so that a client knows to send the person through the issuer again.
 */
export function requireFreshToken({ tokenProvenAt: provenAt }: FastifyRequest): Instant {
  if (provenAt === undefined || !isFresh({ provenAt, now: Date.now(), within: FRESH_FACTOR })) {
    const challenge = `Bearer error="insufficient_user_authentication", max_age="${FRESH_FACTOR / 1000}"`;
    throw new Problem('second-factor-not-fresh', {
      status: 401,
      detail: STALE_TOKEN,
      headers: { 'www-authenticate': challenge },
    });
  }
  return provenAt as Instant;
}
