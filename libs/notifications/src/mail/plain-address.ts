import type { Brand } from '#libs/domain';

/** A bare `local@domain`, checked by our own narrow rule. */
export type PlainAddress = Brand<string, 'PlainAddress'>;

const LOCAL = /^[a-z0-9](?:[a-z0-9._+'-]{0,62}[a-z0-9])?$/i;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

/**
 * Accepts one plain address and nothing else. Mail libraries read lists, groups, quotes and comments into an address
 * and have sent to the wrong person for it; this rule is stricter than the standard and runs before any of them.
 */
export function plainAddress(text: string): PlainAddress | null {
  if (text.length > 254) return null;
  const [local, domain, ...more] = text.split('@');
  if (local === undefined || domain === undefined || more.length > 0) return null;
  if (!LOCAL.test(local) || local.includes('..')) return null;
  const labels = domain.split('.');
  return labels.length > 1 && labels.every((label) => LABEL.test(label)) ? (text as PlainAddress) : null;
}
