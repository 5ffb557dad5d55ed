import { spawnSync } from 'node:child_process';
import { createPublicKey } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Servers } from '../servers';

const MAIN = join(__dirname, '../../../apps/cli/src/main.js');

/** Exports the journal as an auditor gets it and verifies it with the key that the auditor was given. */
export function verifyChain(servers: Servers): { readonly sound: boolean; readonly words: string } {
  const folder = join(servers.folder, 'export');
  const publicKey = join(servers.folder, 'seal.pub');
  const key = createPublicKey(readFileSync(servers.sealKeyFile));
  writeFileSync(publicKey, key.export({ type: 'spki', format: 'pem' }));
  const environment = { PATH: process.env['PATH'] ?? '', WORKER_DATABASE_URL: servers.url('worker') };
  const waymark = (...args: string[]) =>
    spawnSync(process.execPath, [MAIN, ...args], { env: environment, encoding: 'utf8' });
  const exported = waymark('export-audit', '--to', folder);
  if (exported.status !== 0) return { sound: false, words: exported.stderr };
  const verified = waymark('verify', folder, '--key', publicKey);
  return { sound: verified.status === 0, words: `${verified.stdout}${verified.stderr}`.trim() };
}
