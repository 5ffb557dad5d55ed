import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE_ROLES, type RolePasswords } from '#libs/config';

export interface Secrets {
  readonly sessionSecret: string;
  readonly oidcClientSecret: string;
  readonly rolePasswords: RolePasswords;
}

/**
 * Made on first use, readable by their owner only, and kept with the data that they open. A role that a later version
 * adds gets its password then.
 */
export function localSecrets(folder: string): Secrets {
  const file = join(folder, 'secrets.json');
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Secrets) : null;
  if (kept !== null && DATABASE_ROLES.every((role) => role in kept.rolePasswords)) return kept;
  const fresh = Object.fromEntries(DATABASE_ROLES.map((role) => [role, token()]));
  const rolePasswords = { ...fresh, ...kept?.rolePasswords } as RolePasswords;
  const secrets = { sessionSecret: token(), oidcClientSecret: token(), ...kept, rolePasswords };
  writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });
  return secrets;
}

/** The master key that wraps every person's data key: 32 bytes, in base64. */
export function masterKeyFile(folder: string): string {
  const file = join(folder, 'master.key');
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
  return file;
}

/** The private key that signs the heads of the sealed journal (Ed25519, PEM). */
export function sealKeyFile(folder: string): string {
  const file = join(folder, 'seal.key');
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync('ed25519');
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  }
  return file;
}

function token(): string {
  return randomBytes(32).toString('base64url');
}
