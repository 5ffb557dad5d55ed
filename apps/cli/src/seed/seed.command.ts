import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { cliEnvironment, loadAreaPack, migrateEnvironment, withLocalInstance } from '#libs/config';
import type { Instant } from '#libs/domain';
import { keyRingOf, openInstance, PostgresVault } from '#libs/persistence';
import { Client, Pool } from 'pg';
import { seedInstance } from './seed-instance';
import { daysToTell, YEAR } from './year-settings';

/**
 * Fills a synthetic instance with invented referrals, acted out by the real use cases at the times of the story, and
 * opens it. Refused for a database that is not marked synthetic or has been opened.
 */
export async function runSeed(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      count: { type: 'string', default: '2700' },
      days: { type: 'string' },
      staffing: { type: 'string', default: YEAR.staffing },
      seed: { type: 'string', default: '20260102' },
    },
  });
  const raw = withLocalInstance(process.env);
  const { migratorUrl } = migrateEnvironment(raw);
  const settings = cliEnvironment(raw);
  const refusal = await refusalOf(migratorUrl);
  if (refusal !== null) {
    console.error(refusal);
    return 1;
  }
  const options = '-c synchronous_commit=off';
  const pack = loadAreaPack(settings.areaPack);
  const now = Date.now() as Instant;
  const count = Number(values.count);
  const keys = new Pool({ connectionString: settings.keysDatabaseUrl, max: 2, options });
  try {
    await seedInstance({
      migratorUrl,
      vault: new PostgresVault(keys, keyRingOf(settings.masterKeys)),
      pack,
      settings: { ...YEAR, staffing: values.staffing === 'seven-days' ? 'seven-days' : 'desk-hours' },
      count,
      days:
        values.days === undefined ? daysToTell(count, { now, timezone: pack.timezone }) : Number(values.days),
      seed: Number(values.seed),
      now,
      progress: progressLine(performance.now()),
    });
  } finally {
    await keys.end();
  }
  await openInstance(migratorUrl);
  return 0;
}

/** Says how far the telling is and, from its pace, how long the rest will take. */
function progressLine(began: number): (done: number, all: number) => void {
  return (done, all) => {
    const left = Math.round((((performance.now() - began) / done) * (all - done)) / 1_000);
    const rest = done === all ? '' : `, about ${left} s to go`;
    console.log(`Invented referrals: ${done} of ${all}${rest}`);
  };
}

async function refusalOf(migratorUrl: string): Promise<string | null> {
  const migrator = new Client({ connectionString: migratorUrl });
  await migrator.connect();
  const found = await migrator
    .query<{ synthetic: boolean; opened_at: Date | null }>('select synthetic, opened_at from app.instance')
    .finally(() => migrator.end());
  const instance = found.rows[0];
  if (!instance) return 'No area pack is loaded. Run: waymark load-area --area <name> --synthetic';
  if (!instance.synthetic) return 'This database is not marked synthetic, so nothing invented goes into it.';
  return instance.opened_at === null
    ? null
    : 'This database has been opened; its past cannot be told any more.';
}
