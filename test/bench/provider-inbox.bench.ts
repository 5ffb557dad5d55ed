import { loadAreaPack } from '#libs/config';
import {
  dataSourceOptions,
  deskFactsOf,
  PolicyCache,
  PostgresUnitOfWork,
  providerCaseload,
  providerInbox,
  countReceived,
  type RequestCursor,
} from '#libs/persistence';
import { DataSource } from 'typeorm';
import { startBenchServer, type BenchInstance } from './support/bench-instance';
import { benchPersona } from './support/many-cases';
import { manyRequests } from './support/many-requests';

const REQUESTS = 100_000;
const WARM = 30;
const ASKED = 250;
const PAGE = 25;

/** What a page of an inbox may take at the 99th percentile (milliseconds), however many requests there are. */
const AIM = 50;

function print(figure: string, value: number, unit: string, more: object = {}): void {
  console.log(JSON.stringify({ figure, value: Number(value.toPrecision(3)), unit, ...more }));
}

/** The inbox and the caseload of one service with 100,000 requests, under row-level security and consent. */
export async function run(): Promise<void> {
  const server = await startBenchServer();
  try {
    const instance = await server.fresh('bench_inbox');
    const began = performance.now();
    await manyRequests(instance, REQUESTS);
    print('filling the inbox', (performance.now() - began) / 1_000, 's', { requests: REQUESTS });
    await measure(instance);
  } finally {
    await server.stop();
  }
}

async function measure(instance: BenchInstance): Promise<void> {
  const source = await new DataSource(dataSourceOptions(instance.url('web'), { poolSize: 2 })).initialize();
  const parts = { policies: new PolicyCache(), desk: deskFactsOf(loadAreaPack('essex')) };
  const work = new PostgresUnitOfWork(source, parts);
  const { agencyId } = benchPersona('coordinator');
  try {
    for (const tab of ['new', 'accepted', 'declined'] as const) {
      let after: RequestCursor | null = null;
      const next = async () => {
        const page = await work.read(benchPersona('coordinator'), (manager) =>
          providerInbox(manager, { agencyId, tab, limit: PAGE, after }),
        );
        if (page.requests.length === 0) throw new Error(`the tab ${tab} is empty`);
        after = page.next;
      };
      report(`provider inbox, ${tab}, page after page`, await timesOf(next));
    }
    const { userId } = benchPersona('adviser');
    for (const tab of ['my', 'all', 'unassigned'] as const) {
      const asked = { agencyId, userId, tab, limit: PAGE };
      const page = () => work.read(benchPersona('adviser'), (manager) => providerCaseload(manager, asked));
      report(`provider caseload, ${tab}`, await timesOf(page));
    }
    const counts = () =>
      work.read(benchPersona('coordinator'), (manager) => countReceived(manager, { agencyId }));
    report('provider counters', await timesOf(counts));
  } finally {
    await source.destroy();
  }
}

/** Sorted times of so many acts, one after another, after some that are not counted. */
async function timesOf(act: () => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let done = 0; done < WARM + ASKED; done += 1) {
    const began = performance.now();
    await act();
    times.push(performance.now() - began);
  }
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
