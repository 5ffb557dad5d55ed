import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a form came from our own pages, by what browsers say of themselves. Pages ask for no referrer, which
 * makes browsers send `Origin: null` even to ourselves; then the fetch metadata must vouch for it. A request
 * with neither did not come from a browser that another site could steer: its form token decides.
 */
export function isSameOrigin(headers: IncomingHttpHeaders, publicUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const { origin } = headers;
  if (origin === undefined || origin === publicUrl) return true;
  return origin === 'null' && site === 'same-origin';
}
