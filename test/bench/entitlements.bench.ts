import { AnswerCodeEvents } from '#libs/casework';
import { loadAreaPack } from '#libs/config';
import {
  codeVersions,
  dataSourceOptions,
  deskFactsOf,
  loadCodeVersions,
  PolicyCache,
  PostgresUnitOfWork,
} from '#libs/persistence';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { startBenchServer, type BenchInstance } from './support/bench-instance';
import { benchPersona, manyOpenCases } from './support/many-cases';

const CASES = 100_000;
const BATCH = 1_000;
const NEXT = 'bench-next';

/** Told of every case, so that what it opened is planned anew: the report was made a day earlier. */
const CORRECTED = `
  insert into app.code_event (entry_id, case_id, person_id, handling_agency_id, event, happened_at, supersedes, recorded_at)
  select md5('corrected ' || e.entry_id)::uuid, e.case_id, e.person_id, e.handling_agency_id, e.event,
    e.happened_at - interval '1 day', e.entry_id, app.service_now()
  from app.code_event e where e.event = 'crime_reported'`;

/** Told of every case, so that it opens what the next version of the Code gives. */
const RECORDED = `
  insert into app.code_event (entry_id, case_id, person_id, handling_agency_id, event, happened_at, recorded_at)
  select md5('recorded ' || c.case_id)::uuid, c.case_id, c.person_id, c.handling_agency_id, 'crime_recorded',
    app.service_now() - interval '1 minute', app.service_now()
  from app.case_file c`;

function print(figure: string, value: number, unit: string, more: object = {}): void {
  console.log(JSON.stringify({ figure, value: Number(value.toPrecision(3)), unit, ...more }));
}

/** What the Victims' Code opens for 100,000 cases, planned anew, and under a version that comes into force. */
export async function run(): Promise<void> {
  const server = await startBenchServer();
  try {
    const instance = await server.fresh('bench_entitlements');
    await manyOpenCases(instance, CASES);
    const source = await new DataSource(
      dataSourceOptions(instance.url('worker'), { poolSize: 2 }),
    ).initialize();
    try {
      await measure(instance, source);
    } finally {
      await source.destroy();
    }
  } finally {
    await server.stop();
  }
}

async function measure(instance: BenchInstance, source: DataSource): Promise<void> {
  const parts = { policies: new PolicyCache(), desk: deskFactsOf(loadAreaPack('essex')) };
  const answer = new AnswerCodeEvents(new PostgresUnitOfWork(source, parts));
  await answerAll('opening', answer);
  const owner = new Client({ connectionString: instance.adminUrl });
  await owner.connect();
  try {
    await tell(owner, CORRECTED);
    await answerAll('planning anew', answer);
    await preview(instance);
    await comeIntoForce(owner, source);
    await tell(owner, RECORDED);
    await answerAll('opening under the next version', answer);
    const { rows } = await owner.query<{ version: string; duties: number; size: string }>(
      `select code_version as version, count(*)::integer as duties,
         pg_size_pretty(pg_total_relation_size('app.duty') + pg_total_relation_size('app.duty_version')) as size
       from app.duty group by 1 order by 1`,
    );
    for (const { version, duties, size } of rows)
      print(`entitlements under ${version}`, duties, 'entitlements', { size });
  } finally {
    await owner.end();
  }
}

async function answerAll(what: string, answer: AnswerCodeEvents): Promise<void> {
  const began = performance.now();
  let cases = 0;
  for (let answered = BATCH; answered === BATCH; cases += answered) {
    answered = await answer.execute({ limit: BATCH });
    if (cases % 20_000 === 0) console.error(`${what}: ${cases} of ${CASES} cases`);
  }
  const seconds = (performance.now() - began) / 1_000;
  if (cases < CASES) throw new Error(`only ${cases} cases were answered`);
  print(`${what}, ${CASES} cases`, seconds, 's', { casesPerSecond: Math.round(cases / seconds) });
}

async function tell(owner: Client, sql: string): Promise<void> {
  await owner.query(sql);
  await owner.query('analyze app.code_event');
  await owner.query('analyze app.duty');
}

/** How many open entitlements a new version would change, as whoever weighs it sees it. */
async function preview(instance: BenchInstance): Promise<void> {
  const web = await new DataSource(dataSourceOptions(instance.url('web'), { poolSize: 1 })).initialize();
  try {
    const parts = { policies: new PolicyCache(), desk: deskFactsOf(loadAreaPack('essex')) };
    const work = new PostgresUnitOfWork(web, parts);
    const began = performance.now();
    const rows = await work.read(benchPersona('administrator'), async (manager) => {
      const [version] = await codeVersions(manager);
      return manager.query<unknown[]>('select * from app.open_duties_of($1)', [version?.version]);
    });
    if (rows.length === 0) throw new Error('no entitlement is open');
    print('preview of a new version', performance.now() - began, 'ms', { entitlements: rows.length });
  } finally {
    await web.destroy();
  }
}

/** A version with the same entitlements that is in force from today on. */
async function comeIntoForce(owner: Client, source: DataSource): Promise<void> {
  const [current] = await codeVersions(source.manager);
  if (current === undefined) throw new Error('no version of the Code is loaded');
  const { rows } = await owner.query<{ today: string }>('select current_date::text as today');
  const today = rows[0]!.today;
  const query = async (sql: string, values: readonly unknown[]) =>
    (await owner.query(sql, [...values])).rows as readonly unknown[];
  const drafts = (await codeVersions(source.manager)).filter(({ status }) => status === 'draft');
  await loadCodeVersions(query, [
    { ...current, inForceTo: today },
    { ...current, version: NEXT, inForceFrom: today, inForceTo: null },
    ...drafts,
  ]);
  // Longer than a process keeps what it has read of versions.
  await new Promise((resolve) => setTimeout(resolve, 6_000));
}

if (require.main === module) void run();
