import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultArea, loadAreaPack, type AreaPack } from '#libs/config';
import { instant, type Actor, type Instant, type StaffActor } from '#libs/domain';
import type { Repeatable } from '#libs/casework';
import {
  dataSourceOptions,
  deskFactsOf,
  loadArea,
  masterKeyFromFile,
  PolicyCache,
  PostgresUnitOfWork,
  PostgresVault,
  SystemIds,
} from '#libs/persistence';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from './postgres';

/** A synthetic instance of its own on real databases: area pack loaded, clock movable, nobody signed in yet. */
export interface TestInstance {
  readonly database: TestDatabase;
  readonly pack: AreaPack;
  readonly keyFile: string;
  readonly ids: SystemIds;
  readonly vault: PostgresVault;
  /** As the web process logs in. */
  readonly web: DataSource;
  readonly worker: DataSource;
  readonly webWork: PostgresUnitOfWork;
  readonly workerWork: PostgresUnitOfWork;
  /** Looks behind row-level security: for arranging and asserting, never for the code under test. */
  admin<Row>(sql: string, values?: unknown[]): Promise<Row[]>;
  /** The instance's clock; set to any instant, as seeding may before an instance is opened. */
  setNow(iso: string): Promise<Instant>;
  persona(key: string): StaffActor;
  stop(): Promise<void>;
}

export async function startInstance(area = defaultArea()): Promise<TestInstance> {
  const database = await createTestDatabase();
  const pack = loadAreaPack(area);
  const keyFolder = mkdtempSync(join(tmpdir(), 'waymark-key-'));
  const keyFile = join(keyFolder, 'master.key');
  writeFileSync(keyFile, randomBytes(32).toString('base64'), { mode: 0o600 });
  const keys = new Pool({ connectionString: database.url('keys'), max: 4 });
  const vault = new PostgresVault(keys, masterKeyFromFile(keyFile));
  await loadArea({ migratorUrl: database.adminUrl, pack, vault, synthetic: true, identityProvider: 'local' });
  const admin = new Pool({ connectionString: database.adminUrl, max: 1, idleTimeoutMillis: 0 });
  const web = await new DataSource(dataSourceOptions(database.url('web'))).initialize();
  const worker = await new DataSource(dataSourceOptions(database.url('worker'))).initialize();
  const parts = () => ({ policies: new PolicyCache(), desk: deskFactsOf(pack) });
  return {
    database,
    pack,
    keyFile,
    ids: new SystemIds(),
    vault,
    web,
    worker,
    webWork: new PostgresUnitOfWork(web, parts()),
    workerWork: new PostgresUnitOfWork(worker, parts()),
    admin: async (sql, values = []) => (await admin.query(sql, values)).rows,
    setNow: async (iso) => {
      await admin.query(
        'update app.instance set offset_seconds = ceil(extract(epoch from $1::timestamptz - now()))',
        [iso],
      );
      return instant(iso);
    },
    persona: (key) => personaOf(pack, key),
    stop: async () => {
      await Promise.all([web.destroy(), worker.destroy(), keys.end(), admin.end()]);
      await database.drop();
      rmSync(keyFolder, { recursive: true });
    },
  };
}

/** For a whole test file: `const instance = useInstance();` and `instance().webWork` inside the tests. */
export function useInstance(area = defaultArea()): () => TestInstance {
  let instance: TestInstance | undefined;
  beforeAll(async () => {
    instance = await startInstance(area);
  });
  afterAll(async () => {
    await instance?.stop();
  });
  return () => {
    if (instance === undefined) throw new Error('The instance exists only inside tests and hooks.');
    return instance;
  };
}

function personaOf(pack: AreaPack, key: string): StaffActor {
  const persona = pack.personas.find((candidate) => candidate.key === key);
  if (!persona) throw new Error(`the area pack has no persona ${key}`);
  const { userId, role, agencyId, teamId } = persona;
  return { kind: 'staff', userId, role, agencyId, teamId };
}

/** A request that is like no other: a fresh key for an act that a test does once. */
export function onlyOnce(route = 'test'): Repeatable {
  return { route, key: randomUUID(), requestHash: randomBytes(32) };
}

export const SERVICE: Actor = { kind: 'service', process: 'timers' };
