import { Client, escapeIdentifier } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../support/postgres';

/** Every row of every table, as a dump of both databases holds them. */
export interface Backup {
  readonly main: readonly TableRows[];
  readonly keys: readonly TableRows[];
}

interface TableRows {
  readonly table: string;
  readonly columns: string;
  readonly rows: string;
}

const TABLES = `
  select format('%I.%I', n.nspname, c.relname) as table,
    (select string_agg(quote_ident(a.attname), ', ') from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema') and c.relname <> 'migration_step'`;

export async function takeBackup({ adminUrl, keysAdminUrl }: TestDatabase): Promise<Backup> {
  return { main: await readAll(adminUrl), keys: await readAll(keysAdminUrl) };
}

/** Restores into a migrated pair of databases of its own, in place of whatever they held. */
export async function restoreBackup(backup: Backup): Promise<TestDatabase> {
  const database = await createTestDatabase();
  await writeAll(database.adminUrl, backup.main);
  await writeAll(database.keysAdminUrl, backup.keys);
  return database;
}

function readAll(url: string): Promise<readonly TableRows[]> {
  return withAdmin(url, async (client) => {
    const { rows: tables } = await client.query<Omit<TableRows, 'rows'>>(TABLES);
    const read: TableRows[] = [];
    for (const { table, columns } of tables) {
      const { rows } = await client.query<{ rows: string }>(
        `select coalesce(json_agg(t), '[]')::text as rows from ${table} t`,
      );
      read.push({ table, columns, rows: rows[0]?.rows ?? '[]' });
    }
    return read;
  });
}

function writeAll(url: string, tables: readonly TableRows[]): Promise<void> {
  return withAdmin(url, async (client) => {
    await client.query(`set session_replication_role = ${escapeIdentifier('replica')}`);
    for (const { table } of tables) await client.query(`delete from ${table}`);
    for (const { table, columns, rows } of tables) {
      await client.query(
        `insert into ${table} (${columns}) overriding system value
         select ${columns} from json_populate_recordset(null::${table}, $1::json)`,
        [rows],
      );
    }
  });
}

async function withAdmin<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
