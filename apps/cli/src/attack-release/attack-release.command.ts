import type { Writable } from 'node:stream';
import { HighsAttacker } from '#libs/attacker';
import { journalEnvironment, withLocalInstance, type RawEnvironment } from '#libs/config';
import { ruleName } from '#libs/domain';
import { dataSourceOptions, publishedFigures } from '#libs/persistence';
import { DataSource } from 'typeorm';
import { findingInWords } from './finding-words';

const USAGE = `usage: waymark attack-release
       tries every figure that was published, with nothing but what is published, and names each hidden count that
       a patient reader could narrow down
`;

/**
 * Tries all that was ever published as a reader would. 0 when no hidden count was found, 1 when one was, 2 for wrong
 * arguments, 3 when nothing was published yet.
 */
export async function runAttackRelease(parts: {
  readonly args: readonly string[];
  readonly output: Writable;
  readonly environment: RawEnvironment;
}): Promise<number> {
  const { args, output, environment } = parts;
  if (args.length > 0) {
    output.write(USAGE);
    return 2;
  }
  const { workerDatabaseUrl } = journalEnvironment(withLocalInstance(environment));
  const source = await new DataSource(dataSourceOptions(workerDatabaseUrl, { poolSize: 1 })).initialize();
  try {
    const releases = await source.transaction('REPEATABLE READ', (manager) => publishedFigures(manager));
    if (releases.length === 0) {
      output.write('Nothing was tried: nothing has been published.\n');
      return 3;
    }
    let found = 0;
    const attacker = new HighsAttacker();
    for (const release of releases) {
      const findings = await attacker.attack(release);
      for (const finding of findings) output.write(`${findingInWords(finding)}\n`);
      const { tables, rule } = release;
      const hidden = tables
        .flatMap(({ cells }) => cells.flat())
        .filter(({ kind }) => kind === 'hidden').length;
      const tried = `${tables.length} tables under ${ruleName(rule)} with ${hidden} hidden cells`;
      output.write(
        `Tried ${tried}: ${findings.length === 0 ? 'nothing found' : `${findings.length} found`}.\n`,
      );
      found += findings.length;
    }
    return found === 0 ? 0 : 1;
  } finally {
    await source.destroy();
  }
}
