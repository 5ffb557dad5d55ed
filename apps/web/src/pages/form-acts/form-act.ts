import canonicalize from 'canonicalize';
import type { FastifyRequest } from 'fastify';
import { createHmac, hkdfSync } from 'node:crypto';
import type { Once, Repeatable } from '#libs/casework';
import { mayDo, type Act, type StaffActor } from '#libs/domain';
import { notFound, Problem } from '../../errors/problem';
import type { WebSettings } from '../../settings';

/**
 * Makes a form sent twice one act: its hidden key, with a keyed hash of what was sent, which tells nothing about it.
 */
export function formAct(
  settings: WebSettings,
  { request, key, raw }: { request: FastifyRequest; key: string; raw: object },
): Repeatable {
  const secret = hkdfSync('sha256', settings.sessionSecret, '', 'waymark form', 32);
  const content = canonicalize({ params: request.params, raw });
  return {
    route: `${request.method} ${request.routeOptions.url}`,
    key,
    requestHash: createHmac('sha256', Buffer.from(secret)).update(String(content)).digest(),
  };
}

const SENT_BEFORE =
  'This form was sent before with other answers, and those were saved. Nothing was saved this time.';

/** A form sent twice is answered as it was the first time. */
export function resultOfForm<Result>(once: Once<Result>): Result {
  switch (once.kind) {
    case 'done':
    case 'repeated':
      return once.result;
    case 'key-used-for-another-request':
      throw new Problem('conflict', { detail: SENT_BEFORE });
  }
}

/** A page that this role has no use for is not there for it. */
export function requireAct(actor: StaffActor, act: Act): void {
  if (!mayDo(actor, act)) throw notFound();
}
