import type { FastifyRequest } from 'fastify';
import type { Repeatable } from '#libs/casework';
import { readFields } from '../../request-reading/read-fields';
import type { ServerKey } from '../../security/server-key';
import { readRevision } from '../stale-forms/read-revision';

/** A form of one button: the revision that its page was drawn from, and the act that pressing it twice is once. */
export function readButton(
  request: FastifyRequest,
  serverKey: ServerKey,
): { readonly revision: number; readonly act: Repeatable } {
  const { raw, idempotencyKey: key } = readFields(request.body, { single: ['revision'] });
  const act = serverKey.repeatable('form', { request, key, content: raw });
  return { revision: readRevision(raw.revision), act };
}
