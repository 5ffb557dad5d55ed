import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { copyDatabase, createDatabase, databaseExists, dropDatabase, withClient } from './postgres';
import { StartProblem } from './problem';

/** The main and the key database, and the seeded copies that the demo's reset goes back to. */
export interface DatabasePair {
  readonly migratorUrl: string;
  readonly keysMigratorUrl: string;
}

/** Kept as the comment of the main database, so that it lives and dies with the data it speaks of. */
type Stage = 'absent' | 'unmarked' | 'seeding' | 'seeded';
const MARK = 'waymark synthetic data: ';
const SEEDED = '_seeded';

export async function stageOf({ migratorUrl }: DatabasePair): Promise<Stage> {
  const name = nameOf(migratorUrl);
  return withClient(maintenanceUrl(migratorUrl), async (client) => {
    if (!(await databaseExists(client, name))) return 'absent';
    const { rows } = await client.query<{ mark: string | null }>(
      `select shobj_description(oid, 'pg_database') as mark from pg_database where datname = $1`,
      [name],
    );
    const stage = rows[0]?.mark?.startsWith(MARK) ? rows[0].mark.slice(MARK.length) : 'unmarked';
    return stage === 'seeding' || stage === 'seeded' ? stage : 'unmarked';
  });
}

export async function markStage({ migratorUrl }: DatabasePair, stage: 'seeding' | 'seeded'): Promise<void> {
  await withClient(migratorUrl, (client) => comment(client, nameOf(migratorUrl), stage));
}

/** For the embedded server, where the databases are ours to drop. */
export async function recreateEmpty(pair: DatabasePair): Promise<void> {
  await eachOf(pair, async (client, name) => {
    await dropDatabase(client, name);
    await createDatabase(client, name);
  });
}

/** A database of someone else's server has data of its own unless not one table of ours or theirs is in it. */
export async function isEmpty({ migratorUrl }: DatabasePair): Promise<boolean> {
  return withClient(migratorUrl, async (client) => {
    const { rowCount } = await client.query(
      `select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') limit 1`,
    );
    return rowCount === 0;
  });
}

/** The area that a database was made for; undefined while nothing is loaded. */
export async function areaHeldBy({ migratorUrl }: DatabasePair): Promise<string | undefined> {
  return withClient(migratorUrl, async (client) => {
    const table = await client.query(`select 1 where to_regclass('app.instance') is not null`);
    if (table.rowCount === 0) return undefined;
    const { rows } = await client.query<{ area: string }>('select area_pack as area from app.instance');
    return rows[0]?.area;
  });
}

export async function requireDatabases(pair: DatabasePair): Promise<void> {
  for (const [variable, url] of [
    ['DATABASE_URL', pair.migratorUrl],
    ['KEYS_MIGRATOR_URL', pair.keysMigratorUrl],
  ] as const) {
    await createIfMissing(url).catch((error: unknown) => {
      const reason = error instanceof Error && error.message !== '' ? error.message : codeOf(error);
      throw new StartProblem(`The database at ${variable} cannot be reached or made (${reason}).`);
    });
  }
}

export async function hasSeededCopies({ migratorUrl }: DatabasePair): Promise<boolean> {
  return withClient(maintenanceUrl(migratorUrl), (client) =>
    databaseExists(client, nameOf(migratorUrl) + SEEDED),
  );
}

/** The key database first: the main copy's presence says that both are there. */
export async function keepSeededCopies(pair: DatabasePair): Promise<void> {
  await eachOf(pair, async (client, name) => {
    await dropDatabase(client, name + SEEDED);
    await disconnectAll(client, name);
    await copyDatabase(client, { from: name, to: name + SEEDED });
  });
}

export async function restoreSeededCopies(pair: DatabasePair): Promise<void> {
  await eachOf(pair, async (client, name) => {
    await dropDatabase(client, name);
    await copyDatabase(client, { from: name + SEEDED, to: name });
  });
  await markStage(pair, 'seeded');
}

async function eachOf(
  pair: DatabasePair,
  work: (client: Client, name: string) => Promise<void>,
): Promise<void> {
  for (const url of [pair.keysMigratorUrl, pair.migratorUrl]) {
    await withClient(maintenanceUrl(url), (client) => work(client, nameOf(url)));
  }
}

async function createIfMissing(url: string): Promise<void> {
  try {
    await withClient(url, (client) => client.query('select 1'));
  } catch (error) {
    if (codeOf(error) !== '3D000') throw error;
    await withClient(maintenanceUrl(url), (client) => createDatabase(client, nameOf(url)));
  }
}

async function disconnectAll(client: Client, name: string): Promise<void> {
  await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
}

async function comment(client: Client, name: string, stage: string): Promise<void> {
  await client.query(`comment on database ${escapeIdentifier(name)} is ${escapeLiteral(MARK + stage)}`);
}

function nameOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1));
}

function maintenanceUrl(url: string): string {
  const server = new URL(url);
  server.pathname = '/postgres';
  return server.href;
}

function codeOf(error: unknown): string {
  return (error as { code?: string }).code ?? 'unknown reason';
}
