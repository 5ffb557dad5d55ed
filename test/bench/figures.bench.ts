import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SubmitReferral } from '#libs/casework';
import { loadAreaPack } from '#libs/config';
import { instant, type Cell } from '#libs/domain';
import {
  dataSourceOptions,
  deskFactsOf,
  figureBuild,
  figureCells,
  figureSpreads,
  fullScan,
  masterKeyFromFile,
  PolicyCache,
  PostgresUnitOfWork,
  PostgresVault,
  PromiseFactProjector,
  promiseFigure,
  promiseFigures,
  SystemIds,
} from '#libs/persistence';
import { aReferral } from '#libs/testing';
import { Client, Pool } from 'pg';
import { DataSource } from 'typeorm';
import { Figures } from '../../apps/worker/src/figures/figures';
import { startBenchServer, type BenchInstance } from './support/bench-instance';
import { openDuckDb, type DuckConnection } from './support/duckdb';
import { benchPersona } from './support/many-cases';
import { manyChanges, manyFacts, manyJournalRows, rollUp } from './support/many-figures';

/** How many referrals: `FIGURES_REFERRALS=10000000 npm run bench -- figures`. Two clocks each. */
const REFERRALS = Number(process.env['FIGURES_REFERRALS'] ?? 1_000_000);
/** Of how many the journal is read from its beginning; five rows each. */
const JOURNALED = Number(process.env['FIGURES_JOURNALED'] ?? 100_000);
const CHANGES = 10_000;
const SUBMITTED = 25;
const WARM = 20;
const ASKED = 200;

const ALL = { from: '2016-01-01', to: '2026-12-01' } as const;
const MONTH = { from: '2025-03-01', to: '2025-03-01' } as const;
const YEAR = { from: '2025-04-01', to: '2026-03-01' } as const;

function print(figure: string, value: number, unit: string, more: object = {}): void {
  console.log(JSON.stringify({ figure, value: Number(value.toPrecision(4)), unit, ...more }));
}

/** The figures of ten years of referrals: reading them, keeping them, building them anew, and other ways to count. */
export async function run(): Promise<void> {
  const server = await startBenchServer();
  try {
    const instance = await server.fresh('bench_figures');
    await withOwner(instance, async (client) => {
      const facts = await timed(() => manyFacts(client, REFERRALS));
      print('filling the facts', facts / 1_000, 's', { referrals: REFERRALS, clocks: 2 * REFERRALS });
      print('rolling all facts up by scans', (await timed(() => rollUp(client))) / 1_000, 's');
      await sizes(client);
    });
    await reading(instance);
    await merging(instance);
    await freshness(instance);
    const other = await server.fresh('bench_journal');
    await rebuilding(other);
  } finally {
    await server.stop();
  }
}

async function sizes(client: Client): Promise<void> {
  for (const table of ['referral_fact', 'promise_fact', 'rollup']) {
    const { rows } = await client.query<{ bytes: number; n: number }>(
      `select pg_total_relation_size('report.${table}_a')::float8 as bytes,
         (select count(*)::float8 from report.${table} where side = 'a') as n`,
    );
    print(`disk, ${table}`, rows[0]!.bytes / 2 ** 20, 'MiB', { rows: rows[0]!.n });
  }
}

/** Each reading of a page beside the same count by a scan in PostgreSQL, and in DuckDB with two threads. */
async function reading(instance: BenchInstance): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-duck-'));
  chmodSync(folder, 0o777);
  const duck = await openDuckDb(join(folder, 'facts.duckdb'));
  const reports = await opened(instance, 'report');
  try {
    if (duck === null)
      console.log(JSON.stringify({ figure: 'DuckDB', skipped: 'its client is not installed' }));
    else await intoDuckDb(duck, instance, folder);
    for (const one of READINGS) {
      const times = await timesOf(() => timed(() => one.read(reports)));
      const scan = await timed(() => reports.query(one.scan(SCANNED)));
      print(`${one.name}, p50`, at(times, 0.5), 'ms');
      print(`${one.name}, p99`, at(times, 0.99), 'ms', { scanOfPostgres: Math.round(scan) });
      if (duck === null) continue;
      const ducked = (await timesOf(() => timed(() => duck.run(one.scan('facts'))), 10)).toSorted(
        (a, b) => a - b,
      );
      print(`${one.name}, DuckDB p50`, at(ducked, 0.5), 'ms', {
        ratio: Number((at(times, 0.5) / at(ducked, 0.5)).toPrecision(3)),
        aim: one.aim,
      });
    }
    if (duck !== null) await sameAsDuckDb(duck, reports);
  } finally {
    await reports.destroy();
    rmSync(folder, { recursive: true, force: true });
  }
}

