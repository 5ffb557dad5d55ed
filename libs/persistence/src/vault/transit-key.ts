import { KeyStoreError, UnknownMasterKeyError, type KeyProvider } from './key-provider';
import { TransitClient, type TransitSettings } from './transit-client';

const STORE = 'transit';

/**
 * A master key that never leaves OpenBao or HashiCorp Vault: its transit engine wraps and unwraps. The subject is bound
 * as associated data, so that a wrapped key moved to somebody else does not open. The key must be of an AEAD type
 * (`aes256-gcm96`, the engine's default).
 */
export function masterKeyInTransit(settings: TransitSettings): KeyProvider {
  const { mount, key } = settings;
  const client = new TransitClient(settings);
  const family = `transit/${mount}/${key}/v`;
  return {
    opens: (keyId) => keyId.startsWith(family),
    currentId: async () => {
      const { latest_version: version } = await client.read(`${mount}/keys/${key}`);
      if (!Number.isInteger(version)) throw new KeyStoreError(STORE, 'it named no key version');
      return `${family}${String(version)}`;
    },
    wrap: async (subjectId, dataKey) => {
      const { ciphertext } = await client.write(`${mount}/encrypt/${key}`, {
        plaintext: dataKey.toString('base64'),
        associated_data: boundTo(subjectId),
      });
      const version = typeof ciphertext === 'string' && /^vault:v(\d+):/.exec(ciphertext)?.[1];
      if (!version) throw new KeyStoreError(STORE, 'it answered with no ciphertext');
      return { wrapped: Buffer.from(ciphertext, 'utf8'), keyId: family + version };
    },
    unwrap: async (subjectId, { wrapped, keyId }) => {
      if (!keyId.startsWith(family)) throw new UnknownMasterKeyError(keyId);
      const { plaintext } = await client.write(`${mount}/decrypt/${key}`, {
        ciphertext: wrapped.toString('utf8'),
        associated_data: boundTo(subjectId),
      });
      if (typeof plaintext !== 'string') throw new KeyStoreError(STORE, 'it answered with no key');
      return Buffer.from(plaintext, 'base64');
    },
  };
}

function boundTo(subjectId: string): string {
  return Buffer.from(`data-key ${subjectId}`, 'utf8').toString('base64');
}
