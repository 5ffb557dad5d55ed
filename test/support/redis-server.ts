import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePort } from '../../apps/local/src/postgres';

export interface RunningRedis {
  readonly url: string;
  stop(): Promise<void>;
}

const PROGRAMS = ['redis-server', 'valkey-server'];
export const NO_REDIS = `neither ${PROGRAMS.join(' nor ')} is installed`;

/** `hz 100` fires delayed jobs 7 ms late instead of 54; nothing is written to disc. */
const OPTIONS = ['--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--hz', '100'];

/** The program that would serve as Redis here, if there is one. */
export function redisProgram(): string | undefined {
  return PROGRAMS.find((name) => spawnSync(name, ['--version']).status === 0);
}

export async function startRedis(wanted?: number): Promise<RunningRedis | undefined> {
  const program = redisProgram();
  if (program === undefined) {
    if (process.env['REQUIRE_ALL'] === '1') throw new Error(`REQUIRE_ALL=1, but ${NO_REDIS}.`);
    return undefined;
  }
  const port = wanted ?? (await freePort());
  const child = spawn(program, ['--port', String(port), ...OPTIONS], { stdio: 'ignore' });
  const url = `redis://127.0.0.1:${port}`;
  await waitForPong(url);
  return {
    url,
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

async function waitForPong(url: string): Promise<void> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 });
  client.on('error', () => undefined);
  for (let attempt = 0; attempt < 200; attempt += 1) {
    try {
      await client.connect();
      await client.ping();
      client.disconnect();
      return;
    } catch {
      await pause(25);
    }
  }
  throw new Error('Redis did not answer within five seconds.');
}
