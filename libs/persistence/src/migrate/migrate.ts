import { Client } from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import { keyMigrations, mainMigrations } from '../../../../migrations';
import { ensureRoles, KEY_ROLES, MAIN_ROLES, type RoleName, type RolePasswords } from './roles';

export interface MigrateOptions {
  /** The migrator of the main database: it owns the tables. */
  readonly migratorUrl: string;
  readonly keysMigratorUrl: string;
  readonly rolePasswords: RolePasswords;
}

export interface MigrateResult {
  /** Names of the steps run now; empty when the databases were up to date. */
  readonly ran: readonly string[];
}

type MigrationClass = new () => MigrationInterface;

/** Any database-wide number will do, as long as every migrator takes the same one. */
const ONE_MIGRATOR_AT_A_TIME = 7_391_204;

export class NewerDatabaseError extends Error {
  constructor(readonly step: string) {
    super(
      `The database is of a newer version of Waymark (it has the step ${step}). Use that version or a fresh one.`,
    );
  }
}

/** Brings both databases to this version, roles first. Running it again does nothing. */
export async function migrate({
  migratorUrl,
  keysMigratorUrl,
  rolePasswords,
}: MigrateOptions): Promise<MigrateResult> {
  const main = await migrateOne({
    url: migratorUrl,
    steps: mainMigrations,
    names: MAIN_ROLES,
    rolePasswords,
  });
  const keys = await migrateOne({
    url: keysMigratorUrl,
    steps: keyMigrations,
    names: KEY_ROLES,
    rolePasswords,
  });
  return { ran: [...main, ...keys] };
}

async function migrateOne(options: {
  url: string;
  steps: readonly MigrationClass[];
  names: readonly RoleName[];
  rolePasswords: RolePasswords;
}): Promise<readonly string[]> {
  const { url, steps, names, rolePasswords } = options;
  const lock = new Client({ connectionString: url });
  await lock.connect();
  try {
    await lock.query('select pg_advisory_lock($1)', [ONE_MIGRATOR_AT_A_TIME]);
    await refuseNewer(lock, steps);
    await ensureRoles(lock, { names, passwords: rolePasswords });
    return await runSteps(url, steps);
  } finally {
    await lock.end();
  }
}

async function refuseNewer(client: Client, steps: readonly { name: string }[]): Promise<void> {
  const table = await client.query<{ found: string | null }>(
    `select to_regclass('public.migration_step') as found`,
  );
  if (table.rows[0]?.found === null) return;
  const known = new Set(steps.map(({ name }) => name));
  const done = await client.query<{ name: string }>(
    'select name from public.migration_step order by timestamp desc',
  );
  const unknown = done.rows.find(({ name }) => !known.has(name));
  if (unknown) throw new NewerDatabaseError(unknown.name);
}

async function runSteps(url: string, steps: readonly MigrationClass[]): Promise<readonly string[]> {
  const source = new DataSource({
    type: 'postgres',
    url,
    migrations: [...steps],
    migrationsTableName: 'migration_step',
    migrationsTransactionMode: 'each',
  });
  await source.initialize();
  try {
    const ran = await source.runMigrations();
    return ran.map(({ name }) => name);
  } finally {
    await source.destroy();
  }
}
