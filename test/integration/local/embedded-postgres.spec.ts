import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  copyDatabase,
  createDatabase,
  isRunning,
  recordedPostmaster,
  startPostgres,
  withClient,
  type RunningPostgres,
} from '../../../apps/local/src/postgres';

describe('the embedded PostgreSQL', () => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-embedded-'));
  const lines: string[] = [];
  const start = () => startPostgres({ folder, log: (line) => lines.push(line) });
  let server: RunningPostgres;

  const pid = (): number => {
    const postmaster = recordedPostmaster(join(folder, 'cluster'));
    if (postmaster === undefined) throw new Error('no postmaster.pid');
    return postmaster.pid;
  };
  const ask = async (sql: string): Promise<unknown> =>
    withClient(server.url('postgres'), async (client) => (await client.query(sql)).rows[0]);

  beforeAll(async () => {
    chmodSync(folder, 0o711);
    server = await start();
  });

  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  it('is version 18, keeps UTC and listens on this machine only', async () => {
    expect(server.isNew).toBe(true);
    expect(await ask('select current_setting($$server_version_num$$)::int / 10000 as version')).toEqual({
      version: 18,
    });
    expect(
      await ask('select current_setting($$timezone$$) as zone, inet_server_addr()::text as address'),
    ).toEqual({
      zone: 'UTC',
      address: '127.0.0.1/32',
    });
  });

  it('lets nobody in without the password', async () => {
    const url = new URL(server.url('postgres'));
    url.password = 'guess';
    await expect(withClient(url.href, (client) => client.query('select 1'))).rejects.toMatchObject({
      code: '28P01',
    });
  });

  it('is adopted, not started twice, when it is still running', async () => {
    const before = pid();
    const second = await start();
    expect(pid()).toBe(before);
    expect(second.port).toBe(server.port);
    expect(lines).toContain('PostgreSQL was still running and is used again');
  });

  it('comes back by itself with what was committed after kill -9', async () => {
    await ask('create table survives (n int)');
    await ask('insert into survives values (7)');
    const killed = pid();
    process.kill(killed, 'SIGKILL');
    server = await start();
    expect(pid()).not.toBe(killed);
    expect(server.isNew).toBe(false);
    expect(await ask('select n from survives')).toEqual({ n: 7 });
  });

  it('stops cleanly, leaves nothing running and opens again', async () => {
    const stopped = pid();
    await server.stop();
    expect(isRunning(stopped)).toBe(false);
    expect(existsSync(join(folder, 'cluster', 'postmaster.pid'))).toBe(false);
    server = await start();
    expect(await ask('select n from survives')).toEqual({ n: 7 });
  });

  it('copies a database with the rights and settings that a template leaves behind', async () => {
    await withClient(server.url('postgres'), async (client) => {
      await createDatabase(client, 'origin');
      await client.query('create role sample_reader login');
      await client.query('revoke all on database origin from public');
      await client.query('grant connect on database origin to sample_reader');
      await client.query('alter database origin set search_path to app, "$user"');
      await client.query("alter role sample_reader in database origin set statement_timeout to '7s'");
      await copyDatabase(client, { from: 'origin', to: 'copy' });
      const rights = await client.query(
        `select has_database_privilege('sample_reader', 'copy', 'connect') as connect,
                has_database_privilege('sample_reader', 'copy', 'temporary') as temporary`,
      );
      expect(rights.rows).toEqual([{ connect: true, temporary: false }]);
      const settings = await client.query(
        `select unnest(setconfig) as setting from pg_db_role_setting
          where setdatabase = (select oid from pg_database where datname = 'copy') order by 1`,
      );
      expect(settings.rows).toEqual([
        { setting: 'search_path=app, "$user"' },
        { setting: 'statement_timeout=7s' },
      ]);
    });
  });
});
