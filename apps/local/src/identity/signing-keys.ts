import { generateKeyPairSync, randomUUID, type JsonWebKey } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

export type SigningKey = JsonWebKey & { kty: 'RSA'; kid: string; alg: 'RS256'; use: 'sig' };

/** Kept with the data, so that tokens stay good over a restart. */
export function signingKeys(file: string): { keys: SigningKey[] } {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as { keys: SigningKey[] };
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key: SigningKey = {
    ...privateKey.export({ format: 'jwk' }),
    kty: 'RSA',
    kid: randomUUID(),
    alg: 'RS256',
    use: 'sig',
  };
  const keys = { keys: [key] };
  writeFileSync(file, JSON.stringify(keys), { mode: 0o600 });
  return keys;
}
