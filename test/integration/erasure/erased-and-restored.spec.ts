import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OpenCase } from '#libs/casework';
import { webEnvironment, workerEnvironment } from '#libs/config';
import { instant, type ErasureId, type PersonId } from '#libs/domain';
import {
  dataSourceOptions,
  deskFactsOf,
  FileLedger,
  ledgerText,
  masterKeyFromFile,
  openAtOrRefuse,
  PolicyCache,
  PostgresUnitOfWork,
  PostgresVault,
  PromiseFactProjector,
  readOutsideLedger,
  replayErasures,
  type KeyProvider,
} from '#libs/persistence';
import { Pool } from 'pg';
import pino from 'pino';
import { DataSource } from 'typeorm';
import { withClient } from '../../../apps/local/src/postgres';
import { composeWeb } from '../../../apps/web/src/composition';
import { startWorker } from '../../../apps/worker/src/start-worker';
import { useInstance } from '../../support/instance';
import { PromiseActs, type ReferredCase } from '../../support/promise';
import { caughtUp } from '../../support/caught-up';
import { restoreBackup, takeBackup, type Backup } from './backup';
import { ErasureActs } from './support';

const instance = useInstance();
const acts = new PromiseActs(instance);
const erasing = new ErasureActs(instance);
const folder = mkdtempSync(join(tmpdir(), 'waymark-ledger-'));
const ledgerFile = join(folder, 'erasures.jsonl');
let ring: KeyProvider;

/** Both databases as last night's backup brings them back. */
interface Restored {
  readonly urls: { readonly migratorUrl: string; readonly keysMigratorUrl: string };
  /** As the processes log in. */
  readonly processes: { readonly main: string; readonly keys: string };
  readonly reportUrl: string;
  readonly wallUrl: string;
  readonly main: DataSource;
  readonly keys: Pool;
  stop(): Promise<void>;
}

async function restored(backup: Backup): Promise<Restored> {
  const database = await restoreBackup(backup);
  const main = await new DataSource(dataSourceOptions(database.url('web'))).initialize();
  const keys = new Pool({ connectionString: database.url('keys'), max: 2 });
  return {
    urls: { migratorUrl: database.adminUrl, keysMigratorUrl: database.keysAdminUrl },
    processes: { main: database.url('worker'), keys: database.url('keys') },
    reportUrl: database.url('report'),
    wallUrl: database.url('wall'),
    main,
    keys,
    stop: async () => {
      await main.destroy();
      await keys.end();
      await database.drop();
    },
  };
}

const COUNTS = `select
  (select count(*) from app.person)::integer as people, (select count(*) from app.case_file)::integer as cases,
  (select count(*) from app.referral)::integer as referrals, (select count(*) from app.contact_attempt)::integer as tries,
  (select count(*) from app.deadline)::integer as deadlines,
  (select json_agg(f order by f.deadline_id) from report.promise_fact f)::text as facts`;

const recordsOf = (personId: PersonId) =>
  instance().admin<{ kind: string }>('select kind from vault.person_record where person_id = $1', [personId]);

