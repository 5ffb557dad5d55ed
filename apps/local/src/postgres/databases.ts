import { Client, escapeIdentifier, escapeLiteral } from 'pg';

export async function withClient<Result>(
  connectionString: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export async function databaseExists(client: Client, name: string): Promise<boolean> {
  const found = await client.query('select 1 from pg_database where datname = $1', [name]);
  return found.rowCount === 1;
}

export async function createDatabase(client: Client, name: string): Promise<void> {
  await client.query(`create database ${escapeIdentifier(name)} template template0`);
}

/** Whoever is still connected is thrown out. */
export async function dropDatabase(client: Client, name: string): Promise<void> {
  await client.query(`drop database if exists ${escapeIdentifier(name)} with (force)`);
}

/**
 * A copy with its rights and settings, which `create database … template` leaves behind. The strategy `file_copy` takes
 * a third of the time where nothing is flushed to disc, and longer elsewhere.
 */
export async function copyDatabase(
  client: Client,
  { strategy = 'wal_log', ...names }: { from: string; to: string; strategy?: 'wal_log' | 'file_copy' },
): Promise<void> {
  const to = escapeIdentifier(names.to);
  const from = escapeIdentifier(names.from);
  await client.query(`create database ${to} template ${from} strategy ${strategy}`);
  for (const statement of await rightsOf(client, names.from, to)) await client.query(statement);
  for (const statement of await settingsOf(client, names.from, to)) await client.query(statement);
}

async function rightsOf(client: Client, from: string, to: string): Promise<string[]> {
  const { rows } = await client.query<{ grantee: string | null; privilege: string }>(
    `select r.rolname as grantee, a.privilege_type as privilege
       from pg_database d cross join lateral aclexplode(d.datacl) a left join pg_roles r on r.oid = a.grantee
      where d.datname = $1 and a.grantee <> d.datdba`,
    [from],
  );
  const untouched = await client.query('select 1 from pg_database where datname = $1 and datacl is null', [
    from,
  ]);
  if (untouched.rowCount === 1) return [];
  const grants = rows.map(({ grantee, privilege }) => {
    const receiver = grantee === null ? 'public' : escapeIdentifier(grantee);
    return `grant ${privilege} on database ${to} to ${receiver}`;
  });
  return [`revoke all on database ${to} from public`, ...grants];
}

async function settingsOf(client: Client, from: string, to: string): Promise<string[]> {
  const { rows } = await client.query<{ role: string | null; setting: string }>(
    `select r.rolname as role, unnest(s.setconfig) as setting
       from pg_db_role_setting s join pg_database d on d.oid = s.setdatabase left join pg_roles r on r.oid = s.setrole
      where d.datname = $1`,
    [from],
  );
  return rows.map(({ role, setting }) => {
    const name = setting.slice(0, setting.indexOf('='));
    const stored = setting.slice(name.length + 1);
    // A search path is stored as a list that is already quoted; as one literal it would name a single schema.
    const value = name === 'search_path' ? stored : escapeLiteral(stored);
    const whose = role === null ? `database ${to}` : `role ${escapeIdentifier(role)} in database ${to}`;
    return `alter ${whose} set ${name} to ${value}`;
  });
}
