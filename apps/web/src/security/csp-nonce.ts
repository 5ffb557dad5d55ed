import type { IncomingMessage } from 'node:http';
import { randomBytes } from 'node:crypto';

const nonces = new WeakMap<IncomingMessage, string>();

/** One value a request, the same in the header and in the page. */
export function cspNonceOf(request: IncomingMessage): string {
  const known = nonces.get(request);
  if (known !== undefined) return known;
  const made = randomBytes(16).toString('base64url');
  nonces.set(request, made);
  return made;
}
