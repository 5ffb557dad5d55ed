import { setTimeout as pause } from 'node:timers/promises';
import { startRedis, type RunningRedis } from '../support/redis-server';
import { useInstance } from '../support/instance';
import { describeTimers, queueMode } from '../support/queue-mode';
import { freePort } from '../../apps/local/src/postgres';
import { ledgerOf } from './support/ledger';
import { before, DUE_24H, eventually, referMany } from './support/promises';
import { workersOf, type WorkerKit } from './support/worker';

/** Who may fire before and after the queue's server answers; only Redis can be away by itself. */
const BEFORE = { redis: ['sweep'], postgres: ['queue', 'sweep'], none: ['sweep'] }[queueMode];
const AFTER = { redis: ['queue'], postgres: ['queue', 'sweep'], none: ['sweep'] }[queueMode];

describeTimers(`P16 a queue that is away when a worker starts, in mode ${queueMode}`, () => {
  const instance = useInstance();
  let workers: WorkerKit;
  let redis: RunningRedis | undefined;
  afterEach(async () => {
    await workers.stopAll();
    await redis?.stop();
  });

  it('P16 holds no clock back, and is taken up when it answers', async () => {
    const port = await freePort();
    workers = await workersOf(instance(), {
      variables: queueMode === 'redis' ? { REDIS_URL: `redis://127.0.0.1:${port}` } : {},
    });
    await instance().setNow('2026-03-02T10:05:00Z');
    const early = await referMany(instance(), 5);
    await instance().setNow(before(DUE_24H, 6));
    await workers.start();
    const swept = await eventually(() => ledgerOf(instance()).breaches(early), {
      is: (all) => all.length >= 5,
    });
    expect(swept.map(({ via }) => BEFORE.includes(via))).toEqual(Array.from({ length: 5 }, () => true));

    await instance().setNow('2026-03-02T10:06:00Z');
    const later = await referMany(instance(), 5);
    if (queueMode === 'redis') redis = await startRedis(port);
    await pause(5_000);
    await instance().setNow(before(DUE_24H, 6));

    const queued = await eventually(() => ledgerOf(instance()).breaches(later), {
      is: (all) => all.length >= 5,
    });
    expect(queued.map(({ via }) => AFTER.includes(via))).toEqual(Array.from({ length: 5 }, () => true));
  });
});
