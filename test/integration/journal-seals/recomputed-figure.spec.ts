import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { RawEnvironment } from '#libs/config';
import { instant, promiseShare, type Instant } from '#libs/domain';
import {
  dataSourceOptions,
  JournalSealer,
  openInstance,
  PromiseFactProjector,
  promiseFigures,
  sealSignerFromFile,
} from '#libs/persistence';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { runExportAudit } from '../../../apps/cli/src/audit-export/export-audit.command';
import { figureInWords } from '../../../apps/cli/src/audit-export/verify-folder';
import { verifyExport } from '../../../apps/cli/src/audit-export/verify-export';
import { seedInstance } from '../../../apps/cli/src/seed/seed-instance';
import { YEAR } from '../../../apps/cli/src/seed/year-settings';
import { runVerify } from '../../../apps/cli/src/verify/run-verify';
import { caughtUp } from '../../support/caught-up';
import { plain } from '../../support/desk';
import { recomputeFromJournal } from '../../support/journal-recount';
import { newSealKeyFile } from '../../support/seal-keys';
import { sealedUp } from '../../support/sealed-up';
import { useApi } from '../api/support/use-api';
import { emptyFolder } from './export-kit';

/** An instance is told its whole story first. */
jest.setTimeout(240_000);

const api = useApi();
const keyFile = newSealKeyFile();
const signer = sealSignerFromFile(keyFile);
const folder = join(emptyFolder(), 'export');
const NOW = '2026-06-17T09:30:00Z';
let said: { code: number; text: string };

beforeAll(async () => {
  const { instance } = api().web;
  const { database, vault, pack, worker, setNow } = instance;
  await seedInstance({
    migratorUrl: database.adminUrl,
    vault,
    pack,
    settings: YEAR,
    count: 60,
    days: 40,
    seed: 5,
    now: instant(NOW) as Instant,
    progress: () => undefined,
  });
  await setNow(NOW);
  await openInstance(database.adminUrl);
  await caughtUp(instance, new PromiseFactProjector(worker));
  await sealedUp(instance, new JournalSealer(worker, { signer, limit: 500 }));
  said = await output((into) =>
    runExportAudit({ args: ['--to', folder], output: into, notices: into, environment: environment() }),
  );
}, 120_000);

const environment = (): RawEnvironment => ({
  WORKER_DATABASE_URL: api().web.instance.database.url('worker'),
});

async function output(run: (into: PassThrough) => Promise<number>): Promise<{ code: number; text: string }> {
  const into = new PassThrough();
  const read = text(into);
  const code = await run(into);
  into.end();
  return { code, text: await read };
}

const verify = (...args: string[]) =>
  output((into) => runVerify({ args, input: Readable.from([]), output: into, environment: {} }));

function fileOf(name: string, content: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'waymark-held-')), name);
  writeFileSync(file, content);
  return file;
}

