import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { freePort } from '../../../apps/local/src/postgres';

/** What `npm start` runs once everything is built, as it is here: `npm test` builds first. */
const PROGRAM = join(__dirname, '../../../dist/apps/local/src/main.js');

export interface LocalInstance {
  readonly base: string;
  /** Looks into the database as its owner: to count what the pages must show. */
  query<Row extends object>(sql: string, values?: unknown[]): Promise<Row[]>;
  /** What the mail catcher has received. */
  mails(): Promise<readonly CaughtMail[]>;
  stop(): Promise<void>;
}

export interface CaughtMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** The whole product, started as a newcomer starts it, with few invented referrals in a folder of its own. */
export async function startLocalInstance(
  variables: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Promise<LocalInstance> {
  const parent = mkdtempSync(join(tmpdir(), 'waymark-journey-'));
  chmodSync(parent, 0o711);
  const folder = join(parent, 'data');
  const port = await freePort();
  const env = { PATH: process.env['PATH'], PORT: String(port), WAYMARK_DATA: folder, ...variables };
  const child = spawn(process.execPath, [PROGRAM, '--referrals', '12', ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await untilReady(child);
  const instance = JSON.parse(readFileSync(join(folder, 'instance.json'), 'utf8')) as Record<string, string>;
  const database = new Client({ connectionString: instance['DATABASE_URL'] });
  await database.connect();
  return {
    base: `http://localhost:${port}`,
    query: async (sql, values = []) => (await database.query(sql, values)).rows,
    mails: async () => (await fetch(`${instance['INBOX_URL']}messages.json`)).json() as Promise<CaughtMail[]>,
    stop: async () => {
      await database.end();
      child.kill('SIGTERM');
      await once(child, 'close');
      rmSync(parent, { recursive: true });
    },
  };
}

async function untilReady(child: ChildProcess): Promise<void> {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += String(chunk)));
  while (!output.includes('\nready ')) {
    if (child.exitCode !== null) throw new Error(`it ended: ${output}`);
    await pause(100);
  }
}
