import { createHash } from 'node:crypto';

/**
 * An id for a row that has none here: the same name always gives the same one, so that two exports of the same service
 * are the same text. In the shape of a UUID of version 5.
 */
export function derivedId(name: string): string {
  const hash = createHash('sha1').update(`waymark open-referral ${name}`).digest('hex');
  const variant = ((Number.parseInt(hash.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `5${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}