describe('somebody whose record was erased', () => {
  let erased: ReferredCase;
  let kept: ReferredCase;
  let before: unknown;
  let lastNight: Backup;

  beforeAll(async () => {
    const { setNow, keyFile, admin, worker, database } = instance();
    ring = masterKeyFromFile(keyFile);
    await openAtOrRefuse(
      { main: database.url('web'), keys: database.url('keys') },
      { ring, ledgerFile: undefined },
    );
    await setNow('2026-03-02T10:05:00Z');
    erased = await acts.refer('2026-03-02T10:00:00Z');
    kept = await acts.refer('2026-03-02T09:00:00Z');
    await acts.attempt(erased, 'spoke', {
      happened: '2026-03-02T11:00:00Z',
      typedIn: '2026-03-02T11:05:00Z',
    });
    await caughtUp(instance(), new PromiseFactProjector(worker));
    lastNight = await takeBackup(instance().database);
    await erasing.end(erased.caseId);
    await erasing.approved(erased.reference);
    await caughtUp(instance(), new PromiseFactProjector(worker));
    [before] = await admin(COUNTS);
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it('P13 is unreadable at once, in every table of the vault, and no figure changes', async () => {
    const { vault, admin, worker } = instance();
    expect((await recordsOf(erased.personId)).length).toBeGreaterThan(2);
    expect(await erasing.carryOut(new FileLedger(ledgerFile, ring))).toBe(1);
    expect(await vault.of(erased.personId)).toEqual({ kind: 'unreadable' });
    expect(await recordsOf(erased.personId)).toEqual([]);
    expect(await admin('select 1 from vault.search_mark where person_id = $1', [erased.personId])).toEqual(
      [],
    );
    expect(await vault.of(kept.personId)).toMatchObject({ kind: 'open' });
    await caughtUp(instance(), new PromiseFactProjector(worker));
    expect((await admin(COUNTS))[0]).toEqual(before);
  });

  it('is not erased twice, and the ledgers say it once', async () => {
    expect(await erasing.carryOut(new FileLedger(ledgerFile, ring))).toBe(0);
    expect((await readOutsideLedger(ledgerFile, ring))?.map(({ subjectId }) => subjectId)).toEqual([
      erased.personId,
    ]);
  });

  it('never gets a key or a sealed row again', async () => {
    const { vault, admin } = instance();
    await expect(vault.create(erased.personId)).rejects.toThrow('this subject was erased');
    await expect(
      admin(
        `insert into vault.person_record (record_id, kind, person_id, sealed, sealed_at)
         values (gen_random_uuid(), 'identity', $1, '', now())`,
        [erased.personId],
      ),
    ).rejects.toThrow('this person was erased');
  });

  it('P13 stays erased when last night’s backup of both databases is restored', async () => {
    const night = await restored(lastNight);
    const gate = (file?: string) => openAtOrRefuse(night.processes, { ring, ledgerFile: file });
    try {
      const vault = new PostgresVault(night.keys, ring);
      expect(await vault.of(erased.personId)).toMatchObject({ kind: 'open' });
      await expect(gate()).rejects.toMatchObject({ reason: 'no-ledger' });
      for (const start of processesAt(night)) {
        await expect(start()).rejects.toThrow('Run: waymark replay-erasures');
      }
      await expect(gate(ledgerFile)).rejects.toMatchObject({ reason: 'erasures-to-replay' });
      const { urls } = night;
      await expect(replayErasures({ ...urls, outside: null })).rejects.toThrow('--ledger');
      const counts = () =>
        withClient(urls.migratorUrl, async (client) => (await client.query(COUNTS)).rows[0]);
      const asBackedUp = await counts();
      const outside = await readOutsideLedger(ledgerFile, ring);
      expect(await replayErasures({ ...urls, outside })).toEqual({ subjects: 1 });
      expect(await replayErasures({ ...urls, outside })).toEqual({ subjects: 1 });
      await expect(gate(ledgerFile)).resolves.toBeUndefined();
      await expect(gate()).resolves.toBeUndefined();
      expect(await vault.of(erased.personId)).toEqual({ kind: 'unreadable' });
      expect(await vault.of(kept.personId)).toMatchObject({ kind: 'open' });
      expect(await counts()).toEqual(asBackedUp);
      const shown = await openAs('responder', erased, { night, vault });
      expect(JSON.stringify(shown)).not.toMatch(/Quill|07700/);
    } finally {
      await night.stop();
    }
  });

  it('refuses a ledger in which a line was changed or taken out', async () => {
    const erasedAt = instant('2026-03-02T12:00:00Z');
    const line = { subjectId: kept.personId, erasureId: instance().ids.next<ErasureId>(), erasedAt };
    const text = await ledgerText([line, line, line], { ring });
    const [one = '', two = '', three = ''] = text.split('\n');
    const forged = join(folder, 'forged.jsonl');
    for (const lines of [[two], [one, three], [one.replace(kept.personId, erased.personId)], ['{}']]) {
      writeFileSync(forged, `${lines.join('\n')}\n`);
      await expect(readOutsideLedger(forged, ring)).rejects.toThrow('was altered or cannot be verified');
    }
    writeFileSync(forged, text);
    expect(await readOutsideLedger(forged, ring)).toHaveLength(3);
  });
});

async function openAs(
  persona: string,
  { caseId }: ReferredCase,
  { night, vault }: { night: Restored; vault: PostgresVault },
): Promise<unknown> {
  const { pack, persona: actor } = instance();
  const work = new PostgresUnitOfWork(night.main, { policies: new PolicyCache(), desk: deskFactsOf(pack) });
  return new OpenCase(work, vault).execute(actor(persona), caseId);
}

/** The web process and the worker as they start, on a restored system. */
function processesAt({ processes, reportUrl, wallUrl }: Restored): readonly (() => Promise<unknown>)[] {
  const raw = {
    WEB_DATABASE_URL: processes.main,
    WORKER_DATABASE_URL: processes.main,
    REPORT_DATABASE_URL: reportUrl,
    WALL_DATABASE_URL: wallUrl,
    CONTACT_NOTES_DATABASE_URL: wallUrl,
    ADVOCACY_NOTES_DATABASE_URL: wallUrl,
    SUPERVISION_NOTES_DATABASE_URL: wallUrl,
    THERAPY_NOTES_DATABASE_URL: wallUrl,
    KEYS_DATABASE_URL: processes.keys,
    KEY_FILE: instance().keyFile,
    SESSION_SECRET: 'a sample secret of more than 32 characters',
    PUBLIC_URL: 'http://localhost:3000',
    OIDC_ISSUER: 'http://localhost:3001',
    OIDC_CLIENT_ID: 'waymark-web',
    OIDC_CLIENT_SECRET: 'a sample client secret',
    QUEUE_MODE: 'none',
    SMTP_URL: 'smtp://127.0.0.1:9',
    MAIL_FROM: 'Waymark <alerts@waymark.example>',
  };
  const logger = pino({ level: 'silent' });
  return [
    () => composeWeb(webEnvironment(raw), { report: () => undefined, askForReset: undefined }),
    () => startWorker({ environment: workerEnvironment(raw), logger }),
  ];
}
