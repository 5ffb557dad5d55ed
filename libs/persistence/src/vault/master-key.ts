import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { openBytes, sealBytes } from './envelope';

/** Wraps data keys. The default keeps its key in a file; other providers stand behind the same two verbs. */
export interface MasterKey {
  /** Names the key that wrapped a data key, so that a rotation can tell old from new. */
  readonly id: string;
  wrap(subjectId: string, dataKey: Buffer): Buffer;
  unwrap(subjectId: string, wrapped: Buffer): Buffer;
}

const BYTES = 32;

/** Reads 32 bytes in base64 from a file that nobody but its owner can read. */
export function masterKeyFromFile(file: string): MasterKey {
  const mode = statSync(file).mode & 0o077;
  if (mode !== 0) throw new Error(`The key file ${file} can be read by others. Run: chmod 600 ${file}`);
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  if (key.length !== BYTES) throw new Error(`The key file ${file} must hold ${BYTES} bytes in base64.`);
  const place = (subjectId: string) => `data-key ${subjectId}`;
  return {
    id: createHash('sha256').update(key).digest('hex').slice(0, 16),
    wrap: (subjectId, dataKey) => sealBytes({ key, place: place(subjectId), plain: dataKey }),
    unwrap: (subjectId, wrapped) => openBytes({ key, place: place(subjectId), sealed: wrapped }),
  };
}
