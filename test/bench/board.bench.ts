import { type Instant } from '#libs/domain';
import {
  BOARD_VIEWS,
  boardCounts,
  CallHours,
  dataSourceOptions,
  PolicyCache,
  PostgresUnitOfWork,
  deskFactsOf,
} from '#libs/persistence';
import { loadAreaPack } from '#libs/config';
import { DataSource } from 'typeorm';
import { BenchBrowser } from './support/bench-browser';
import { startBenchServer, type BenchInstance } from './support/bench-instance';
import { startBenchWeb } from './support/bench-web';
import { benchPersona, manyOpenCases } from './support/many-cases';

const OPEN_CASES = 100_000;
const WARM = 30;
const ASKED = 250;

/** What a page of the board may take at the 99th percentile (milliseconds), however many cases are open. */
const AIM = 50;

function print(figure: string, value: number, unit: string, more: object = {}): void {
  console.log(JSON.stringify({ figure, value: Number(value.toPrecision(3)), unit, ...more }));
}

/** The contact board with 100,000 open cases: one reader, one page after another, through the real web process. */
export async function run(): Promise<void> {
  const server = await startBenchServer();
  try {
    const instance = await server.fresh('bench_board');
    const began = performance.now();
    await manyOpenCases(instance, OPEN_CASES);
    print('filling the board', (performance.now() - began) / 1_000, 's', { cases: OPEN_CASES });
    await measureCounters(instance);
    await measurePages(instance);
  } finally {
    await server.stop();
  }
}

async function measurePages(instance: BenchInstance): Promise<void> {
  const web = await startBenchWeb(instance);
  const browser = new BenchBrowser(web.publicUrl);
  try {
    await browser.signIn('responder');
    for (const view of BOARD_VIEWS) {
      report(`board page, view ${view}`, await timesOf(() => browser.timeOf(`/board?view=${view}`)));
    }
    const deep = `/board?view=all&after=0.${Date.now()}.00000000-0000-7000-8000-000000000000`;
    report('board page, half-way through all cases', await timesOf(() => browser.timeOf(deep)));
    report('wall board', await timesOf(() => browser.timeOf('/board/wall')));
  } finally {
    browser.close();
    await web.stop();
  }
}

const BY_COUNTING = `
  select count(*), count(*) filter (where owner_user_id is null),
    count(*) filter (where next_due_at < app.service_now()),
    count(*) filter (where call_hours is not null)
  from app.case_file where act_by_at is not null and closed_at is null`;

/** All the counters as the page reads them, and beside them four of them by counting rows, under the same policies. */
async function measureCounters(instance: BenchInstance): Promise<void> {
  const source = await new DataSource(dataSourceOptions(instance.url('web'), { poolSize: 2 })).initialize();
  const parts = { policies: new PolicyCache(), desk: deskFactsOf(loadAreaPack('essex')) };
  const work = new PostgresUnitOfWork(source, parts);
  const reader = benchPersona('responder');
  const callHours = new CallHours();
  const since = (Date.now() - 2 * 86_400_000) as Instant;
  try {
    const kept = await timesOf(() =>
      timed(() =>
        work.read(reader, (manager, now) =>
          boardCounts(manager, { userId: reader.userId, since, callHours }, now),
        ),
      ),
    );
    const counting = await timesOf(() =>
      timed(() => work.read(reader, (manager) => manager.query(BY_COUNTING))),
    );
    report('board counters', kept);
    print('four of the counters by counting open cases p50', at(counting, 0.5), 'ms');
    print('board counters against counting', at(kept, 0.5) / at(counting, 0.5), 'ratio', {
      comparedWith: 'four of the counters by counting open cases',
    });
  } finally {
    await source.destroy();
  }
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}

/** Sorted times of so many acts, one after another, after some that are not counted. */
async function timesOf(act: () => Promise<number>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let done = 0; done < WARM + ASKED; done += 1) times.push(await act());
  return times.slice(WARM).toSorted((a, b) => a - b);
}

function report(figure: string, times: readonly number[]): void {
  print(`${figure} p50`, at(times, 0.5), 'ms');
  print(`${figure} p99`, at(times, 0.99), 'ms', {
    comparedWith: `the aim of ${AIM} ms`,
    ratio: Number((at(times, 0.99) / AIM).toPrecision(2)),
  });
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}

if (require.main === module) void run();
