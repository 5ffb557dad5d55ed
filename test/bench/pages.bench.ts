import { loadAreaPack } from '#libs/config';
import type { Instant } from '#libs/domain';
import { masterKeyFromFile, openInstance, PostgresVault } from '#libs/persistence';
import { Client, Pool } from 'pg';
import { seedInstance } from '../../apps/cli/src/seed/seed-instance';
import { daysOf, YEAR } from '../../apps/cli/src/seed/year-settings';
import { BenchBrowser } from './support/bench-browser';
import { startBenchServer, type BenchInstance } from './support/bench-instance';
import { startBenchWeb } from './support/bench-web';

/** The synthetic year of `npm start`, or as many as BENCH_REFERRALS says. */
const REFERRALS = Number(process.env['BENCH_REFERRALS'] ?? 2_700);
const WARM = 15;
const ASKED = 120;

function print(figure: string, value: number, unit: string, more: object = {}): void {
  console.log(JSON.stringify({ figure, value: Number(value.toPrecision(3)), unit, ...more }));
}

/** Server time of every page that a role uses, over the synthetic year: one reader through the real web process. */
export async function run(): Promise<void> {
  const server = await startBenchServer();
  try {
    const instance = await server.fresh('bench_pages');
    const began = performance.now();
    await tellTheYear(instance);
    print('telling the synthetic year', (performance.now() - began) / 1_000, 's', { referrals: REFERRALS });
    const paths = pathsBy(await someRecords(instance));
    const web = await startBenchWeb(instance);
    try {
      for (const { key, tryFirst } of loadAreaPack('essex').personas) {
        const wanted = new Set([...tryFirst.map(({ path }) => path), ...(paths[key] ?? [])]);
        await measure({ persona: key, paths: [...wanted], publicUrl: web.publicUrl });
      }
    } finally {
      await web.stop();
    }
  } finally {
    await server.stop();
  }
}

async function tellTheYear(instance: BenchInstance): Promise<void> {
  const options = '-c synchronous_commit=off';
  const keys = new Pool({ connectionString: instance.url('keys'), max: 2, options });
  await seedInstance({
    migratorUrl: instance.adminUrl,
    vault: new PostgresVault(keys, masterKeyFromFile(instance.keyFile)),
    pack: loadAreaPack('essex'),
    settings: YEAR,
    count: REFERRALS,
    days: daysOf(REFERRALS),
    seed: 20260102,
    now: Date.now() as Instant,
    progress: () => undefined,
  });
  await keys.end();
  await openInstance(instance.adminUrl);
}

interface Records {
  readonly openCase: string;
  readonly referral: string;
}

/** A case that waits for a call, and a referral of the first officer's. */
async function someRecords(instance: BenchInstance): Promise<Records> {
  const [officer] = loadAreaPack('essex').personas.filter(({ key }) => key === 'officer');
  const client = new Client({ connectionString: instance.adminUrl });
  await client.connect();
  await client.query('analyze');
  const { rows } = await client.query<Records>(
    `select (select case_id from app.case_file where act_by_at is not null and attempts > 0
             order by act_by_at desc limit 1) as "openCase",
       (select referral_id from app.referral where referred_by = $1 order by submitted_at desc limit 1) as referral`,
    [officer?.userId],
  );
  await client.end();
  const [row] = rows;
  if (!row) throw new Error('the synthetic year holds no case');
  return row;
}

/** Besides what the personas page names. Records are left out of the figure's name. */
function pathsBy({ openCase, referral }: Records): Readonly<Record<string, readonly string[]>> {
  const ofCase = ['', '/deadlines', '/history', '/safe-contact', '/attempts/new', '/exceptions/new'];
  return {
    officer: [`/referrals/${referral}`, `/referrals/${referral}/receipt`, '/declined-offers'],
    responder: [
      ...['all', 'overdue', 'mine', 'unassigned'].map((view) => `/board?view=${view}`),
      ...ofCase.map((page) => `/cases/${openCase}${page}`),
      '/handovers',
      '/police-tasks',
    ],
    lead: ['/alerts/urgent', '/rota', '/promise', '/demo-clock/watch'],
    auditor: ['/audit'],
  };
}

async function measure(options: {
  persona: string;
  paths: readonly string[];
  publicUrl: string;
}): Promise<void> {
  const { persona, paths, publicUrl } = options;
  const browser = new BenchBrowser(publicUrl);
  try {
    await browser.signIn(persona);
    for (const path of paths) {
      const times: number[] = [];
      for (let done = 0; done < WARM + ASKED; done += 1) times.push(await browser.timeOf(path));
      const sorted = times.slice(WARM).toSorted((a, b) => a - b);
      const page = path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, ':id');
      print(`page p50, ${persona}, ${page}`, at(sorted, 0.5), 'ms');
      print(`page p99, ${persona}, ${page}`, at(sorted, 0.99), 'ms', { requests: ASKED });
    }
  } finally {
    browser.close();
  }
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}

if (require.main === module) void run();
