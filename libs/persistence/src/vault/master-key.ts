import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { openBytes, sealBytes } from './envelope';
import { UnknownMasterKeyError, type KeyProvider } from './key-provider';

const BYTES = 32;

/** Reads 32 bytes in base64 from a file that nobody but its owner can read. */
export function masterKeyFromFile(file: string): KeyProvider {
  const mode = statSync(file).mode & 0o077;
  if (mode !== 0) throw new Error(`The key file ${file} can be read by others. Run: chmod 600 ${file}`);
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  if (key.length !== BYTES) throw new Error(`The key file ${file} must hold ${BYTES} bytes in base64.`);
  const place = (subjectId: string) => `data-key ${subjectId}`;
  const id = createHash('sha256').update(key).digest('hex').slice(0, 16);
  return {
    opens: (keyId) => keyId === id,
    currentId: async () => id,
    wrap: async (subjectId, dataKey) => ({
      wrapped: sealBytes({ key, place: place(subjectId), plain: dataKey }),
      keyId: id,
    }),
    unwrap: async (subjectId, { wrapped, keyId }) => {
      if (keyId !== id) throw new UnknownMasterKeyError(keyId);
      return openBytes({ key, place: place(subjectId), sealed: wrapped });
    },
  };
}
