import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { testRedisUrl } from '../support/cluster';
import { useInstance } from '../support/instance';
import { describeTimers, queueMode } from '../support/queue-mode';
import { ledgerOf } from './support/ledger';
import { before, DUE_24H, eventually, referMany } from './support/promises';
import { workersOf, type WorkerKit } from './support/worker';

/** The sweep sleeps a second at most and leaves a healthy queue three quarters of one; the rest is a busy machine. */
const SWEEP_INTERVAL_MS = 1_000 + 750;
const MARGIN_MS = 1_500;

describeTimers(`P16 a queue that loses everything, in mode ${queueMode}`, () => {
  const instance = useInstance();
  let workers: WorkerKit;
  beforeEach(async () => {
    workers = await workersOf(instance());
    await instance().setNow('2026-03-02T10:05:00Z');
  });
  afterEach(() => workers.stopAll());

  /** Everything the queue holds is gone, without a word to its clients; another test's Redis database stays. */
  async function wipe(): Promise<void> {
    if (queueMode === 'postgres') await instance().admin('truncate bullmq.job cascade');
    if (queueMode !== 'redis') return;
    const redis = new Redis(testRedisUrl() ?? '');
    await redis.flushdb();
    redis.disconnect();
  }

  it('P16 costs no breach, and lateness of no more than the sweep interval', async () => {
    const cases = await referMany(instance(), 30);
    await instance().setNow(before(DUE_24H, 4));
    await workers.start();
    await pause(1_000);

    await eventually(
      async () => {
        await wipe();
        await pause(100);
        return ledgerOf(instance()).breaches(cases);
      },
      { is: (all) => all.length >= 30 },
    );

    const breaches = await ledgerOf(instance()).breaches(cases);
    expect(breaches).toHaveLength(30);
    expect(Math.max(...breaches.map(({ late_ms }) => late_ms))).toBeLessThan(SWEEP_INTERVAL_MS + MARGIN_MS);
  });

  it('P16 is filled again, and fires on by its own path', async () => {
    const cases = await referMany(instance(), 10);
    await instance().setNow(before(DUE_24H, 7));
    await workers.start({ sweep: queueMode === 'none' });
    await pause(800);

    await wipe();

    const breaches = await eventually(() => ledgerOf(instance()).breaches(cases), {
      is: (all) => all.length >= 10,
    });
    const path = queueMode === 'none' ? 'sweep' : 'queue';
    expect(breaches.map(({ via }) => via)).toEqual(Array.from({ length: 10 }, () => path));
  });
});
