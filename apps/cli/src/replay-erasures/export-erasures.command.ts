import { cliEnvironment, withLocalInstance } from '#libs/config';
import { keyRingOf, ledgerText, storedErasures } from '#libs/persistence';
import { Pool } from 'pg';

/** Writes the ledger of erasures, sealed and chained, to keep beside the backups and away from them. */
export async function runExportErasures(): Promise<number> {
  const { keysDatabaseUrl, masterKeys } = cliEnvironment(withLocalInstance(process.env));
  const keys = new Pool({ connectionString: keysDatabaseUrl, max: 1 });
  try {
    process.stdout.write(await ledgerText(await storedErasures(keys), { ring: keyRingOf(masterKeys) }));
    return 0;
  } finally {
    await keys.end();
  }
}
