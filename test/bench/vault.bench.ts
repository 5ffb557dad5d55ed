import { randomBytes } from 'node:crypto';
import { OpenCase, SubmitReferral, type Vault } from '#libs/casework';
import { loadAreaPack } from '#libs/config';
import { instant, type CaseId } from '#libs/domain';
import {
  dataSourceOptions,
  deskFactsOf,
  masterKeyFromFile,
  openInstance,
  PolicyCache,
  PostgresUnitOfWork,
  PostgresVault,
  SystemIds,
} from '#libs/persistence';
import { aReferral } from '#libs/testing';
import { Client, Pool } from 'pg';
import { DataSource } from 'typeorm';
import { startBenchServer, type BenchInstance } from './support/bench-instance';
import { benchPersona } from './support/many-cases';

const CASES = 40;
const WARM = 40;
const PAIRS = 400;

/**
 * What encryption costs a case page: opening a case by its use case, access row and all, with the person's key read and
 * the record opened, and with a vault that opens nothing. The two take turns, so that both meet the same machine.
 */
export async function run(): Promise<void> {
  const server = await startBenchServer();
  try {
    const instance = await server.fresh('bench_vault');
    await openInstance(instance.adminUrl);
    const keys = new Pool({ connectionString: instance.url('keys'), max: 2 });
    const source = await new DataSource(dataSourceOptions(instance.url('web'), { poolSize: 2 })).initialize();
    try {
      await measure({ instance, keys, source });
    } finally {
      await source.destroy();
      await keys.end();
    }
  } finally {
    await server.stop();
  }
}

async function measure(parts: { instance: BenchInstance; keys: Pool; source: DataSource }): Promise<void> {
  const { instance, keys, source } = parts;
  const desk = deskFactsOf(loadAreaPack('essex'));
  const work = new PostgresUnitOfWork(source, { policies: new PolicyCache(), desk });
  const vault = new PostgresVault(keys, masterKeyFromFile(instance.keyFile));
  for (let n = 0; n < CASES; n += 1) {
    const reportedAt = instant(new Date(Date.now() - 3_600_000).toISOString());
    const act = { route: 'bench', key: String(n), requestHash: randomBytes(32) };
    const input = aReferral().reportedAt(reportedAt).build();
    await new SubmitReferral(work, vault, new SystemIds()).execute(benchPersona('officer'), input, act);
  }
  const cases = await casesOf(instance);
  const responder = benchPersona('responder');
  const shut = { ...OPENS_NOTHING, searchMarks: vault.searchMarks, wallMarks: vault.wallMarks } as Vault;
  const [opening, notOpening] = [new OpenCase(work, vault), new OpenCase(work, shut)];
  const taken = { with: [] as number[], without: [] as number[] };
  for (let n = 0; n < WARM + PAIRS; n += 1) {
    const id = cases[n % cases.length] as CaseId;
    const sealed = await timed(() => notOpening.execute(responder, id));
    const opened = await timed(() => opening.execute(responder, id));
    if (n < WARM) continue;
    taken.without.push(sealed);
    taken.with.push(opened);
  }
  const [opened, sealed] = [median(taken.with), median(taken.without)];
  print('open a case, record opened', opened, { p99: p99(taken.with) });
  print('open a case, record left sealed', sealed, { p99: p99(taken.without) });
  print('encryption a case page', opened - sealed, { share: round((opened - sealed) / opened) });
}

const OPENS_NOTHING: Pick<Vault, 'of' | 'many'> = {
  of: async () => ({ kind: 'unreadable' }),
  many: async () => new Map(),
};

async function casesOf({ adminUrl }: BenchInstance): Promise<readonly CaseId[]> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ case_id: CaseId }>('select case_id from app.case_file');
    return rows.map((row) => row.case_id);
  } finally {
    await client.end();
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function median(values: readonly number[]): number {
  return at(values, 0.5);
}

function p99(values: readonly number[]): number {
  return round(at(values, 0.99));
}

function at(values: readonly number[], share: number): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length * share)] ?? Number.NaN;
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}

function print(figure: string, milliseconds: number, more: object): void {
  console.log(JSON.stringify({ figure, value: round(milliseconds), unit: 'ms', pairs: PAIRS, ...more }));
}

if (require.main === module) void run();
