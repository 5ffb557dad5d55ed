import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sealSignerFromFile, type SealSigner } from '#libs/persistence';

/** A fresh Ed25519 private key in a file that only its owner can read. */
export function newSealKeyFile(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'waymark-seal-')), 'seal.key');
  const { privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  return file;
}

export function newSealSigner(): SealSigner {
  return sealSignerFromFile(newSealKeyFile());
}
