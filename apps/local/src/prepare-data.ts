import { createHash } from 'node:crypto';
import { projectRoot } from '#libs/config';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './command';
import {
  areaHeldBy,
  hasSeededCopies,
  isEmpty,
  keepSeededCopies,
  markStage,
  recreateEmpty,
  restoreSeededCopies,
  stageOf,
} from './databases';
import { commandVariables, type Instance } from './instance';
import { StartProblem } from './problem';
import { say, step } from './progress';

interface Filling {
  readonly signal: AbortSignal;
  /** How many to invent; the seeder's own number when left out. */
  readonly referrals: string | undefined;
}

/** Migrated, and on first use filled with the synthetic year. Cut short, the next start begins the filling again. */
export async function prepareData(instance: Instance, filling: Filling): Promise<void> {
  const isNew =
    instance.settings.database === undefined ? await prepareOwn(instance) : await prepareGiven(instance);
  if (isNew || !isMigrated(instance)) await migrate(instance, filling.signal);
  if (isNew) await fill(instance, filling);
}

export async function resetData(instance: Instance, signal: AbortSignal): Promise<boolean> {
  if (!(await hasSeededCopies(instance))) return false;
  await restoreSeededCopies(instance);
  // The copies may be older than the program.
  await migrate(instance, signal);
  return true;
}

/** The embedded server's databases are ours: one that is not whole is made again. */
async function prepareOwn(instance: Instance): Promise<boolean> {
  if ((await stageOf(instance)) === 'seeded') return false;
  await recreateEmpty(instance);
  return true;
}

/** A database of someone else's is filled only if there is nothing in it, and never dropped. */
async function prepareGiven(instance: Instance): Promise<boolean> {
  const stage = await stageOf(instance);
  if (stage === 'seeding') {
    throw new StartProblem(
      'The database at DATABASE_URL was only half filled with synthetic data; drop it with its key database and start again.',
    );
  }
  const { areaPack } = instance.settings;
  const held = await areaHeldBy(instance);
  if (held !== undefined && held !== areaPack) {
    throw new StartProblem(
      `The database at DATABASE_URL holds ${held}, and ${areaPack} was asked for: start with --area ${held}, or name another database.`,
    );
  }
  return stage === 'unmarked' && (await isEmpty(instance));
}

async function migrate(instance: Instance, signal: AbortSignal): Promise<void> {
  const variables = commandVariables(instance);
  await step('Tables up to date', () => runCommand(['migrate'], { variables, signal }));
  writeFileSync(stampFile(instance), fingerprint());
}

async function fill(instance: Instance, { signal, referrals }: Filling): Promise<void> {
  const run = { variables: commandVariables(instance), signal };
  const area = instance.settings.areaPack;
  const count = referrals === undefined ? [] : ['--count', referrals];
  await markStage(instance, 'seeding');
  await step(`Area pack ${area}`, () => runCommand(['load-area', '--area', area, '--synthetic'], run));
  await step('Synthetic referrals', () => runCommand(['seed', ...count], run));
  await step('Copy for the demo reset', () => keepCopies(instance));
  await markStage(instance, 'seeded');
}

async function keepCopies(instance: Instance): Promise<void> {
  try {
    await keepSeededCopies(instance);
  } catch (error) {
    if (instance.settings.database === undefined) throw error;
    say('    The role in DATABASE_URL may not copy databases, so the demo cannot be reset.');
  }
}

/** Only the embedded database can be taken at our word: anyone may have changed another since. */
function isMigrated(instance: Instance): boolean {
  const file = stampFile(instance);
  if (instance.settings.database !== undefined || !existsSync(file)) return false;
  return readFileSync(file, 'utf8') === fingerprint();
}

function stampFile({ settings }: Instance): string {
  return join(settings.dataFolder, 'migrated');
}

function fingerprint(): string {
  const hash = createHash('sha256');
  const dist = join(projectRoot(), 'dist');
  for (const folder of [join(dist, 'migrations'), join(dist, 'libs', 'persistence', 'src', 'migrate')]) {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.js'),
    );
    for (const name of names.sort()) hash.update(name).update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex');
}
