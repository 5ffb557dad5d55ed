import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { serverAccount } from './account';
import { locateBinaries } from './binaries';
import { prepareClusterFolder, serverEnvironment, SUPERUSER, type ClusterFolder } from './cluster-folder';
import { freePort } from './free-port';
import { isRunning, recordedPostmaster, stopPostmaster } from './postmaster';

export interface PostgresOptions {
  readonly folder: string;
  readonly log: (line: string) => void;
  readonly settings?: Readonly<Record<string, string>>;
}

export interface RunningPostgres {
  readonly port: number;
  readonly isNew: boolean;
  /** The superuser's URL of a database. */
  url(database: string): string;
  isRunning(): boolean;
  /** Without farewells; the next start recovers from the write-ahead log. */
  kill(): void;
  stop(): Promise<void>;
}

/**
 * Logs carry no personal data (P12): terse errors leave out the offending row, and a failing statement is not
 * repeated.
 */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  max_connections: '200',
};

const PATIENCE_MS = 60_000;
const RETRY_MS = 15_000;
const LARGE_LOG_BYTES = 5_000_000;

/** Starts the embedded server on a free port, or adopts the one still alive from a start that was killed. */
export async function startPostgres({ folder, log, settings }: PostgresOptions): Promise<RunningPostgres> {
  const account = serverAccount();
  const binaries = locateBinaries(account);
  const place = await prepareClusterFolder({ folder, binaries, account });
  const port =
    (await adopt(place, log)) ?? (await launch({ place, settings, binary: binaries.postgres, account }));
  const living = (): number | undefined => {
    const pid = recordedPostmaster(place.cluster)?.pid;
    return pid !== undefined && isRunning(pid) ? pid : undefined;
  };
  return {
    port,
    isNew: place.isNew,
    url: (database) => urlOf(place, port, database),
    isRunning: () => living() !== undefined,
    kill: () => {
      const pid = living();
      if (pid !== undefined) process.kill(pid, 'SIGQUIT');
    },
    stop: async () => {
      const pid = living();
      if (pid !== undefined) await stopPostmaster(pid);
    },
  };
}

async function adopt(place: ClusterFolder, log: (line: string) => void): Promise<number | undefined> {
  const recorded = recordedPostmaster(place.cluster);
  if (recorded === undefined) return undefined;
  if (!isRunning(recorded.pid)) {
    // PostgreSQL would take a zombie, or another program with the same number, for a living server.
    rmSync(join(place.cluster, 'postmaster.pid'), { force: true });
    return undefined;
  }
  const answers = await waitUntilReady(place, recorded.port, () => isRunning(recorded.pid));
  if (answers) log('PostgreSQL was still running and is used again');
  return answers ? recorded.port : undefined;
}

interface Launch {
  readonly place: ClusterFolder;
  readonly settings: Readonly<Record<string, string>> | undefined;
  readonly binary: string;
  readonly account: ReturnType<typeof serverAccount>;
}

async function launch({ place, settings, binary, account }: Launch): Promise<number> {
  setLargeLogAside(place.logFile);
  const giveUpAt = Date.now() + RETRY_MS;
  const options = Object.entries({ ...SETTINGS, ...settings }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  while (Date.now() < giveUpAt) {
    const port = await freePort(rememberedPort(place.portFile));
    const output = openSync(place.logFile, 'a', 0o600);
    const child = spawn(binary, ['-D', place.cluster, '-p', String(port), ...options], {
      detached: true,
      stdio: ['ignore', output, output],
      cwd: place.cluster,
      env: serverEnvironment(),
      ...(account && { uid: account.uid, gid: account.gid }),
    });
    closeSync(output);
    child.unref();
    const failure = new Promise<void>((resolve) => child.once('error', () => resolve()));
    let alive = true;
    child.once('exit', () => (alive = false));
    void failure.then(() => (alive = false));
    if (await waitUntilReady(place, port, () => alive)) {
      writeFileSync(place.portFile, String(port), { mode: 0o600 });
      return port;
    }
    // Backends of a server killed a moment ago may still hold its shared memory, and a port can be lost to a race.
    await pause(500);
  }
  throw new Error(`PostgreSQL did not start; see ${place.logFile}.`);
}

async function waitUntilReady(place: ClusterFolder, port: number, alive: () => boolean): Promise<boolean> {
  const giveUpAt = Date.now() + PATIENCE_MS;
  while (alive() && Date.now() < giveUpAt) {
    if (await answers(urlOf(place, port, 'postgres'))) return true;
    await pause(20);
  }
  return false;
}

/** Ready is a connection that succeeds: nothing earlier proves that recovery is over. */
async function answers(connectionString: string): Promise<boolean> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

function urlOf(place: ClusterFolder, port: number, database: string): string {
  return `postgresql://${SUPERUSER}:${place.password}@127.0.0.1:${port}/${database}`;
}

function rememberedPort(file: string): number {
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) || 0 : 0;
}

function setLargeLogAside(file: string): void {
  if (existsSync(file) && statSync(file).size > LARGE_LOG_BYTES) renameSync(file, `${file}.old`);
}
