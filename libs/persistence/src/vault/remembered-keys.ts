import { createHash } from 'node:crypto';
import type { KeyProvider, Wrapped } from './key-provider';

const MOST = 2_000;
const FOR_MILLISECONDS = 60_000;

/**
 * Spares a key store over the network a call for every record. Kept under the wrapped bytes, in this process's memory,
 * for a minute: who is erased has no wrapped bytes left to ask with, so nothing outlives an erasure (P13).
 */
export function rememberKeys(provider: KeyProvider, clock: () => number = Date.now): KeyProvider {
  const kept = new Map<string, { readonly key: Promise<Buffer>; readonly until: number }>();
  return {
    opens: (keyId) => provider.opens(keyId),
    currentId: () => provider.currentId(),
    wrap: (subjectId, dataKey) => provider.wrap(subjectId, dataKey),
    unwrap: (subjectId, wrapped) => {
      const name = nameOf(subjectId, wrapped);
      const found = kept.get(name);
      if (found !== undefined && found.until > clock()) return found.key;
      const key = provider.unwrap(subjectId, wrapped);
      kept.delete(name);
      kept.set(name, { key, until: clock() + FOR_MILLISECONDS });
      const [oldest] = kept.keys();
      if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
      key.catch(() => kept.delete(name));
      return key;
    },
  };
}

function nameOf(subjectId: string, { wrapped, keyId }: Wrapped): string {
  return createHash('sha256').update(`${subjectId} ${keyId} `).update(wrapped).digest('base64');
}
