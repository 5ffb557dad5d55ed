import 'reflect-metadata';
import { parseArgs } from 'node:util';
import {
  cliEnvironment,
  loadAreaPack,
  migrateEnvironment,
  withLocalInstance,
  type AreaPack,
} from '#libs/config';
import type { Instant, StaffActor } from '#libs/domain';
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
import { Client, Pool } from 'pg';
import { DataSource } from 'typeorm';
import { FastForward } from './fast-forward';
import { planCases } from './plan';
import { chance } from './random';
import { tell } from './tell';
import { Storyteller, type Cast } from './storyteller';

/**
 * Fills a synthetic instance with invented referrals of the last weeks, acted out by the real use cases at the times
 * of the story, and opens it. Refused for a database that is not marked synthetic or has been opened.
 */
export async function runSeed(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      count: { type: 'string', default: '120' },
      days: { type: 'string', default: '40' },
      seed: { type: 'string', default: '20260102' },
    },
  });
  const raw = withLocalInstance(process.env);
  const { migratorUrl } = migrateEnvironment(raw);
  const settings = cliEnvironment(raw);
  const migrator = new Client({ connectionString: migratorUrl });
  await migrator.connect();
  const refusal = await refusalOf(migrator);
  if (refusal !== null) {
    await migrator.end();
    console.error(refusal);
    return 1;
  }
  const pack = loadAreaPack(settings.areaPack);
  const ids = new SystemIds();
  const keys = new Pool({ connectionString: settings.keysDatabaseUrl, max: 2 });
  const vault = new PostgresVault(keys, masterKeyFromFile(settings.keyFile));
  const web = await new DataSource(dataSourceOptions(settings.webDatabaseUrl, { poolSize: 2 })).initialize();
  const worker = await new DataSource(
    dataSourceOptions(settings.workerDatabaseUrl, { poolSize: 2 }),
  ).initialize();
  const parts = { policies: new PolicyCache(), desk: deskFactsOf(pack) };
  try {
    const cases = planCases({
      pack,
      chance: chance(Number(values.seed)),
      count: Number(values.count),
      days: Number(values.days),
      now: Date.now() as Instant,
    });
    await tell(cases, {
      teller: new Storyteller(new PostgresUnitOfWork(web, parts), vault, ids, castOf(pack), migrator),
      forward: new FastForward(migrator, new PostgresUnitOfWork(worker, parts), ids),
      officers: castOf(pack).officers,
      progress: (done, all) => console.log(`Invented referrals: ${done} of ${all}`),
    });
  } finally {
    await Promise.all([web.destroy(), worker.destroy(), keys.end(), migrator.end()]);
  }
  await openInstance(migratorUrl);
  return 0;
}

async function refusalOf(migrator: Client): Promise<string | null> {
  const found = await migrator.query<{ synthetic: boolean; opened_at: Date | null }>(
    'select synthetic, opened_at from app.instance',
  );
  const instance = found.rows[0];
  if (!instance) return 'No area pack is loaded. Run: waymark load-area --area <name> --synthetic';
  if (!instance.synthetic) return 'This database is not marked synthetic, so nothing invented goes into it.';
  return instance.opened_at === null
    ? null
    : 'This database has been opened; its past cannot be told any more.';
}

function castOf(pack: AreaPack): Cast {
  const actor = (role: StaffActor['role'], index = 0): StaffActor => {
    const persona = pack.personas.filter((candidate) => candidate.role === role)[index];
    if (!persona) throw new Error(`the area pack needs ${index + 1} personas with the role ${role}`);
    const { userId, agencyId, teamId } = persona;
    return { kind: 'staff', userId, role, agencyId, teamId };
  };
  return {
    officers: [actor('officer'), actor('officer', 1)],
    responder: actor('first-responder'),
    colleague: actor('first-responder', 1),
    lead: actor('duty-lead'),
  };
}
