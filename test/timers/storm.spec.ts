import { Client } from 'pg';
import { insertCrowd, latenessOf } from '../bench/support/crowd';
import { useInstance } from '../support/instance';
import { describeTimers, queueMode } from '../support/queue-mode';
import { ledgerOf } from './support/ledger';
import { before, DUE_24H, eventually, referMany } from './support/promises';
import { workersOf, type WorkerKit } from './support/worker';

/** More than the sweep leaves to a queue. */
const CROWD = 2_500;

describeTimers(`a storm of timers in mode ${queueMode}`, () => {
  const instance = useInstance();
  let workers: WorkerKit;
  beforeEach(async () => {
    workers = await workersOf(instance());
  });
  afterEach(() => workers.stopAll());

  it('P3 costs no breach and doubles none, and leaves the queue at work afterwards', async () => {
    await instance().setNow(before(DUE_24H, 60));
    const client = new Client({ connectionString: instance().database.adminUrl });
    await client.connect();
    await insertCrowd(client, { count: CROWD, firstInSeconds: 6, overSeconds: 0 });
    await workers.start();

    const { worst } = await eventually(() => latenessOf(client), {
      is: ({ recorded }) => recorded >= CROWD,
      withinSeconds: 40,
    });
    const [journal] = await instance().admin<{ events: number; deadlines: number }>(
      `select count(*)::integer as events, count(distinct subject_id)::integer as deadlines
       from app.journal where event_type = 'deadline.breached'`,
    );
    await client.end();

    expect(journal).toEqual({ events: CROWD, deadlines: CROWD });
    expect(worst).toBeLessThan(10_000);
    await expectQueueAtWork();
  });

  async function expectQueueAtWork(): Promise<void> {
    await instance().setNow('2026-03-02T10:05:00Z');
    const cases = await referMany(instance(), 3);
    await instance().setNow(before(DUE_24H, 8));
    const breaches = await eventually(() => ledgerOf(instance()).breaches(cases), {
      is: (all) => all.length >= 3,
      withinSeconds: 30,
    });
    const path = queueMode === 'none' ? 'sweep' : 'queue';
    expect(breaches.map(({ via }) => via)).toEqual([path, path, path]);
  }
});
