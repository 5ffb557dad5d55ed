import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { testRedisUrl } from '../support/cluster';
import { useInstance } from '../support/instance';
import { PromiseActs } from '../support/promise';
import { describeTimers, queueMode } from '../support/queue-mode';
import { DutyActs } from '../integration/duties/support';
import { before, eventually } from './support/promises';
import { workersOf, type WorkerKit } from './support/worker';

const MANY = 20_000;
const QUARTER = MANY / 4;
const REMINDERS = 50;
/** The clocks went forward on Sunday 29 March 2026: a day ends at 23:59:59Z before that and at 22:59:59Z after. */
const SATURDAY = '2026-03-28T23:59:59Z';
const SUNDAY = '2026-03-29T22:59:59Z';
const MONDAY = '2026-03-30T22:59:59Z';
const YEARS_ON = '2028-03-30T22:59:59Z';
/** A limit of the person's own, half-way to which lies Sunday 29 March, in the morning after the change. */
const THEIRS = '2026-04-25T22:59:59Z';

describeTimers(`twenty thousand limits of the Code in mode ${queueMode}`, () => {
  const instance = useInstance();
  const promise = new PromiseActs(instance);
  const acts = new DutyActs(instance);
  let workers: WorkerKit;

  beforeEach(async () => {
    workers = await workersOf(instance());
    await instance().setNow('2026-03-02T10:05:00Z');
    const { caseId } = await promise.refer('2026-03-02T10:00:00Z');
    await acts.tell(caseId, 'complaint_received', '2026-03-02T10:01:00Z');
    await insert({ count: MANY, dues: [SATURDAY, SUNDAY, MONDAY, YEARS_ON], ofThePerson: false });
    await insert({ count: REMINDERS, dues: [THEIRS], ofThePerson: true });
  });
  afterEach(() => workers.stopAll());

  /** Duties like one that is really open, due in turn at each of `dues`. */
  async function insert(many: {
    readonly count: number;
    readonly dues: readonly string[];
    readonly ofThePerson: boolean;
  }): Promise<void> {
    const { count, dues, ofThePerson } = many;
    await instance().admin(
      `insert into app.duty (duty_id, case_id, person_id, handling_agency_id, reference, code_version, entitlement_id,
         right_no, owed_by, handling, ours, limits_the_person, event, trigger_id, triggered_at, round, timing, state,
         clock_started_at, due_at, version, next_fire_at)
       select gen_random_uuid(), d.case_id, d.person_id, d.handling_agency_id, d.reference, d.code_version,
         case when $3 then 'R9.5' else 'R6.4' end, 6, '{police}', 'record_only', false, $3, 'suspect_arrested',
         gen_random_uuid(), d.triggered_at, 1, 'standard', 'due', d.clock_started_at, due, 1,
         case when $3
           then d.clock_started_at
             + floor(extract(epoch from due - d.clock_started_at) / 2) * interval '1 second'
           else due + interval '1 second' end
       from app.duty d, generate_series(1, $1::integer) n,
         lateral (select ($2::timestamptz[])[1 + n % array_length($2::timestamptz[], 1)]) as t(due)
       where d.entitlement_id = 'R12.1'`,
      [count, [...dues], ofThePerson],
    );
  }

  const states = () =>
    instance().admin<{ due: string; state: string; n: number }>(
      `select to_char(due_at at time zone 'UTC', 'YYYY-MM-DD') as due, state, count(*)::integer as n
       from app.duty where entitlement_id = 'R6.4' group by 1, 2 order by 1, 2`,
    );
  const silent = async () => {
    const rows = await instance().admin<{ n: number }>(
      `select count(*)::integer as n from app.duty where entitlement_id = 'R6.4' and state = 'not-known'`,
    );
    return rows[0]?.n ?? 0;
  };
  const told = (type: string) =>
    instance().admin<{ happened: string; n: number; duties: number }>(
      `select to_char(happened_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') as happened, count(*)::integer as n,
         count(distinct subject_id)::integer as duties
       from app.journal where event_type = $1 group by 1 order by 1`,
      [type],
    );

  /** The ids of the wake-ups that the queue holds for duties. */
  async function queued(): Promise<number> {
    const ids = queueMode === 'redis' ? await delayedInRedis() : await delayedInPostgres();
    const ofDuties = ids.filter((id) => id.startsWith('duty-due_'));
    expect(new Set(ofDuties).size).toBe(ofDuties.length);
    return ofDuties.length;
  }
  async function delayedInRedis(): Promise<readonly string[]> {
    const redis = new Redis(testRedisUrl() ?? '');
    const ids = await redis.zrange('bull:timers:delayed', 0, -1);
    redis.disconnect();
    return ids;
  }
  async function delayedInPostgres(): Promise<readonly string[]> {
    const rows = await instance().admin<{ id: string }>('select id from bullmq.job');
    return rows.map(({ id }) => id);
  }

  /** Everything the queue holds is gone, without a word to its clients; another test's Redis database stays. */
  async function wipe(): Promise<void> {
    if (queueMode === 'postgres') await instance().admin('truncate bullmq.job cascade');
    if (queueMode !== 'redis') return;
    const redis = new Redis(testRedisUrl() ?? '');
    await redis.flushdb();
    redis.disconnect();
  }

  const start = () => workers.start({ sweep: queueMode === 'none' });

  /** Inside the horizon are Saturday's, Sunday's and the reminders; Monday's, and those years on, are not. */
  const INSIDE = 2 * QUARTER + REMINDERS;
  const untilFilled = () => eventually(queued, { is: (n) => n === INSIDE, withinSeconds: 60 });

  it('P3 P16 survive a wiped queue, a restart and the night on which the clocks change, none lost and none twice', async () => {
    await instance().setNow('2026-03-28T20:00:00Z');
    await start();
    if (queueMode !== 'none') {
      await untilFilled();
      await wipe();
      await untilFilled();
      await workers.stopAll();
      await wipe();
      expect(await queued()).toBe(0);
      await start();
      await untilFilled();
    }

    await instance().setNow(before(SATURDAY, 2));
    await eventually(silent, { is: (n) => n > 0, withinSeconds: 60 });
    await wipe();
    await eventually(silent, { is: (n) => n === QUARTER, withinSeconds: 90 });
    expect(await told('duty.prompted')).toEqual([]);

    await instance().setNow(before(SUNDAY, 20));
    await pause(1_000);
    await wipe();
    await eventually(() => told('duty.prompted'), {
      is: (all) => all.reduce((sum, { n }) => sum + n, 0) >= REMINDERS,
      withinSeconds: 60,
    });
    await workers.stopAll();
    await start();
    await eventually(silent, { is: (n) => n === 2 * QUARTER, withinSeconds: 120 });

    await pause(3_000);
    expect(await states()).toEqual([
      { due: '2026-03-28', state: 'not-known', n: QUARTER },
      { due: '2026-03-29', state: 'not-known', n: QUARTER },
      { due: '2026-03-30', state: 'due', n: QUARTER },
      { due: '2028-03-30', state: 'due', n: QUARTER },
    ]);
    expect(await told('duty.not-known')).toEqual([
      { happened: '2026-03-28 23:59:59', n: QUARTER, duties: QUARTER },
      { happened: '2026-03-29 22:59:59', n: QUARTER, duties: QUARTER },
    ]);
    const prompted = await told('duty.prompted');
    expect(prompted.reduce((sum, { n }) => sum + n, 0)).toBe(REMINDERS);
    expect(prompted.reduce((sum, { duties }) => sum + duties, 0)).toBe(REMINDERS);
  }, 400_000);
});
