import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { cliEnvironment, loadAreaPack, migrateEnvironment, withLocalInstance } from '#libs/config';
import { loadArea, keyRingOf, openInstance, PostgresVault } from '#libs/persistence';
import { Pool } from 'pg';

const USAGE = 'usage: npm run --silent waymark -- load-area --area <name> [--synthetic]';

/**
 * Puts an area pack into the database. With `--synthetic` the instance takes invented people only, gets the pack's
 * personas and keeps its clock movable until `seed` has opened it; without, it is open at once.
 */
export async function runLoadArea(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { area: { type: 'string' }, synthetic: { type: 'boolean', default: false } },
  });
  if (values.area === undefined) {
    console.error(USAGE);
    return 2;
  }
  const raw = withLocalInstance(process.env);
  const { migratorUrl } = migrateEnvironment(raw);
  const { keysDatabaseUrl, masterKeys, oidcProvider } = cliEnvironment(raw);
  const keys = new Pool({ connectionString: keysDatabaseUrl, max: 1 });
  try {
    await loadArea({
      migratorUrl,
      pack: loadAreaPack(values.area),
      vault: new PostgresVault(keys, keyRingOf(masterKeys)),
      synthetic: values.synthetic,
      identityProvider: oidcProvider,
    });
  } finally {
    await keys.end();
  }
  if (!values.synthetic) await openInstance(migratorUrl);
  console.log(`Area pack ${values.area} is loaded.`);
  return 0;
}
