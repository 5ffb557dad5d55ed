import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { canEnter, type ServerAccount } from './account';
import { SYSTEM_FOLDER, type PostgresBinaries } from './binaries';
import { recordedPostmaster, stopPostmaster } from './postmaster';

export const SUPERUSER = 'waymark';

export interface ClusterFolder {
  readonly cluster: string;
  readonly logFile: string;
  readonly portFile: string;
  readonly password: string;
  readonly isNew: boolean;
}

interface Preparation {
  readonly folder: string;
  readonly binaries: PostgresBinaries;
  readonly account: ServerAccount | undefined;
}

/** Makes the cluster on first use; afterwards only finds it. Cut short at any point, the next call starts over. */
export async function prepareClusterFolder({
  folder,
  binaries,
  account,
}: Preparation): Promise<ClusterFolder> {
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const passwordFile = join(folder, 'password');
  const hasPassword = existsSync(passwordFile);
  const home = canEnter(folder, account) ? folder : systemHome(folder);
  mkdirSync(home, { recursive: true, mode: 0o711 });
  const cluster = join(home, 'cluster');
  if (!hasPassword) await discardOrphan({ cluster, folder, home });
  const password = hasPassword ? readFileSync(passwordFile, 'utf8') : randomBytes(24).toString('base64url');
  if (!hasPassword) writeFileSync(passwordFile, password, { mode: 0o600 });
  const isNew = !existsSync(cluster);
  const logFile = join(folder, 'postgres.log');
  if (isNew) await initialise({ cluster, password, binaries, account, logFile });
  return { cluster, logFile, portFile: join(folder, 'port'), password, isNew };
}

/** Stops the server of a folder, if it has one, and takes its data away. */
export async function removeCluster(folder: string): Promise<void> {
  for (const home of [folder, systemHome(folder)]) {
    await stopAndRemove(join(home, 'cluster'));
    rmSync(home, { recursive: true, force: true });
  }
}

function systemHome(folder: string): string {
  return join(SYSTEM_FOLDER, createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 16));
}

async function stopAndRemove(cluster: string): Promise<void> {
  const running = recordedPostmaster(cluster);
  if (running !== undefined) await stopPostmaster(running.pid);
  rmSync(cluster, { recursive: true, force: true });
}

/** A system-folder cluster whose data folder was deleted by hand belongs to nobody and cannot be opened. */
async function discardOrphan(place: { cluster: string; folder: string; home: string }): Promise<void> {
  if (!existsSync(place.cluster)) return;
  if (place.home === place.folder) {
    throw new Error(`The password file of the database in ${place.folder} is missing; start with --fresh.`);
  }
  await stopAndRemove(place.cluster);
}

interface Initialisation {
  readonly cluster: string;
  readonly password: string;
  readonly binaries: PostgresBinaries;
  readonly account: ServerAccount | undefined;
  readonly logFile: string;
}

async function initialise({ cluster, password, binaries, account, logFile }: Initialisation): Promise<void> {
  const unfinished = `${cluster}.unfinished`;
  const passwordFile = join(dirname(cluster), 'initial-password');
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account !== undefined) {
    chownSync(unfinished, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  const log = openSync(logFile, 'a', 0o600);
  const options = [
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
  ];
  const child = spawn(binaries.initdb, ['-D', unfinished, ...options, ...localeOptions()], {
    stdio: ['ignore', log, log],
    cwd: dirname(cluster),
    env: serverEnvironment(),
    ...(account && { uid: account.uid, gid: account.gid }),
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  closeSync(log);
  rmSync(passwordFile);
  if (code !== 0) throw new Error(`PostgreSQL could not create its data folder; see ${logFile}.`);
  renameSync(unfinished, cluster);
}

/** C.UTF-8 sorts the same everywhere; only Linux can be trusted to have it outside PostgreSQL itself. */
function localeOptions(): string[] {
  if (process.platform === 'linux') return ['--locale=C.UTF-8'];
  return ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
}

/** The caller's locale, zone and PG* variables must not colour the server. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], SystemRoot: process.env['SystemRoot'], LC_ALL: 'C' };
}
