import { randomBytes } from 'node:crypto';
import { migrate } from '#libs/persistence';
import { escapeIdentifier, type Client } from 'pg';
import {
  copyDatabase,
  createDatabase,
  databaseExists,
  dropDatabase,
  withClient,
} from '../../apps/local/src/postgres';
import { testCluster, type TestRole } from './cluster';

const TEMPLATE = 'waymark_template';
const KEYS_TEMPLATE = 'waymark_keys_template';
const TEMPLATE_LOCK = 7_203_001;

export interface TestDatabase {
  readonly name: string;
  /** The URL a role would be given in production: `keys` opens the key database, the others the main one. */
  url(role: TestRole): string;
  /** The superuser's URL: for arranging and for looking behind the curtain, never for the code under test. */
  readonly adminUrl: string;
  readonly keysAdminUrl: string;
  drop(): Promise<void>;
}

/** A migrated pair of databases of its own, copied from a template in some tens of milliseconds. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { adminUrl, rolePasswords } = testCluster();
  const name = `t_${randomBytes(6).toString('hex')}`;
  const keysName = `${name}_keys`;
  await withClient(adminUrl, (client) => withTemplate(client, name, keysName));
  const urlOf = (database: string, user?: string, password?: string): string => {
    const url = new URL(adminUrl);
    url.pathname = `/${database}`;
    if (user !== undefined) Object.assign(url, { username: user, password });
    return url.href;
  };
  return {
    name,
    adminUrl: urlOf(name),
    keysAdminUrl: urlOf(keysName),
    url: (role) =>
      urlOf(role === 'keys' ? keysName : name, `waymark_${role}`, rolePasswords[`waymark_${role}`]),
    drop: () =>
      withClient(adminUrl, async (client) => {
        await dropOnceLeft(client, name);
        await dropOnceLeft(client, keysName);
      }),
  };
}

/**
 * A pool says that it has ended before the last of its connections has: throwing that one out would fail the test after
 * its end. PostgreSQL waits five seconds for it; whoever stays longer is thrown out.
 */
async function dropOnceLeft(client: Client, name: string): Promise<void> {
  try {
    await client.query(`drop database if exists ${escapeIdentifier(name)}`);
  } catch {
    await dropDatabase(client, name);
  }
}

/** For a whole test file: `const database = useTestDatabase();` and `database().url('web')` inside the tests. */
export function useTestDatabase(): () => TestDatabase {
  let database: TestDatabase | undefined;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(async () => {
    await database?.drop();
  });
  return () => {
    if (database === undefined) throw new Error('The database exists only inside tests and hooks.');
    return database;
  };
}

/** One copy at a time: PostgreSQL refuses to copy a template that another session is reading. */
async function withTemplate(client: Client, name: string, keysName: string): Promise<void> {
  await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  if (!(await databaseExists(client, TEMPLATE))) await makeTemplate(client);
  await copyDatabase(client, { from: KEYS_TEMPLATE, to: keysName, strategy: 'file_copy' });
  await copyDatabase(client, { from: TEMPLATE, to: name, strategy: 'file_copy' });
  await client.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
}

/** The first file of a run makes the template; it gets its name only when it is whole. */
async function makeTemplate(client: Client): Promise<void> {
  const { adminUrl, rolePasswords } = testCluster();
  const unfinished = `${TEMPLATE}_unfinished`;
  for (const name of [unfinished, KEYS_TEMPLATE]) {
    await dropDatabase(client, name);
    await createDatabase(client, name);
  }
  const migratorUrl = new URL(`/${unfinished}`, adminUrl).href;
  const keysMigratorUrl = new URL(`/${KEYS_TEMPLATE}`, adminUrl).href;
  await migrate({ migratorUrl, keysMigratorUrl, rolePasswords });
  await client.query(`alter database ${unfinished} rename to ${TEMPLATE}`);
}
