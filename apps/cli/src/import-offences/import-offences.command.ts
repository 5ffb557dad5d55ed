import { createHash, randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { TakeOffences } from '#libs/casework';
import {
  cliEnvironment,
  loadAreaPack,
  LONGEST_SHEET,
  readOffenceFile,
  withLocalInstance,
} from '#libs/config';
import { OFFENCE_DEFINITIONS, type OffenceDefinition, type SheetRow, type UserId } from '#libs/domain';
import {
  dataSourceOptions,
  deskFactsOf,
  keyRingOf,
  PolicyCache,
  PostgresStaffDirectory,
  PostgresUnitOfWork,
  PostgresVault,
  SystemIds,
} from '#libs/persistence';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { faultLines, takenLines } from './reply-lines';

const OPTIONS = {
  administrator: { type: 'string' },
  definition: { type: 'string' },
  source: { type: 'string' },
  licence: { type: 'string' },
  take: { type: 'boolean', default: false },
  supersede: { type: 'boolean', default: false },
} as const;

const USAGE = `usage: waymark import-offences <file.csv|file.ods> --administrator <account id>
         --definition ${OFFENCE_DEFINITIONS.join('|')}
         --source <who published it, and where> --licence <name> [--take [--supersede]]
`;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

interface Asked {
  readonly definition: OffenceDefinition;
  readonly source: string;
  readonly licence: string;
  readonly rows: readonly SheetRow[];
  readonly take: boolean;
  readonly supersede: boolean;
}

/**
 * Counts of recorded offences out of a CSV or ODS file, in the name of an administrator. Without `--take` it says what
 * would happen and changes nothing; what stands already is superseded only with `--supersede`.
 */
export async function runImportOffences(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const [path, more] = positionals;
  const definition = OFFENCE_DEFINITIONS.find((one) => one === values.definition);
  const { administrator = '', source = '', licence = '', take, supersede } = values;
  const complete = UUID.test(administrator) && isBetween(source, 3, 300) && isBetween(licence, 3, 200);
  if (path === undefined || more !== undefined || definition === undefined || !complete)
    return refuse(USAGE, 2);
  const { size } = await stat(path);
  if (size > LONGEST_SHEET) return refuse('The file cannot be read: too-long.\n');
  const file = await readFile(path);
  const read = readOffenceFile(file);
  if (read.kind === 'unreadable') return refuse(`The file cannot be read: ${read.reason}.\n`);
  const requestHash = createHash('sha256').update(file).digest();
  const asked = { definition, source, licence, rows: read.rows, take, supersede };
  return takeIn(administrator as UserId, asked, requestHash);
}

async function takeIn(id: UserId, asked: Asked, requestHash: Buffer): Promise<number> {
  const { webDatabaseUrl, keysDatabaseUrl, masterKeys, areaPack } = cliEnvironment(
    withLocalInstance(process.env),
  );
  const keys = new Pool({ connectionString: keysDatabaseUrl, max: 1 });
  const source = await new DataSource(dataSourceOptions(webDatabaseUrl, { poolSize: 2 })).initialize();
  try {
    const vault = new PostgresVault(keys, keyRingOf(masterKeys));
    const actor = await new PostgresStaffDirectory(source, vault).findActive(id);
    if (actor?.role !== 'administrator')
      return refuse('--administrator is no account of an administrator.\n');
    const area = loadAreaPack(areaPack);
    const work = new PostgresUnitOfWork(source, { policies: new PolicyCache(), desk: deskFactsOf(area) });
    const { take, supersede, ...rest } = asked;
    const once = await new TakeOffences(work, new SystemIds()).execute(
      actor,
      { ...rest, area, dryRun: !take, supersedes: supersede || !take },
      { route: 'waymark import-offences', key: randomUUID(), requestHash },
    );
    const outcome = once.kind === 'key-used-for-another-request' ? null : once.result;
    if (outcome === null || outcome.kind === 'not-found')
      return refuse('That account may not keep recorded offences.\n');
    if (outcome.kind === 'refused') return refuse(faultLines(outcome.faults));
    process.stdout.write(takenLines(outcome, { dryRun: !take }));
    return 0;
  } finally {
    await source.destroy();
    await keys.end();
  }
}

function isBetween(text: string, least: number, most: number): boolean {
  const { length } = text.trim();
  return length >= least && length <= most;
}

function refuse(why: string, code = 1): number {
  process.stderr.write(why);
  return code;
}