describe('waymark export-audit and verify', () => {
  it('P10 the figure counted again from the export is that of the database, the page and the API, to the digit', async () => {
    const { figures, faults } = await verifyExport({ folder });
    expect(faults).toEqual([]);
    const reports = await new DataSource(
      dataSourceOptions(api().web.instance.database.url('report')),
    ).initialize();
    const published = await promiseFigures(reports, { from: '2026-01-01', to: '2026-12-01' });
    await reports.destroy();
    expect(figures).toEqual(published.months);
    expect(figures!.length).toBeGreaterThanOrEqual(2);
    const browser = await api().web.signedIn('commissioner');
    for (const { monthOn, limbs } of figures!) {
      const month = monthOn.slice(0, 7);
      const answer = (await (await api().as('auditor')).get(`/api/v1/figures/promise?month=${month}`)).json();
      for (const limb of limbs) {
        const { met, missed } = limb;
        const share = promiseShare({ met, missed });
        const percent = share.kind === 'share' ? share.percent : null;
        expect(answer.limbs).toContainEqual(
          expect.objectContaining({ limb: limb.limb, met, missed, percent, referrals: limb.referrals }),
        );
        const page = plain((await browser.get(`/promise/explain?month=${month}&limb=${limb.limb}`)).body);
        expect(page).toContain(`${met} of ${met + missed} referrals`);
        if (percent !== null) expect(page).toContain(`${percent}%`);
      }
    }
  });

  it('P10 the same figure comes out for somebody who counts the rows with none of this code', async () => {
    const { figures, manifest } = await verifyExport({ folder });
    const rows = await api().web.instance.admin<{ subject_id: string; event_type: string; payload: object }>(
      `select subject_id, event_type, payload from app.journal where subject_kind = 'deadline' order by position`,
    );
    for (const { monthOn, limbs } of figures!) {
      const recount = recomputeFromJournal(rows, { month: monthOn.slice(0, 7), asAt: manifest.asAt });
      for (const { limb, met, decided } of recount) {
        expect(limbs.find((own) => own.limb === limb)).toMatchObject({ met, missed: decided - met });
      }
    }
  });

  it('says what was exported, and that it is sound, with every figure', async () => {
    expect(said).toMatchObject({ code: 0, text: expect.stringMatching(/^Exported \d+ rows of the journal/) });
    const { figures } = await verifyExport({ folder });
    const found = await verify(folder, '--key', join(folder, 'public.pem'));
    expect(found.code).toBe(0);
    expect(found.text).toMatch(/^Sound: \d+ rows of \d+ records/);
    for (const { monthOn, limbs } of figures!) {
      for (const limb of limbs) expect(found.text).toContain(figureInWords(monthOn, limb));
    }
  });

  it('P12 holds no name, number or word of anybody', async () => {
    const { admin } = api().web.instance;
    const people = await admin<{ reference: string }>('select reference from app.case_file limit 5');
    const whole = readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n');
    expect(people.length).toBeGreaterThan(0);
    for (const { reference } of people) expect(whole).not.toContain(reference);
    expect(whole).not.toMatch(/\+44|@[a-z]/);
  });

  it('writes into no folder that is in use, and says how to ask', async () => {
    const again = await output((into) =>
      runExportAudit({ args: ['--to', folder], output: into, notices: into, environment: environment() }),
    );
    expect(again).toEqual({ code: 2, text: expect.stringContaining('is not empty') });
    for (const args of [[], ['--into', 'x'], ['--to']]) {
      const asked = await output((into) =>
        runExportAudit({ args, output: into, notices: into, environment: {} }),
      );
      expect(asked).toEqual({ code: 2, text: expect.stringMatching(/^usage: waymark export-audit/) });
    }
  });

  it.each([
    [['--all'], 2, /^usage/],
    [['a', 'b'], 2, /^usage/],
    [['a', '--database'], 2, /^usage/],
    [['--key', 'x'], 2, /^usage/],
    [['/nowhere/at-all'], 3, /manifest\.json cannot be read/],
    [['--receipt', '/nowhere/at-all'], 3, /does not hold a receipt/],
  ])('answers %j with the code %d', async (args, code, words) => {
    expect(await verify(...args)).toEqual({ code, text: expect.stringMatching(words) });
  });

  it('tells a wrong key file and a wrong head file', async () => {
    const wrong = fileOf('wrong.pem', 'not a key');
    expect(await verify(folder, '--key', wrong)).toEqual({
      code: 3,
      text: expect.stringContaining('does not hold a public Ed25519 key'),
    });
    expect(await verify(folder, '--head', fileOf('head.json', '{}'))).toEqual({
      code: 3,
      text: expect.stringContaining('does not hold heads'),
    });
    const other = sealSignerFromFile(newSealKeyFile()).publicKey;
    expect(await verify(folder, '--key', fileOf('other.pem', other))).toEqual({
      code: 1,
      text: expect.stringContaining(`The seal key ${signer.keyId} is not the one that you were given`),
    });
  });
});

describe('P9 what somebody changed in the database itself', () => {
  /** As somebody with the database's own superuser could; undone afterwards. */
  async function foundAfter(sql: string): Promise<string> {
    const client = new Client({ connectionString: api().web.instance.database.adminUrl });
    await client.connect();
    try {
      await client.query('create temporary table kept as table app.journal');
      await client.query(`set session_replication_role = replica; ${sql}`);
      const to = join(emptyFolder(), 'export');
      await output((into) =>
        runExportAudit({ args: ['--to', to], output: into, notices: into, environment: environment() }),
      );
      return (await verify(to)).text;
    } finally {
      await client.query('delete from app.journal');
      await client.query('insert into app.journal overriding system value select * from kept');
      await client.end();
    }
  }
  const ONE = `(select min(position) from app.journal where event_type = 'deadline.met')`;

  it.each([
    [
      'a row with its hash',
      `update app.journal set event_type = 'deadline.done-late', leaf_hash = sha256('x') where position = ${ONE}`,
      /deadline .* was altered with its leaf hash: it is not the row that was sealed as row \d+\./,
    ],
    [
      'a row taken out',
      `delete from app.journal where position = ${ONE}`,
      /Row \d+ is missing: the row of the journal/,
    ],
    [
      'a row put among older ones',
      `insert into app.journal (era, transaction_id, subject_kind, subject_id, sequence, event_type, event_version,
         happened_at, recorded_at, actor_kind, actor_process, payload, leaf_hash)
       select era, transaction_id, 'instance', gen_random_uuid(), 1, 'instance.test', 1, happened_at, recorded_at,
         'service', 'test', '{}', sha256('y') from app.journal where position = ${ONE}`,
      /was never sealed, though later rows were/,
    ],
  ])('is named by the next export: %s', async (_, sql, words) => {
    const found = await foundAfter(sql);
    expect(found).toMatch(words);
    expect(found).toMatch(/Not sound: \d+ faults? in/);
  });
});
