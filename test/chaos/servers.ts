import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATABASE_ROLES, loadAreaPack, type RolePasswords } from '#libs/config';
import { loadArea, masterKeyFromFile, migrate, PostgresVault } from '#libs/persistence';
import { migrateQueue } from '#libs/queues';
import { Client, Pool } from 'pg';
import {
  createDatabase,
  startPostgres,
  withClient,
  type RunningPostgres,
} from '../../apps/local/src/postgres';
import { newSealKeyFile } from '../support/seal-keys';
import { beginOfRun } from './run-clock';

const VOLUME_BYTES = 2 * 2 ** 30;
const PREFIX = 'waymark-chaos-';

/** A real PostgreSQL with an instance on it, in a folder that is a small volume of its own where one can be mounted. */
export class Servers {
  private constructor(
    readonly folder: string,
    /** Where the cluster stands; null when no volume could be mounted, so the disk cannot be filled. */
    readonly volume: string | null,
    readonly clusterFolder: string,
    readonly keyFile: string,
    readonly sealKeyFile: string,
    private readonly passwords: RolePasswords,
    private postgres: RunningPostgres,
  ) {}

  static async start(): Promise<Servers> {
    const folder = mkdtempSync(join(tmpdir(), PREFIX));
    chmodSync(folder, 0o711);
    const clusterFolder = join(folder, 'volume');
    mkdirSync(clusterFolder, { mode: 0o711 });
    const volume = mounted(clusterFolder) ? clusterFolder : null;
    const passwords = Object.fromEntries(
      DATABASE_ROLES.map((role) => [role, randomBytes(12).toString('hex')]),
    ) as RolePasswords;
    const keyFile = join(folder, 'master.key');
    writeFileSync(keyFile, randomBytes(32).toString('base64'), { mode: 0o600 });
    const sealKeyFile = newSealKeyFile();
    const postgres = await startPostgres({ folder: clusterFolder, log: () => undefined });
    const parts = [folder, volume, clusterFolder, keyFile, sealKeyFile, passwords, postgres] as const;
    const servers = new Servers(...parts);
    await servers.load();
    return servers;
  }

  get port(): number {
    return this.postgres.port;
  }

  /** What a process is given; through a proxy when it names the proxy's port. */
  url(role: string, port = this.port): string {
    const place = new URL(this.postgres.url(role === 'keys' ? 'chaos_keys' : 'chaos'));
    const password = this.passwords[`waymark_${role}` as keyof RolePasswords];
    return Object.assign(place, { port: String(port), username: `waymark_${role}`, password }).href;
  }

  get adminUrl(): string {
    return this.postgres.url('chaos');
  }

  /** One errand behind the curtain, on a connection of its own, past every proxy. */
  ask<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return withClient(
      this.adminUrl,
      async (client: Client) => (await client.query(sql, values)).rows as Row[],
    );
  }

  /** At once and without a checkpoint: the next start recovers from the write-ahead log. */
  killPostgres(): void {
    this.postgres.kill();
  }

  isPostgresRunning(): boolean {
    return this.postgres.isRunning();
  }

  /** The same server again, on the port that it had. */
  async startPostgresAgain(): Promise<void> {
    this.postgres = await startPostgres({ folder: this.clusterFolder, log: () => undefined });
  }

  async end({ keep }: { keep: boolean }): Promise<void> {
    await this.postgres.stop();
    if (keep) return;
    if (this.volume !== null) spawnSync('umount', [this.volume]);
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async load(): Promise<void> {
    await withClient(this.postgres.url('postgres'), async (client) => {
      await createDatabase(client, 'chaos');
      await createDatabase(client, 'chaos_keys');
    });
    await migrate({
      migratorUrl: this.adminUrl,
      keysMigratorUrl: this.postgres.url('chaos_keys'),
      rolePasswords: this.passwords,
    });
    await migrateQueue({ migratorUrl: this.adminUrl });
    const keys = new Pool({ connectionString: this.url('keys'), max: 2 });
    const vault = new PostgresVault(keys, masterKeyFromFile(this.keyFile));
    const pack = loadAreaPack('essex');
    const migratorUrl = this.adminUrl;
    await loadArea({ migratorUrl, pack, vault, synthetic: true, identityProvider: 'local' });
    await keys.end();
    await this.ask(
      'update app.instance set offset_seconds = round(extract(epoch from $1::timestamptz - now()))',
      [beginOfRun().toString()],
    );
  }
}

function mounted(folder: string): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const options = `size=${VOLUME_BYTES},mode=0711`;
  return spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status === 0;
}