const SCANNED = `(select f.*, r.district from report.promise_fact f join report.referral_fact r using (side, case_id)
  where f.side = 'a') facts`;
const COUNTS = `count(*) as n, count(*) filter (where state = 'met') as met,
  count(*) filter (where state = 'missed') as missed, count(*) filter (where state = 'open') as still_open,
  count(*) filter (where state = 'cancelled') as cancelled, count(*) filter (where basis = 'corrected-start') as moved,
  count(*) filter (where basis = 'late-entry-confirmed') as confirmed`;
const between = ({ from, to }: { from: string; to: string }) => `month_on between '${from}' and '${to}'`;

interface Reading {
  readonly name: string;
  readonly aim: number;
  readonly read: (reports: DataSource) => Promise<unknown>;
  readonly scan: (facts: string) => string;
}

const READINGS: readonly Reading[] = [
  {
    name: 'promise page, all months',
    aim: 0.25,
    read: (reports) => promiseFigures(reports, ALL),
    scan: (facts) => `select month_on, limb, ${COUNTS} from ${facts} group by month_on, limb`,
  },
  {
    name: 'promise page, one month',
    aim: 0.5,
    read: (reports) => promiseFigure(reports, MONTH.from),
    scan: (facts) => `select limb, ${COUNTS} from ${facts} where ${between(MONTH)} group by limb`,
  },
  {
    name: 'promise by district, rolling year',
    aim: 0.5,
    read: (reports) => figureCells(reports, { measures: ['promise'], dimension: 'district', ...YEAR }),
    scan: (facts) =>
      `select district, limb, ${COUNTS} from ${facts} where ${between(YEAR)} group by district, limb`,
  },
  {
    name: 'median and P90 to conversation, rolling year',
    aim: 0.5,
    read: (reports) =>
      figureSpreads(reports, { measure: 'conversation-minutes', dimension: 'county', ...YEAR }),
    scan: (facts) => `select limb, percentile_disc(0.5) within group (order by met_at - due_at),
      percentile_disc(0.9) within group (order by met_at - due_at) from ${facts} where ${between(YEAR)} group by limb`,
  },
];

async function intoDuckDb(duck: DuckConnection, instance: BenchInstance, folder: string): Promise<void> {
  const file = join(folder, 'facts.csv');
  await withOwner(instance, (client) =>
    client.query(
      `copy (select month_on, limb, state, basis, district, due_at at time zone 'UTC' as due_at,
         met_at at time zone 'UTC' as met_at from ${SCANNED}) to '${file}' (format csv, header)`,
    ),
  );
  await duck.run(`create table facts as select * from read_csv('${file}', header = true, columns = {
    'month_on': 'DATE', 'limb': 'VARCHAR', 'state': 'VARCHAR', 'basis': 'VARCHAR', 'district': 'VARCHAR',
    'due_at': 'TIMESTAMP', 'met_at': 'TIMESTAMP'})`);
  rmSync(file);
}

async function sameAsDuckDb(duck: DuckConnection, reports: DataSource): Promise<void> {
  const rows = (
    await duck.runAndReadAll(
      `select strftime(month_on, '%Y-%m-%d') as month, limb, state, count(*)::integer as n from facts group by all`,
    )
  ).getRowObjects();
  const theirs = rows.map(({ month, limb, state, n }) => [month, limb, state, n].join(' ')).toSorted();
  const { cells } = await figureCells(reports, { measures: ['promise'], dimension: 'county', ...ALL });
  const ours = cells
    .map(({ monthOn, limb, bucket, count }) => [monthOn, limb, bucket, count].join(' '))
    .toSorted();
  if (JSON.stringify(theirs) !== JSON.stringify(ours)) throw new Error('DuckDB counts something else');
  print('cells of the promise that DuckDB counts alike', ours.length, 'cells');
}

/** Ten thousand changes through the real journal into the facts of all referrals, and every cell counted again. */
async function merging(instance: BenchInstance): Promise<void> {
  const worker = await opened(instance, 'worker');
  try {
    const projector = new PromiseFactProjector(worker);
    await projector.catchUp();
    await withOwner(instance, (client) => manyChanges(client, CHANGES));
    const merged = await timed(() => projector.catchUp());
    const { live } = await figureBuild(worker);
    let scanned: readonly Cell[] = [];
    const scan = await timed(async () => {
      scanned = await fullScan(worker, live);
    });
    print(`merging ${CHANGES} changes`, merged / 1_000, 's', {
      comparedWith: 'counting every cell again by scans',
      seconds: Math.round(scan / 1_000),
      ratio: Number((merged / scan).toPrecision(3)),
      aim: 0.02,
    });
    const kept = await worker.query<Cell[]>(
      `select measure, dimension, value, month_on::text as "monthOn", limb, bucket, count::float8 as count
       from report.rollup where side = $1`,
      [live],
    );
    const different = differences(kept, scanned);
    print('cells compared with a full scan', kept.length, 'cells', { different });
    if (different > 0) throw new Error('the rollups are not those of a full scan');
  } finally {
    await worker.destroy();
  }
}

