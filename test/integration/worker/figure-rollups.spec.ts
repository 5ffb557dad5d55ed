import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { ProposeExhausted, ResumeContact, StopContact } from '#libs/casework';
import {
  instant,
  isoOf,
  plus,
  ROLLUP_MEASURES,
  type CaseId,
  type Cell,
  type ExhaustedBasis,
  type Instant,
  type Outcome,
  type ReferralId,
  type StopCause,
} from '#libs/domain';
import {
  dataSourceOptions,
  figureBuild,
  figureCells,
  figureSpreads,
  fullScan,
  openInstance,
  PromiseFactProjector,
  RebuildUnderWayError,
  type RebuildProgress,
} from '#libs/persistence';
import { DataSource } from 'typeorm';
import { runRebuildFigures } from '../../../apps/cli/src/rebuild-figures/rebuild-figures.command';
import { seedInstance } from '../../../apps/cli/src/seed/seed-instance';
import { YEAR } from '../../../apps/cli/src/seed/year-settings';
import { caughtUp } from '../../support/caught-up';
import { onlyOnce, useInstance, type TestInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';

/** An instance is told its whole story first. */
jest.setTimeout(240_000);

const FACTS = [
  'referral_fact',
  'promise_fact',
  'pathway_fact',
  'strand_fact',
  'complaint_fact',
  'rollup',
] as const;
const MINUTE = 60_000;

const sorted = (cells: readonly Cell[]) =>
  cells
    .map(({ measure, dimension, value, monthOn, limb, bucket, count }) =>
      [measure, dimension, value, monthOn, limb, bucket, count].join(' | '),
    )
    .toSorted();

async function rolledUp({ admin }: TestInstance): Promise<readonly string[]> {
  return sorted(
    await admin<Cell>(
      `select measure, dimension, value, month_on::text as "monthOn", limb, bucket, count::float8 as count
       from report.rollup where side = (select live_side from report.figure_build)`,
    ),
  );
}

/** What a scan of the facts counts, on the side that is read. */
async function scanned({ worker }: TestInstance): Promise<readonly string[]> {
  const { live } = await figureBuild(worker);
  return sorted(await fullScan(worker, live));
}

/** Every fact and cell of the side that is read. */
async function everything({ admin }: TestInstance): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const table of FACTS) {
    const rows = await admin<{ row: string }>(
      `select (to_jsonb(t) - 'side')::text as row from report.${table} t
       where side = (select live_side from report.figure_build) order by 1`,
    );
    found[table] = rows.map(({ row }) => row);
  }
  return found;
}

