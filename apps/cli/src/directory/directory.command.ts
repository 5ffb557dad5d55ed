import { createHash, randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { ImportServices, type FileOf } from '#libs/casework';
import {
  cliEnvironment,
  directoryFile,
  LONGEST_FILE,
  loadAreaPack,
  readDirectoryFile,
  withLocalInstance,
  type AreaPack,
} from '#libs/config';
import { localDate, type AgencyId, type StaffActor, type UserId } from '#libs/domain';
import {
  dataSourceOptions,
  deskFactsOf,
  keyRingOf,
  PolicyCache,
  PostgresDirectoryStore,
  PostgresStaffDirectory,
  PostgresUnitOfWork,
  PostgresVault,
  providersWithTeams,
  SystemIds,
} from '#libs/persistence';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { readAtMost } from './read-at-most';
import { replyLines, unmappedLines } from './reply-lines';

const OPTIONS = {
  administrator: { type: 'string' },
  of: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
} as const;

const USAGE = `usage: waymark directory export --administrator <account id> > services.json
       waymark directory import --administrator <account id> --of <agency id>|new|many [--dry-run] < services.json
`;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

interface Desk {
  readonly actor: StaffActor;
  readonly pack: AreaPack;
  readonly work: PostgresUnitOfWork;
}

/**
 * The directory as a file of Open Referral UK, out and in. It is done in the name of an administrator, under that
 * account's rights, as on the pages; `--of` says whose file it is, which nothing in the file proves; an import answers
 * for each record, and `--dry-run` changes nothing.
 */
export async function runDirectory(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const [act, more] = positionals;
  const { administrator } = values;
  if (administrator === undefined || !UUID.test(administrator) || more !== undefined) return refuse(USAGE, 2);
  const id = administrator as UserId;
  if (act === 'export') return withDesk(id, exportAll);
  const fileOf = fileOfWhom(values.of);
  if (act !== 'import' || fileOf === null) return refuse(USAGE, 2);
  const file = await readAtMost(process.stdin, LONGEST_FILE);
  if (file === null) return refuse('The file cannot be read: too-long.\n');
  return withDesk(id, (desk) => importAll(desk, { file, fileOf, dryRun: values['dry-run'] }));
}

function fileOfWhom(of: string | undefined): FileOf | null {
  if (of === 'new') return { kind: 'new-provider' };
  if (of === 'many') return { kind: 'many' };
  return of !== undefined && UUID.test(of) ? { kind: 'provider', agencyId: of as AgencyId } : null;
}

async function exportAll({ actor, pack, work }: Desk): Promise<number> {
  const read = await work.read(actor, async (manager, now) => ({
    services: await new PostgresDirectoryStore(manager, actor, now).current(now),
    providers: await providersWithTeams(manager),
  }));
  const names = new Map(read.providers.map(({ agencyId, name }) => [agencyId, name]));
  const { file, unmapped } = directoryFile(read.services, {
    pack,
    agencyName: (id) => names.get(id) ?? '',
  });
  process.stdout.write(`${JSON.stringify(file, null, 2)}\n`);
  process.stderr.write(unmappedLines(unmapped));
  return 0;
}

async function importAll(
  { actor, pack, work }: Desk,
  { file, fileOf, dryRun }: { file: string; fileOf: FileOf; dryRun: boolean },
): Promise<number> {
  const today = await work.read(actor, async (_, now) => localDate(now, pack.timezone));
  const read = readDirectoryFile(file, pack, today);
  if (read.kind === 'unreadable') return refuse(`The file cannot be read: ${read.reason}.\n`);
  const rows = read.records.flatMap((record) =>
    record.kind === 'sound' ? [{ place: record.place, imported: record.imported }] : [],
  );
  const requestHash = createHash('sha256').update(file).digest();
  const once = await new ImportServices(work, new SystemIds()).execute(
    actor,
    { rows, fileOf, today, dryRun },
    { route: 'waymark directory import', key: randomUUID(), requestHash },
  );
  const outcome = once.kind === 'key-used-for-another-request' ? null : once.result;
  if (outcome?.kind !== 'imported') return refuse('That account may not keep the directory.\n');
  const { lines, refused } = replyLines(read.records, outcome.replies);
  process.stdout.write(lines);
  if (dryRun) process.stdout.write('Nothing was changed: this was a dry run.\n');
  return refused === 0 ? 0 : 1;
}

async function withDesk(id: UserId, act: (desk: Desk) => Promise<number>): Promise<number> {
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
    const pack = loadAreaPack(areaPack);
    const work = new PostgresUnitOfWork(source, { policies: new PolicyCache(), desk: deskFactsOf(pack) });
    return await act({ actor, pack, work });
  } finally {
    await source.destroy();
    await keys.end();
  }
}

function refuse(why: string, code = 1): number {
  process.stderr.write(why);
  return code;
}
