import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { canonicalBytes } from './seal-head';

/** Signs heads; what it signs with stays inside. */
export interface SealSigner {
  readonly keyId: string;
  /** PEM, for whoever verifies. */
  readonly publicKey: string;
  /** Base64, over the canonical JSON of the statement. */
  sign(statement: object): string;
}

/** A public key and from which seal on it signs. The key before it vouches for it. */
export interface SealKey {
  readonly keyId: string;
  readonly publicKey: string;
  readonly fromSeal: number;
  readonly introducedAt: string;
  readonly previousKey: string | null;
  /** Signature of the key before over `keyStatement`; null for the first, and when that key was no longer at hand. */
  readonly endorsement: string | null;
}

/** What a key signs when it hands over to the next. */
export function keyStatement(
  instanceId: string,
  { keyId, publicKey, fromSeal, previousKey }: Omit<SealKey, 'endorsement' | 'introducedAt'>,
): object {
  return { format: 'waymark-seal-key-1', instanceId, keyId, publicKey, fromSeal, previousKey };
}

/** Reads an Ed25519 private key (PEM, PKCS #8) from a file that nobody but its owner can read. */
export function sealSignerFromFile(file: string): SealSigner {
  if ((statSync(file).mode & 0o077) !== 0) {
    throw new Error(`The seal key ${file} can be read by others. Run: chmod 600 ${file}`);
  }
  const key = privateKeyOf(readFileSync(file, 'utf8'));
  if (key?.asymmetricKeyType !== 'ed25519') {
    throw new Error(
      `The seal key ${file} must be an Ed25519 private key. Make one: openssl genpkey -algorithm ed25519`,
    );
  }
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();
  return {
    keyId: keyIdOf(publicKey) as string,
    publicKey,
    sign: (statement) => sign(null, canonicalBytes(statement), key).toString('base64'),
  };
}

/** Names a public key: the first 16 digits of the SHA-256 of its DER form. Null when it is no Ed25519 key. */
export function keyIdOf(publicKey: string): string | null {
  const key = publicKeyOf(publicKey);
  if (key === null) return null;
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16);
}

/** Checks signatures of one public key; the key is read once. A key that cannot be read signed nothing. */
export function signatureCheckOf(publicKey: string): (statement: object, signature: string) => boolean {
  const key = publicKeyOf(publicKey);
  return (statement, signature) =>
    key !== null && verify(null, canonicalBytes(statement), key, Buffer.from(signature, 'base64'));
}

function publicKeyOf(pem: string): KeyObject | null {
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}

function privateKeyOf(pem: string): KeyObject | null {
  try {
    return createPrivateKey(pem);
  } catch {
    return null;
  }
}
