import { FireDuties } from '#libs/casework';
import { dataSourceOptions, deskFactsOf, PolicyCache, PostgresUnitOfWork } from '#libs/persistence';
import { DataSource } from 'typeorm';
import { useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { DutyActs } from '../duties/support';

const MANY = 20_000;
/** The clocks went forward on Sunday 29 March 2026: a day ends at 23:59:59Z before that and at 22:59:59Z after. */
const SATURDAY = '2026-03-28T23:59:59Z';
const SUNDAY = '2026-03-29T22:59:59Z';
const MONDAY = '2026-03-30T22:59:59Z';
const YEARS_ON = '2028-03-30T22:59:59Z';

const instance = useInstance();
const promise = new PromiseActs(instance);
const acts = new DutyActs(instance);

/** A worker that starts anew: a pool of its own, and nothing in its memory. */
async function startedWorker(): Promise<{
  fire: FireDuties;
  work: PostgresUnitOfWork;
  stop: () => Promise<void>;
}> {
  const { database, pack } = instance();
  const source = await new DataSource(dataSourceOptions(database.url('worker'))).initialize();
  const work = new PostgresUnitOfWork(source, { policies: new PolicyCache(), desk: deskFactsOf(pack) });
  return { fire: new FireDuties(work), work, stop: () => source.destroy() };
}

async function untilNothingIsLeft(fire: FireDuties): Promise<void> {
  while ((await fire.execute({ limit: 500 })) > 0);
}

const states = () =>
  instance().admin<{ due: string; state: string; n: number }>(
    `select to_char(due_at at time zone 'UTC', 'YYYY-MM-DD') as due, state, count(*)::integer as n
     from app.duty where entitlement_id = 'R6.4' group by 1, 2 order by 1, 2`,
  );

describe('twenty thousand limits of the Code', () => {
  beforeAll(async () => {
    await instance().setNow('2026-03-02T10:05:00Z');
    const { caseId } = await promise.refer('2026-03-02T10:00:00Z');
    await acts.tell(caseId, 'complaint_received', '2026-03-02T10:01:00Z');
    await instance().admin(
      `insert into app.duty (duty_id, case_id, person_id, handling_agency_id, reference, code_version, entitlement_id,
         right_no, owed_by, handling, ours, limits_the_person, event, trigger_id, triggered_at, round, timing, state,
         clock_started_at, due_at, version, next_fire_at)
       select gen_random_uuid(), d.case_id, d.person_id, d.handling_agency_id, d.reference, d.code_version, 'R6.4', 6,
         '{police}', 'record_only', false, false, 'suspect_arrested', gen_random_uuid(), d.triggered_at, 1, 'standard',
         'due', d.clock_started_at, due, 1, due + interval '1 second'
       from app.duty d, generate_series(1, $1::integer) n,
         lateral (select (array[$2, $3, $4, $5]::timestamptz[])[1 + n % 4]) as t(due)
       where d.entitlement_id = 'R12.1'`,
      [MANY, SATURDAY, SUNDAY, MONDAY, YEARS_ON],
    );
  });

  it('P3 outlive a worker that dies in the middle, and the night on which the clocks change', async () => {
    await instance().setNow('2026-03-29T00:00:05Z');
    const first = await startedWorker();
    await expect(
      first.work.run({ kind: 'service', process: 'timers' }, async (tx) => {
        await tx.duties.lockDue({ wakeUps: null, limit: 500, graceMilliseconds: 0 });
        throw new Error('the process dies');
      }),
    ).rejects.toThrow('dies');
    await first.fire.execute({ limit: 500 });
    await first.stop();
    const [one, other] = [await startedWorker(), await startedWorker()];
    await Promise.all([untilNothingIsLeft(one.fire), untilNothingIsLeft(other.fire)]);
    const quarter = MANY / 4;
    expect(await states()).toEqual([
      { due: '2026-03-28', state: 'not-known', n: quarter },
      { due: '2026-03-29', state: 'due', n: quarter },
      { due: '2026-03-30', state: 'due', n: quarter },
      { due: '2028-03-30', state: 'due', n: quarter },
    ]);
    await instance().setNow('2026-03-29T22:59:40Z');
    expect(await one.fire.execute({ limit: 500 })).toBe(0);
    await instance().setNow('2026-03-29T23:00:05Z');
    await Promise.all([untilNothingIsLeft(one.fire), untilNothingIsLeft(other.fire)]);
    expect((await states())[1]).toEqual({ due: '2026-03-29', state: 'not-known', n: quarter });
    await Promise.all([one.stop(), other.stop()]);
    const told = await instance().admin<{ happened: string; n: number; duties: number }>(
      `select to_char(happened_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') as happened, count(*)::integer as n,
         count(distinct subject_id)::integer as duties
       from app.journal where event_type = 'duty.not-known' group by 1 order by 1`,
    );
    expect(told).toEqual([
      { happened: '2026-03-28 23:59:59', n: quarter, duties: quarter },
      { happened: '2026-03-29 22:59:59', n: quarter, duties: quarter },
    ]);
  });
});
