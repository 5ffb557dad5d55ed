import { setTimeout as pause } from 'node:timers/promises';
import type { QueueEnvironment } from '#libs/config';
import { plus, type DeadlineId, type Instant } from '#libs/domain';
import { openWakeUps, type QueueMode, type TimedWakeUp } from '#libs/queues';
import { Client } from 'pg';
import pino from 'pino';
import { startWorker } from '../../apps/worker/src/start-worker';
import { startRedis } from '../support/redis-server';
import { startBenchServer, type BenchInstance, type BenchServer } from './support/bench-instance';
import { insertCrowd, latenessOf, type Lateness } from './support/crowd';

const COUNT = 10_000;
const REFILL = 20_000;
const PAGE = 500;

function print(figure: string, value: number, unit: string, more: object = {}): void {
  console.log(JSON.stringify({ figure, value, unit, ...more }));
}

/** Ten thousand deadlines falling due within a minute, and within a second, in each mode this machine can run. */
export async function run(): Promise<void> {
  const server = await startBenchServer();
  const redis = await startRedis();
  try {
    await runMode('none', server, '');
    await runMode('postgres', server, '');
    if (redis) await runMode('redis', server, redis.url);
    else
      console.log(
        JSON.stringify({ figure: 'lateness', mode: 'redis', skipped: 'no redis-server or valkey-server' }),
      );
  } finally {
    await redis?.stop();
    await server.stop();
  }
}

async function runMode(mode: QueueMode, server: BenchServer, redisUrl: string): Promise<void> {
  for (const overSeconds of [60, 1]) {
    const instance = await server.fresh(`bench_${mode}_${overSeconds}`);
    const queue = queueOf(mode, instance, redisUrl);
    const { recorded, p50, p99, worst, byQueue } = await measure({ instance, queue, overSeconds });
    const more = { mode, count: recorded, dueWithinSeconds: overSeconds, percentByQueue: byQueue };
    print('lateness p50', p50, 'ms', more);
    print('lateness p99', p99, 'ms', more);
    print('lateness worst', worst, 'ms', more);
    if (overSeconds === 1 && mode !== 'none') await measureRefill(mode, queue);
  }
}

function queueOf(mode: QueueMode, instance: BenchInstance, redisUrl: string): QueueEnvironment {
  if (mode === 'redis') return { mode, redisUrl };
  return mode === 'postgres' ? { mode, databaseUrl: instance.url('queue') } : { mode };
}

async function measure(options: {
  instance: BenchInstance;
  queue: QueueEnvironment;
  overSeconds: number;
}): Promise<Lateness> {
  const { instance, queue, overSeconds } = options;
  const client = new Client({ connectionString: instance.adminUrl });
  await client.connect();
  await insertCrowd(client, { count: COUNT, firstInSeconds: 20, overSeconds });
  const worker = await startWorker({
    environment: {
      workerDatabaseUrl: instance.url('worker'),
      wallDatabaseUrl: instance.url('wall'),
      keysDatabaseUrl: instance.url('keys'),
      masterKeys: {
        wrapsWith: 'file',
        keyFile: instance.keyFile,
        otherKeyFiles: [],
        transit: undefined,
        awsKms: undefined,
      },
      erasureLedger: undefined,
      seal: null,
      queue,
      smtpUrl: 'smtp://127.0.0.1:9',
      mailFrom: 'Waymark <alerts@waymark.example>',
      personMail: null,
      sms: null,
      publicUrl: 'http://localhost:3000',
      logLevel: 'silent',
      areaPack: 'essex',
    },
    logger: pino({ level: 'silent' }),
  });
  try {
    const giveUpAt = performance.now() + (20 + overSeconds + 60) * 1_000;
    let seen = await latenessOf(client);
    while (seen.recorded < COUNT && performance.now() < giveUpAt) {
      await pause(1_000);
      seen = await latenessOf(client);
    }
    return seen;
  } finally {
    await worker.close();
    await client.end();
  }
}

/** How long a wiped queue takes to be full again. */
async function measureRefill(mode: QueueMode, environment: QueueEnvironment): Promise<void> {
  const queue = await openWakeUps({ environment, onFailure: () => undefined });
  const now = Date.now() as Instant;
  const wakeUps = Array.from({ length: REFILL }, (_, number): TimedWakeUp => {
    const id = `00000000-0000-7000-8000-${String(number).padStart(12, '0')}` as DeadlineId;
    return { kind: 'deadline', id, revision: 1, stage: 'due', fireAt: plus(now, 3_600_000 + number) };
  });
  const begin = performance.now();
  for (let from = 0; from < REFILL; from += PAGE) {
    await queue.enqueue({ wakeUps: wakeUps.slice(from, from + PAGE), serviceNow: now });
  }
  print('refill of 20,000 wake-ups', Math.round(performance.now() - begin), 'ms', { mode });
  await queue.close();
}

if (require.main === module) void run();
