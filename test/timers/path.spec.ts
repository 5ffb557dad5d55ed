import { ledgerOf } from './support/ledger';
import { before, DUE_24H, eventually, referMany } from './support/promises';
import { workersOf, type WorkerKit } from './support/worker';
import { useInstance } from '../support/instance';
import { describeTimers, queueMode } from '../support/queue-mode';

const PATH = queueMode === 'none' ? 'sweep' : 'queue';

describeTimers(`a timer in mode ${queueMode}`, () => {
  const instance = useInstance();
  let workers: WorkerKit;
  beforeEach(async () => {
    workers = await workersOf(instance());
  });
  afterEach(() => workers.stopAll());

  it(`P3 fires by the ${PATH}${PATH === 'queue' ? ' with the sweep switched off' : ''}, within a second of the due instant`, async () => {
    await instance().setNow('2026-03-02T10:05:00Z');
    const cases = await referMany(instance(), 5);
    await instance().setNow(before(DUE_24H, 3));

    await workers.start({ sweep: PATH === 'sweep' });

    const breaches = await eventually(() => ledgerOf(instance()).breaches(cases), {
      is: (all) => all.length >= 5,
    });
    expect(breaches).toHaveLength(5);
    for (const { limb, due, via, late_ms } of breaches) {
      expect({ limb, due, via }).toEqual({ limb: '24h', due: new Date(DUE_24H), via: PATH });
      expect(late_ms).toBeGreaterThan(0);
      expect(late_ms).toBeLessThan(1_500);
    }
  });

  it('is set for what was referred while the worker runs', async () => {
    await instance().setNow(before(DUE_24H, 4));
    await workers.start({ sweep: PATH === 'sweep' });

    const cases = await referMany(instance(), 2);

    const breaches = await eventually(() => ledgerOf(instance()).breaches(cases), {
      is: (all) => all.length >= 2,
    });
    expect(breaches.map(({ via }) => via)).toEqual([PATH, PATH]);
  });

  it('left overdue by a time without any worker fires when one starts', async () => {
    await instance().setNow('2026-03-02T10:05:00Z');
    const cases = await referMany(instance(), 3);
    await instance().setNow('2026-03-04T09:00:00Z');

    await workers.start({ sweep: PATH === 'sweep' });

    const breaches = await eventually(() => ledgerOf(instance()).breaches(cases), {
      is: (all) => all.length >= 6,
    });
    expect(breaches.map(({ limb }) => limb)).toEqual(['24h', '24h', '24h', '1wd', '1wd', '1wd']);
  });
});