function differences(kept: readonly Cell[], scanned: readonly Cell[]): number {
  const inWords = ({ measure, dimension, value, monthOn, limb, bucket, count }: Cell) =>
    [measure, dimension, value, monthOn, limb, bucket, count].join(' ');
  const one = new Set(kept.map(inWords));
  const other = new Set(scanned.map(inWords));
  return (
    [...one].filter((cell) => !other.has(cell)).length + [...other].filter((cell) => !one.has(cell)).length
  );
}

/** From the answer to whoever referred to the figure that has it, with the loop of the worker running. */
async function freshness(instance: BenchInstance): Promise<void> {
  const [web, worker, reports] = [
    await opened(instance, 'web'),
    await opened(instance, 'worker'),
    await opened(instance, 'report'),
  ];
  const keys = new Pool({ connectionString: instance.url('keys'), max: 2 });
  const loop = new Figures(new PromiseFactProjector(worker));
  const stop = new AbortController();
  const turning = (async () => {
    while (!stop.signal.aborted) await pause(await loop.round());
  })();
  try {
    const parts = { policies: new PolicyCache(), desk: deskFactsOf(loadAreaPack('essex')) };
    const vault = new PostgresVault(keys, masterKeyFromFile(instance.keyFile));
    const submit = new SubmitReferral(new PostgresUnitOfWork(web, parts), vault, new SystemIds());
    const now = { measures: ['promise'], dimension: 'county', ...ALL, to: '2099-01-01' } as const;
    const counted = async () =>
      (await figureCells(reports, now)).cells.reduce((sum, { count }) => sum + count, 0);
    const lags: number[] = [];
    for (let n = 0; n < SUBMITTED; n += 1) {
      const before = await counted();
      const input = aReferral()
        .reportedAt(instant(new Date(Date.now() - 3_600_000).toISOString()))
        .build();
      const act = { route: 'bench', key: `${n}`, requestHash: randomBytes(32) };
      await submit.execute(benchPersona('officer'), input, act);
      const began = performance.now();
      while ((await counted()) === before) await pause(5);
      lags.push(performance.now() - began);
    }
    const sorted = lags.toSorted((a, b) => a - b);
    print('a new referral is in the figure after, p50', at(sorted, 0.5), 'ms');
    print('a new referral is in the figure after, worst', sorted.at(-1) ?? 0, 'ms', { aim: 5_000 });
  } finally {
    stop.abort();
    await turning;
    await keys.end();
    for (const source of [web, worker, reports]) await source.destroy();
  }
}

/** The whole journal from its beginning, beside the figures that are read. */
async function rebuilding(instance: BenchInstance): Promise<void> {
  await withOwner(instance, (client) => manyJournalRows(client, JOURNALED));
  const worker = await opened(instance, 'worker');
  try {
    let told = 0;
    let rows = 0;
    const took = await timed(async () => {
      rows = await new PromiseFactProjector(worker).rebuild({
        progress: ({ percent }) => {
          if (percent < told + 10) return;
          told = percent;
          console.error(`rebuilding ${percent}%`);
        },
      });
    });
    print('rebuilding from the journal', took / 1_000, 's', { referrals: JOURNALED, rows });
    print('rows of the journal read', rows / (took / 1_000), 'rows/s');
  } finally {
    await worker.destroy();
  }
}

async function opened(instance: BenchInstance, role: 'web' | 'worker' | 'report'): Promise<DataSource> {
  return new DataSource(dataSourceOptions(instance.url(role), { poolSize: 3 })).initialize();
}

async function withOwner(instance: BenchInstance, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: instance.adminUrl });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}

/** Sorted times of so many acts, one after another, after some that are not counted. */
async function timesOf(act: () => Promise<number>, asked = ASKED): Promise<readonly number[]> {
  const times: number[] = [];
  const warm = Math.min(WARM, asked / 2);
  for (let done = 0; done < warm + asked; done += 1) times.push(await act());
  return times.slice(warm).toSorted((a, b) => a - b);
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}

if (require.main === module) void run();
