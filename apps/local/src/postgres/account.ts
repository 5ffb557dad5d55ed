import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** PostgreSQL refuses to run as root, so root lends it to an account that owns nothing else of ours. */
export interface ServerAccount {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const CANDIDATES = ['postgres', 'node', 'nobody'];

/** The account to run the server under; undefined means "whoever we are", which is right for everyone but root. */
export function serverAccount(): ServerAccount | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n').map(accountOf);
  const found = CANDIDATES.map((name) => accounts.find((account) => account.name === name));
  const account = found.find((candidate) => candidate !== undefined);
  if (account !== undefined) return account;
  throw new Error(`PostgreSQL cannot run as root and none of ${CANDIDATES.join(', ')} is an account here.`);
}

/** Asks by trying: permission bits alone would miss access lists and mount options. */
export function canEnter(folder: string, account: ServerAccount | undefined): boolean {
  if (account === undefined) return true;
  const { uid, gid } = account;
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { uid, gid, cwd: '/' }).status === 0;
}

function accountOf(line: string): ServerAccount {
  const [name = '', , uid, gid] = line.split(':');
  return { name, uid: Number(uid), gid: Number(gid) };
}
