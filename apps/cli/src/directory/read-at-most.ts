import type { Readable } from 'node:stream';

/** All that comes in, or null as soon as it is more than this many bytes: whoever wrote it may not mean well. */
export async function readAtMost(from: Readable, most: number): Promise<string | null> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of from) {
    const read = Buffer.isBuffer(part) ? part : Buffer.from(String(part));
    length += read.length;
    if (length > most) return null;
    parts.push(read);
  }
  return Buffer.concat(parts).toString('utf8');
}
