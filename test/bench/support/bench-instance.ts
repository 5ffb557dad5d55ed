import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATABASE_ROLES, loadAreaPack, type RolePasswords } from '#libs/config';
import type { RecordWall } from '#libs/domain';
import { loadArea, masterKeyFromFile, migrate, PostgresVault } from '#libs/persistence';
import { migrateQueue } from '#libs/queues';
import { Pool } from 'pg';
import { createDatabase, startPostgres, withClient } from '../../../apps/local/src/postgres';

export interface BenchInstance {
  readonly adminUrl: string;
  readonly keyFile: string;
  url(role: 'web' | 'report' | 'worker' | 'wall' | 'queue' | 'keys' | `${RecordWall}_notes`): string;
}

export interface BenchServer {
  /** A migrated instance with an area pack and no cases. */
  fresh(name: string): Promise<BenchInstance>;
  stop(): Promise<void>;
}

/** A PostgreSQL of its own, with the settings that `npm start` uses. */
export async function startBenchServer(): Promise<BenchServer> {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-bench-'));
  chmodSync(folder, 0o711);
  const postgres = await startPostgres({ folder, log: () => undefined });
  const passwords = Object.fromEntries(
    DATABASE_ROLES.map((role) => [role, randomBytes(12).toString('hex')]),
  ) as RolePasswords;
  const keyFile = join(folder, 'master.key');
  writeFileSync(keyFile, randomBytes(32).toString('base64'), { mode: 0o600 });
  return {
    fresh: async (name) => {
      const keysName = `${name}_keys`;
      await withClient(postgres.url('postgres'), async (client) => {
        await createDatabase(client, name);
        await createDatabase(client, keysName);
      });
      const adminUrl = postgres.url(name);
      await migrate({
        migratorUrl: adminUrl,
        keysMigratorUrl: postgres.url(keysName),
        rolePasswords: passwords,
      });
      await migrateQueue({ migratorUrl: adminUrl });
      const url: BenchInstance['url'] = (role) => {
        const place = new URL(postgres.url(role === 'keys' ? keysName : name));
        return Object.assign(place, { username: `waymark_${role}`, password: passwords[`waymark_${role}`] })
          .href;
      };
      const keys = new Pool({ connectionString: url('keys') });
      const vault = new PostgresVault(keys, masterKeyFromFile(keyFile));
      const pack = loadAreaPack('essex');
      await loadArea({ migratorUrl: adminUrl, pack, vault, synthetic: true, identityProvider: 'local' });
      await keys.end();
      return { adminUrl, keyFile, url };
    },
    stop: async () => {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
