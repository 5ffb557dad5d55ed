import { parseArgs } from 'node:util';
import { cliEnvironment, migrateEnvironment, withLocalInstance } from '#libs/config';
import { keyRingOf, readOutsideLedger, replayErasures } from '#libs/persistence';

const OPTIONS = { ledger: { type: 'string' }, 'nobody-was-erased': { type: 'boolean' } } as const;

/**
 * Erases in a restored system everybody whom the ledgers name, so that it may open again (P13). Where nobody was ever
 * erased there is no ledger, and the operator says so.
 */
export async function runReplayErasures(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const raw = withLocalInstance(process.env);
  const { migratorUrl, keysMigratorUrl } = migrateEnvironment(raw);
  const { masterKeys, erasureLedger } = cliEnvironment(raw);
  const file = values.ledger ?? erasureLedger;
  const read = file === undefined ? null : await readOutsideLedger(file, keyRingOf(masterKeys));
  if (values.ledger !== undefined && read === null) {
    process.stderr.write(`There is no erasure in ${file}. Check that it is the ledger of the live system.\n`);
    return 1;
  }
  const outside = read ?? (values['nobody-was-erased'] === true ? [] : null);
  const { subjects } = await replayErasures({ migratorUrl, keysMigratorUrl, outside });
  process.stdout.write(`${subjects} erasures are replayed. The system may open.\n`);
  return 0;
}