/** Numbers that look random and are the same each time. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

describe('rollups under the acts of a desk', () => {
  const instance = useInstance();
  const acts = new PromiseActs(instance);
  const OUTCOMES: readonly Outcome[] = ['no-answer', 'number-not-working', 'asked-to-call-later', 'spoke'];
  const SEEDS = [1, 2, 3];
  const ACTS = 14;

  async function revisionOf(caseId: CaseId): Promise<number> {
    const [row] = await instance().admin<{ revision: number }>(
      'select revision from app.case_file where case_id = $1',
      [caseId],
    );
    return row!.revision;
  }

  async function stopped(caseId: CaseId, cause: StopCause): Promise<string> {
    const { webWork, ids, persona } = instance();
    const input = { caseId, revision: await revisionOf(caseId), cause };
    const once = await new StopContact(webWork, ids).execute(persona('responder'), input, onlyOnce());
    return `${cause} ${once.kind === 'done' ? once.result.kind : once.kind}`;
  }
  const died = (caseId: CaseId) => stopped(caseId, 'died');

  async function giveUp(caseId: CaseId, basis: ExhaustedBasis): Promise<void> {
    const { webWork, ids, persona } = instance();
    const input = { caseId, basis, welfareCheck: 'agreed', revision: await revisionOf(caseId) } as const;
    const once = await new ProposeExhausted(webWork, ids).execute(persona('lead'), input, onlyOnce());
    expect(once).toMatchObject({ kind: 'done', result: { kind: 'proposed' } });
  }

  it.each(SEEDS)(
    'P10 are those of a full scan after every act, and of a rebuild at the end: history %d',
    async (seed) => {
      const roll = dice(seed);
      const { setNow, worker } = instance();
      const projector = new PromiseFactProjector(worker, { limit: 5 });
      let now = plus(instant('2026-03-02T09:00:00Z') as Instant, seed * 10 * 24 * 60 * MINUTE);
      const cases: { caseId: CaseId; referralId: ReferralId }[] = [];
      const done: string[] = [];
      const step = async (): Promise<string> => {
        const one = cases[roll(cases.length)];
        const chosen = one === undefined ? 0 : roll(8);
        if (one === undefined || chosen <= 1) {
          cases.push(await acts.refer(isoOf(plus(now, -roll(30 * 60) * MINUTE))));
          return 'refer';
        }
        const earlier = () => isoOf(plus(now, -roll(12 * 60) * MINUTE));
        if (chosen <= 3) {
          const outcome = OUTCOMES[roll(OUTCOMES.length)] ?? 'no-answer';
          await acts.attempt(one, outcome, { happened: earlier(), typedIn: isoOf(now) });
          return outcome;
        }
        if (chosen === 4) return `correct ${(await acts.correctStart(one.referralId, earlier())).kind}`;
        if (chosen === 5) {
          const span = { from: earlier(), to: isoOf(plus(now, roll(600) * MINUTE)) };
          return `wait ${(await acts.exception(one.caseId, 'no-safe-route', span)).kind}`;
        }
        if (chosen === 6) return died(one.caseId);
        const decision = roll(3) === 0 ? 'declined' : 'confirmed';
        return acts.decide(one.caseId, decision, 'lead').then(
          () => decision,
          () => 'nothing to decide',
        );
      };
      for (let act = 0; act < ACTS; act += 1) {
        now = plus(now, roll(9 * 60) * MINUTE);
        await acts.sweepAt(isoOf(now));
        await setNow(isoOf(now));
        done.push(await step());
        await caughtUp(instance(), projector);
        expect({ done, cells: await rolledUp(instance()) }).toEqual({
          done,
          cells: await scanned(instance()),
        });
      }
      const before = await everything(instance());
      expect(await projector.rebuild()).toBeGreaterThan(ACTS);
      expect(await everything(instance())).toEqual(before);
    },
  );

  it('P10 tell where reaching each person stands, and why it was agreed to stop trying', async () => {
    const { setNow, worker, webWork, persona } = instance();
    const projector = new PromiseFactProjector(worker);
    const start = instant('2026-09-07T09:00:00Z') as Instant;
    await setNow(isoOf(start));
    const at = (minutes: number) => isoOf(plus(start, minutes * MINUTE));
    const referred = [];
    for (let n = 0; n < 5; n += 1) referred.push(await acts.refer(at(-30)));
    const [unsafe, wrong, wish, again, spoken] = referred;
    const standing = async () => {
      await caughtUp(instance(), projector);
      const cells = await rolledUp(instance());
      expect(cells).toEqual(await scanned(instance()));
      return cells
        .filter((cell) => cell.startsWith('reach-standing | county | all | 2026-09-01'))
        .map((cell) => cell.split(' | ').slice(5).join(' '));
    };
    expect(await standing()).toEqual(['still-tried 5']);

    await acts.attempt(unsafe!, 'no-answer', { happened: at(5), typedIn: at(6) });
    await giveUp(unsafe!.caseId, 'calls-raise-the-risk');
    expect(await standing()).toEqual(['still-tried 5']);
    await acts.decide(unsafe!.caseId, 'confirmed', 'manager');
    await acts.attempt(wrong!, 'number-not-working', { happened: at(7), typedIn: at(8) });
    await giveUp(wrong!.caseId, 'person-is-elsewhere');
    await acts.decide(wrong!.caseId, 'confirmed', 'manager');
    expect(await stopped(wish!.caseId, 'asked-to-stop')).toBe('asked-to-stop stopped');
    expect(await standing()).toEqual([
      'ended-otherwise 1',
      'still-tried 2',
      'unsafe-to-call 1',
      'wrong-number 1',
    ]);

    await giveUp(again!.caseId, 'no-safe-way-left');
    await acts.decide(again!.caseId, 'declined', 'manager');
    await acts.attempt(spoken!, 'spoke', { happened: at(9), typedIn: at(10) });
    expect(await standing()).toEqual([
      'ended-otherwise 1',
      'reached 1',
      'still-tried 1',
      'unsafe-to-call 1',
      'wrong-number 1',
    ]);

    await giveUp(again!.caseId, 'no-safe-way-left');
    await acts.decide(again!.caseId, 'confirmed', 'manager');
    const resume = {
      caseId: wish!.caseId,
      revision: await revisionOf(wish!.caseId),
      saidBy: 'person',
    } as const;
    const resumed = await new ResumeContact(webWork).execute(persona('lead'), resume, onlyOnce());
    expect(resumed).toMatchObject({ kind: 'done', result: { kind: 'resumed' } });
    await acts.attempt({ caseId: wrong!.caseId }, 'no-answer', { happened: at(20), typedIn: at(21) });
    expect(await standing()).toEqual(['no-safe-route 1', 'reached 1', 'still-tried 2', 'unsafe-to-call 1']);
    const before = await everything(instance());
    await projector.rebuild();
    expect(await everything(instance())).toEqual(before);
  });

  it('P10 tell a miss at once, though nobody has written it down yet', async () => {
    const { setNow, worker, database } = instance();
    const reports = await new DataSource(dataSourceOptions(database.url('report'))).initialize();
    try {
      await setNow('2026-06-01T10:05:30Z');
      await acts.refer('2026-06-01T10:00:00Z');
      const projector = new PromiseFactProjector(worker);
      await caughtUp(instance(), projector);
      const june = {
        measures: ['promise'],
        dimension: 'district',
        from: '2026-06-01',
        to: '2026-06-01',
      } as const;
      const states = async () => {
        const { cells } = await figureCells(reports, june);
        return cells.map(({ limb, bucket, count }) => `${limb} ${bucket} ${count}`).toSorted();
      };
      expect(await states()).toEqual(['1wd open 1', '24h open 1']);
      await setNow('2026-06-02T09:59:30Z');
      expect(await states()).toEqual(['1wd open 1', '24h open 1']);
      await setNow('2026-06-02T10:00:01Z');
      expect(await states()).toEqual(['1wd open 1', '24h missed 1']);
      expect(await projector.step()).toBe(1);
      expect(await states()).toEqual(['1wd open 1', '24h missed 1']);
      expect(await projector.step()).toBe(0);
      const from = '2026-06-01';
      const lag = await figureSpreads(reports, {
        measure: 'handover-minutes',
        dimension: 'county',
        from,
        to: from,
      });
      expect(lag.spreads).toEqual([
        { value: 'all', count: 1, median: 5, p90: 5, buckets: [{ minutes: 5, count: 1 }] },
      ]);
    } finally {
      await reports.destroy();
    }
  });
});

describe('rollups of the sample year', () => {
  const instance = useInstance();
  const NOW = '2026-06-17T09:30:00Z';

  beforeAll(async () => {
    const { database, vault, pack, setNow } = instance();
    await seedInstance({
      migratorUrl: database.adminUrl,
      vault,
      pack,
      settings: YEAR,
      count: 60,
      days: 40,
      seed: 7,
      now: instant(NOW) as Instant,
      progress: () => undefined,
    });
    await setNow(NOW);
    await openInstance(database.adminUrl);
  }, 120_000);

  it('P10 are those of a full scan, whatever happened to a referral, and of a rebuild beside them', async () => {
    const { worker } = instance();
    const projector = new PromiseFactProjector(worker, { limit: 137 });
    await caughtUp(instance(), projector);
    const cells = await rolledUp(instance());
    expect(cells).toEqual(await scanned(instance()));
    const found = new Set(cells.map((cell) => cell.split(' | ')[0]));
    expect(ROLLUP_MEASURES.filter((measure) => !found.has(measure))).toEqual([
      'promise-cancelled',
      'wait-days',
    ]);
    const before = await everything(instance());
    const told: RebuildProgress[] = [];
    const { live } = await figureBuild(worker);

    await projector.rebuild({ limit: 400, progress: (progress) => told.push(progress) });

    expect((await figureBuild(worker)).live).not.toBe(live);
    expect(await everything(instance())).toEqual(before);
    const percents = told.map(({ percent }) => percent);
    expect(percents.length).toBeGreaterThan(2);
    expect(percents).toEqual(percents.toSorted((one, other) => one - other));
    expect(told.at(-1)).toMatchObject({ read: told.at(-1)?.all });
    expect(await figureBuild(worker)).toMatchObject({ building: null, progress: null });
  });

  it('are read from the side that stands while a rebuild is under way, which goes on where it was broken off', async () => {
    const { worker, admin } = instance();
    const projector = new PromiseFactProjector(worker);
    await caughtUp(instance(), projector);
    const before = await everything(instance());
    let batches = 0;
    const broken = projector.rebuild({
      limit: 100,
      progress: () => {
        batches += 1;
        if (batches === 3) throw new Error('the machine went down');
      },
    });
    await expect(broken).rejects.toThrow('the machine went down');
    expect((await figureBuild(worker)).progress).toMatchObject({ read: 300 });
    expect(await everything(instance())).toEqual(before);

    const [all] = await admin<{ n: number }>('select count(*)::integer as n from app.journal');
    expect(await projector.rebuild({ limit: 5_000 })).toBe(all!.n - 300);
    expect(await everything(instance())).toEqual(before);
  });

  it('are rebuilt by one at a time', async () => {
    const projector = new PromiseFactProjector(instance().worker);
    let second: Promise<unknown> | undefined;
    await projector.rebuild({
      limit: 300,
      progress: () => (second ??= projector.rebuild().catch((error: unknown) => error)),
    });
    expect(await second).toBeInstanceOf(RebuildUnderWayError);
  });

  it('P7 hold no id of a person and no word of anybody, and are read by figures alone', async () => {
    const { admin, webWork, persona } = instance();
    const columns = await admin<{ column_name: string }>(
      `select distinct column_name from information_schema.columns
       where table_schema = 'report' and table_name in ('referral_fact', 'promise_fact', 'pathway_fact', 'strand_fact', 'complaint_fact', 'rollup')`,
    );
    const names = columns.map(({ column_name }) => column_name);
    for (const word of ['person', 'age', 'gender', 'ethnic', 'name', 'reference', 'user'])
      expect(names.filter((name) => name.split('_').includes(word))).toEqual([]);
    const read = webWork.read(persona('commissioner'), (manager) =>
      manager.query('select 1 from report.promise_fact limit 1'),
    );
    await expect(read).rejects.toThrow(/permission denied/);
  });
});

describe('waymark rebuild-figures', () => {
  const instance = useInstance();
  const run = async (...args: string[]) => {
    const [output, notices] = [new PassThrough(), new PassThrough()];
    const said = Promise.all([text(output), text(notices)]);
    const environment = { WORKER_DATABASE_URL: instance().database.url('worker') };
    const code = await runRebuildFigures({ args, output, notices, environment });
    output.end();
    notices.end();
    return { code, said: await said };
  };

  it('says how far it has come, and when the new figures are shown', async () => {
    await new PromiseActs(instance).refer('2026-03-02T10:00:00Z');
    const { live } = await figureBuild(instance().worker);
    const { code, said } = await run();
    expect(code).toBe(0);
    expect(said[0]).toMatch(/^Read \d+ rows of the journal\. The figures are the new ones from now on\.\n$/);
    expect(said[1]).toMatch(/^Read \d+ of \d+ rows of the journal \(\d+%\)\n/);
    expect((await figureBuild(instance().worker)).live).not.toBe(live);
    expect(await rolledUp(instance())).not.toEqual([]);
  });

  it('takes no arguments', async () => {
    expect(await run('--now')).toEqual({ code: 2, said: [expect.stringMatching(/^usage: waymark/), ''] });
  });
});
