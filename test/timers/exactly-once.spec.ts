import { setTimeout as pause } from 'node:timers/promises';
import { FireDeadlines, type WakeUp } from '#libs/casework';
import type { DeadlineId, Instant } from '#libs/domain';
import { useInstance } from '../support/instance';
import { describeTimers, queueMode } from '../support/queue-mode';
import { ledgerOf } from './support/ledger';
import { attempt, before, DUE_1WD, DUE_24H, eventually, refer, referMany } from './support/promises';
import { kill, workersOf, type WorkerKit } from './support/worker';

describeTimers(`P3 a breach in mode ${queueMode}`, () => {
  const instance = useInstance();
  let workers: WorkerKit;
  beforeEach(async () => {
    workers = await workersOf(instance());
    await instance().setNow('2026-03-02T10:05:00Z');
  });
  afterEach(() => workers.stopAll());

  async function expectOneBreachEach(cases: readonly Awaited<ReturnType<typeof refer>>[], limbs: number) {
    const ledger = ledgerOf(instance());
    const expected = cases.length * limbs;
    await eventually(() => ledger.breaches(cases), {
      is: (all) => all.length >= expected,
      withinSeconds: 40,
    });
    await pause(1_500);
    const breaches = await ledger.breaches(cases);
    expect(breaches).toHaveLength(expected);
    expect(breaches.every(({ late_ms }) => late_ms > 0)).toBe(true);
    const events = await ledger.breachEvents(cases);
    expect(events).toHaveLength(expected);
    expect(new Set(events).size).toBe(expected);
  }

  it('P3 is recorded once per deadline when three workers, queue and sweep all reach for it', async () => {
    const cases = await referMany(instance(), 40);
    await instance().setNow(before(DUE_1WD, 2));

    await Promise.all([1, 2, 3].map(() => workers.start({ graceMilliseconds: 0 })));

    await expectOneBreachEach(cases, 2);
    const alerts = await ledgerOf(instance()).alerts(cases);
    const keys = alerts
      .filter(({ level }) => level !== 'warning')
      .map(({ limb, level }) => `${limb} ${level}`);
    expect(keys).toEqual(Array.from({ length: 40 }, () => '1wd duty-lead'));
  });

  it('P3 is recorded once when the worker is killed over and over while deadlines pass', async () => {
    const cases = await referMany(instance(), 60);
    await instance().setNow(before(DUE_24H, 4));

    for (let round = 0; round < 3; round += 1) {
      const worker = await workers.spawn();
      await pause(round === 0 ? 1_200 : 60);
      await kill(worker);
    }
    await workers.start();

    await expectOneBreachEach(cases, 1);
  });

  it('P3 is not lost when the worker that held its wake-up hangs and another lives', async () => {
    const cases = await referMany(instance(), 20);
    await instance().setNow(before(DUE_24H, 8));
    const hung = await workers.spawn();
    await workers.start();
    await pause(500);

    hung.kill('SIGSTOP');

    await expectOneBreachEach(cases, 1);
    hung.kill('SIGCONT');
    await expectOneBreachEach(cases, 1);
  });

  it('P3 is recorded once when the same wake-ups are processed twice and at the same time', async () => {
    const cases = await referMany(instance(), 10);
    const wakeUps = await wakeUpsOf(cases);
    await instance().setNow('2026-03-03T08:30:00Z');
    const { workerWork, ids } = instance();
    const fire = () =>
      new FireDeadlines(workerWork, ids).execute({ wakeUps, via: 'queue', limit: 500, graceMilliseconds: 0 });

    const fired = await Promise.all([fire(), fire(), fire()]);

    expect(fired.reduce((sum, count) => sum + count, 0)).toBe(10);
    expect(await fire()).toBe(0);
    const warnings = await ledgerOf(instance()).alerts(cases);
    expect(warnings.map(({ limb, level, repeat_no }) => ({ limb, level, repeat_no }))).toEqual(
      Array.from({ length: 10 }, () => ({ limb: '24h', level: 'warning', repeat_no: 0 })),
    );
  });

  it('P3 stale wake-ups change nothing', async () => {
    const caseId = await refer(instance());
    const [wakeUp] = await wakeUpsOf([caseId]);
    if (!wakeUp) throw new Error('no timer is set');
    await instance().setNow('2026-03-03T09:00:00Z');
    const before = await ledgerOf(instance()).deadlines([caseId]);
    const { workerWork, ids } = instance();
    const stale: readonly WakeUp[] = [
      { ...wakeUp, revision: wakeUp.revision - 1 },
      { ...wakeUp, revision: wakeUp.revision + 1 },
      { ...wakeUp, stage: 'due' },
      { ...wakeUp, id: '00000000-0000-7000-8000-0000000000ff' as DeadlineId },
    ];

    const fired = await new FireDeadlines(workerWork, ids).execute({
      wakeUps: stale,
      via: 'queue',
      limit: 500,
      graceMilliseconds: 0,
    });

    expect(fired).toBe(0);
    expect(await ledgerOf(instance()).deadlines([caseId])).toEqual(before);
    expect(await ledgerOf(instance()).alerts([caseId])).toEqual([]);
  });

  it('P3 an early wake-up changes nothing', async () => {
    const caseId = await refer(instance());
    const wakeUps = await wakeUpsOf([caseId]);
    const { workerWork, ids } = instance();

    const fired = await new FireDeadlines(workerWork, ids).execute({
      wakeUps,
      via: 'queue',
      limit: 500,
      graceMilliseconds: 0,
    });

    expect(fired).toBe(0);
  });

  it('P3 a conversation and the breach that race at the due instant have one outcome', async () => {
    const cases = await referMany(instance(), 24);
    await instance().setNow(before(DUE_24H, 3));
    await workers.start({ graceMilliseconds: 0 });
    await instance().admin('select pg_sleep(2)');

    await Promise.all(
      cases.map(async (caseId, index) => {
        await pause(700 + index * 25);
        const [row] = await instance().admin<{ now: Date }>('select app.service_now() as now');
        const happenedAt = (row?.now.getTime() ?? 0) as Instant;
        const once = await attempt(instance(), { caseId, outcome: 'spoke', happenedAt });
        expect(once).toMatchObject({ kind: 'done', result: { kind: 'recorded' } });
      }),
    );
    await pause(1_500);

    const rows = await instance().admin<{ state: string; breaches: number; events: number }>(
      `select d.state,
         (select count(*)::int from app.deadline_breach b where b.deadline_id = d.deadline_id) as breaches,
         (select count(*)::int from app.journal j
          where j.subject_id = d.deadline_id and j.event_type = 'deadline.breached') as events
       from app.deadline d where d.case_id = any($1) and d.limb = '24h'`,
      [cases],
    );
    expect(rows).toHaveLength(24);
    for (const { state, breaches, events } of rows) {
      expect(events).toBe(breaches);
      expect(breaches === 0 ? ['met'] : ['breached', 'done-late']).toContain(state);
    }
  });

  async function wakeUpsOf(cases: readonly string[]): Promise<readonly WakeUp[]> {
    return instance().admin<WakeUp>(
      `select 'deadline' as kind, deadline_id as id, revision, next_stage as stage from app.deadline
       where case_id = any($1) and limb = '24h'`,
      [cases],
    );
  }
});
