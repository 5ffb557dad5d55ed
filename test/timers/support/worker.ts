import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import pino from 'pino';
import { workerEnvironment, type RawEnvironment, type WorkerEnvironment } from '#libs/config';
import { migrateQueue } from '#libs/queues';
import { SETTINGS, type WorkerSettings } from '../../../apps/worker/src/build-loops';
import { startWorker } from '../../../apps/worker/src/start-worker';
import type { TestInstance } from '../../support/instance';
import { queueMode, queueVariables } from '../../support/queue-mode';

/** Nothing listens there: a suite that wants mail names its own catcher. */
const NO_MAIL = 'smtp://127.0.0.1:9';

export interface WorkerKit {
  readonly environment: WorkerEnvironment;
  /** A worker in this process; all are stopped after the test. */
  start(settings?: Partial<WorkerSettings>): Promise<INestApplicationContext>;
  /** A worker in a process of its own, to be killed as the kernel kills. */
  spawn(): Promise<ChildProcess>;
  stopAll(): Promise<void>;
}

/** Workers as they really start, on the databases of a test instance and in the project's queue mode. */
export async function workersOf(
  instance: TestInstance,
  { smtpUrl = NO_MAIL, variables = {} }: { smtpUrl?: string; variables?: RawEnvironment } = {},
): Promise<WorkerKit> {
  const { database, keyFile } = instance;
  if (queueMode === 'postgres') await migrateQueue({ migratorUrl: database.adminUrl });
  const raw: RawEnvironment = {
    ...queueVariables(database),
    WORKER_DATABASE_URL: database.url('worker'),
    WALL_DATABASE_URL: database.url('wall'),
    KEYS_DATABASE_URL: database.url('keys'),
    KEY_FILE: keyFile,
    SMTP_URL: smtpUrl,
    MAIL_FROM: 'Waymark <alerts@waymark.example>',
    PUBLIC_URL: 'http://localhost:3000',
    LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
    ...variables,
  };
  const environment = workerEnvironment(raw);
  const apps: INestApplicationContext[] = [];
  const children: ChildProcess[] = [];
  return {
    environment,
    start: async (settings = {}) => {
      const logger = pino({ level: environment.logLevel });
      const app = await startWorker({ environment, logger, settings: { ...SETTINGS, ...settings } });
      apps.push(app);
      return app;
    },
    spawn: async () => {
      const child = spawnWorker(raw);
      children.push(child);
      await readyOf(child);
      return child;
    },
    stopAll: async () => {
      await Promise.all(apps.splice(0).map((app) => app.close()));
      await Promise.all(children.splice(0).map(kill));
    },
  };
}

function spawnWorker(raw: RawEnvironment): ChildProcess {
  const root = join(__dirname, '../../..');
  return spawn(
    process.execPath,
    ['--require', join(__dirname, 'run-typescript.cjs'), join(root, 'apps/worker/src/main.ts')],
    { cwd: root, env: { ...process.env, ...raw, LOG_LEVEL: 'info' }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
}

async function readyOf(child: ChildProcess): Promise<void> {
  const heard: string[] = [];
  await new Promise<void>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      heard.push(chunk.toString('utf8'));
      if (heard.join('').includes('worker ready')) resolve();
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', () => reject(new Error(`the worker ended: ${heard.join('')}`)));
  });
}

/** As a power cut: no signal handler runs. */
export async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}
