import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  dataSourceOptions,
  JournalSealer,
  leafHash,
  sealSignerFromFile,
  withJournal,
} from '#libs/persistence';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { verifyExport } from '../../apps/cli/src/audit-export/verify-export';
import { writeExport } from '../../apps/cli/src/audit-export/write-export';
import { startBenchServer, type BenchInstance } from './support/bench-instance';

const ROWS = Number(process.env['BENCH_ROWS'] ?? 1_000_000);
const ROWS_OF_RECORD = 5;
const BATCH = 10_000;
const LIVE_SECONDS = 20;
const WRITES_A_SECOND = 50;

/**
 * How fast rows are sealed, how long a row waits for its seal while others are written, and how long an auditor waits for
 * an export and for its verification, with the memory that this takes.
 */
export async function run(): Promise<void> {
  const server = await startBenchServer();
  const folder = mkdtempSync(join(tmpdir(), 'waymark-sealing-'));
  try {
    const instance = await server.fresh('bench_sealing');
    const source = await new DataSource(
      dataSourceOptions(instance.url('worker'), { poolSize: 2 }),
    ).initialize();
    const sealer = new JournalSealer(source, { signer: newSigner(folder) });
    try {
      await writeRows(instance, ROWS);
      await measured('rows sealed', () => sealer.catchUp());
      await measureLag(instance, sealer);
      const to = join(folder, 'export');
      await measured('rows exported', async () => {
        const { rows } = await withJournal(instance.url('worker'), (run) => writeExport(run, { folder: to }));
        return rows.leaves;
      });
      const before = process.memoryUsage().rss;
      let most = before;
      const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 100);
      await measured('rows verified', async () => {
        const { faultCount, counts } = await verifyExport({ folder: to });
        if (faultCount > 0) throw new Error('the export is not sound');
        return counts.leaves;
      });
      clearInterval(watch);
      print({
        figure: 'memory that verification added',
        value: Math.round((most - before) / 2 ** 20),
        unit: 'MB',
      });
    } finally {
      await source.destroy();
    }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function newSigner(folder: string) {
  const file = join(folder, 'seal.key');
  const { privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  return sealSignerFromFile(file);
}

async function measured(figure: string, work: () => Promise<number>): Promise<void> {
  const began = performance.now();
  const rows = await work();
  const seconds = (performance.now() - began) / 1_000;
  print({ figure, value: Math.round(rows / seconds), unit: 'rows/s', rows, seconds: round(seconds) });
}

/** Rows are written one by one while a sealer goes round as the worker's does. */
async function measureLag(instance: BenchInstance, sealer: JournalSealer): Promise<void> {
  const until = Date.now() + LIVE_SECONDS * 1_000;
  const sealing = (async () => {
    while (Date.now() < until + 2_000) if ((await sealer.step()) === 0) await pause(1_000);
  })();
  const client = await connected(instance);
  const [{ from }] = (await client.query<{ from: string }>('select max(position) as from from app.journal'))
    .rows as [{ from: string }];
  while (Date.now() < until) {
    await insert(client, [rowOf(randomUUID(), 1)]);
    await pause(1_000 / WRITES_A_SECOND);
  }
  await sealing;
  const { rows } = await client.query<{ p50: number; p99: number; most: number; n: number }>(
    `select percentile_disc(0.5) within group (order by lag) as p50, percentile_disc(0.99) within group (order by lag) as p99,
       max(lag) as most, count(*)::integer as n
     from (
       select extract(epoch from s.sealed_at - j.recorded_at)::float8 as lag from app.journal j
       join app.sealed_leaf l on l.journal_position = j.position
       join lateral (select sealed_at from app.journal_seal s where s.size > l.leaf_index order by s.size limit 1) s on true
       where j.position > $1
     ) x`,
    [from],
  );
  await client.end();
  const [lag] = rows;
  if (!lag) return;
  print({
    figure: 'a row waits for its seal',
    value: round(lag.p99),
    unit: 's (p99)',
    p50: round(lag.p50),
    most: round(lag.most),
    rows: lag.n,
  });
}

async function writeRows(instance: BenchInstance, count: number): Promise<void> {
  const client = await connected(instance);
  for (let n = 0; n < count; n += BATCH) {
    const rows = [];
    for (let at = 0; at < Math.min(BATCH, count - n); at += ROWS_OF_RECORD) {
      const id = randomUUID();
      for (let sequence = 1; sequence <= ROWS_OF_RECORD; sequence += 1) rows.push(rowOf(id, sequence));
    }
    await insert(client, rows);
  }
  await client.end();
}

async function connected({ adminUrl }: BenchInstance): Promise<Client> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  return client;
}

function rowOf(id: string, sequence: number) {
  const at = new Date().toISOString();
  const content = {
    subject: { kind: 'referral', id },
    sequence,
    caseId: id,
    type: 'bench.row',
    version: 1,
    happenedAt: at,
    recordedAt: at,
    actor: { kind: 'service', id: null, process: 'bench' },
    agencyId: null,
    reason: null,
    payload: { state: 'open', revision: sequence, dueAt: at },
  };
  return { id, sequence, at, payload: content.payload, hash: leafHash(content).toString('hex') };
}

async function insert(client: Client, rows: readonly ReturnType<typeof rowOf>[]): Promise<void> {
  await client.query(
    `insert into app.journal (era, subject_kind, subject_id, sequence, case_id, event_type, event_version, happened_at,
       recorded_at, actor_kind, actor_process, payload, leaf_hash)
     select 1, 'referral', id, sequence, id, 'bench.row', 1, at, at, 'service', 'bench', payload, decode(hash, 'hex')
     from jsonb_to_recordset($1::jsonb) as x(id uuid, sequence integer, at timestamptz, payload jsonb, hash text)`,
    [JSON.stringify(rows)],
  );
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}

function print(line: object): void {
  console.log(JSON.stringify(line));
}

if (require.main === module) void run();
