import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../apps/local/src/postgres';
import { buildAssets } from '../../apps/web/src/assets/build-assets';
import {
  CLUSTER_VARIABLE,
  FOLDER_PREFIX,
  newRolePasswords,
  REDIS_VARIABLE,
  type TestCluster,
} from './cluster';
import { startRedis } from './redis-server';
import { removeLeftovers } from './leftovers';
import { running } from './running';

/** Speed over safety: nobody reopens this cluster. */
const SETTINGS = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '300' };

/**
 * One PostgreSQL and one Redis for the run: Jest calls this once however many projects name it. Styles are built here
 * too, so that no test file loads their compiler.
 */
export default async function globalSetup(): Promise<void> {
  buildAssets();
  await removeLeftovers();
  const folder = mkdtempSync(join(tmpdir(), `${FOLDER_PREFIX}${process.pid}-`));
  chmodSync(folder, 0o711);
  running.folder = folder;
  running.postgres = await startPostgres({ folder, log: () => undefined, settings: SETTINGS });
  const cluster: TestCluster = {
    adminUrl: running.postgres.url('postgres'),
    rolePasswords: newRolePasswords(),
  };
  process.env[CLUSTER_VARIABLE] = JSON.stringify(cluster);
  running.redis = await startRedis();
  process.env[REDIS_VARIABLE] = running.redis?.url ?? '';
}
