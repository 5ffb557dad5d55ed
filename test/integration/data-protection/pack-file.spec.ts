import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InformationRequestId } from '#libs/domain';
import { useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { DeskActs } from './support';

const instance = useInstance();
const acts = new PromiseActs(instance);
const desk = new DeskActs(instance);
const folder = mkdtempSync(join(tmpdir(), 'waymark-pack-'));
const ROOT = join(__dirname, '../../..');
const PASSPHRASE = 'wren dunnock siskin linnet';

afterAll(() => rmSync(folder, { recursive: true }));

/** `waymark subject-pack`, as an operator runs it. */
function command(args: readonly string[], { passphrase = PASSPHRASE } = {}) {
  const { database, keyFile } = instance();
  const program = ['--require', join(ROOT, 'test/timers/support/run-typescript.cjs')];
  const found = spawnSync(process.execPath, [...program, join(__dirname, 'subject-pack.ts'), ...args], {
    cwd: ROOT,
    input: `${passphrase}\n`,
    encoding: 'utf8',
    env: {
      ...process.env,
      WAYMARK_DATA: folder,
      WEB_DATABASE_URL: database.url('web'),
      WALL_DATABASE_URL: database.url('web'),
      WORKER_DATABASE_URL: database.url('worker'),
      REPORT_DATABASE_URL: database.url('web'),
      KEYS_DATABASE_URL: database.url('keys'),
      PUBLIC_URL: 'http://localhost:3000',
      KEY_FILE: keyFile,
    },
  });
  return { code: found.status, out: found.stdout, error: found.stderr };
}

async function ready(): Promise<{ id: InformationRequestId; reference: string; personId: string }> {
  await instance().setNow('2026-08-03T10:05:00Z');
  const { caseId, personId } = await acts.refer('2026-08-03T10:00:00Z', { nameToAskFor: 'Siskin' });
  const [row] = await instance().admin<{ reference: string }>(
    'select reference from app.case_file where case_id = $1',
    [caseId],
  );
  const id = await desk.received({ caseReference: row!.reference });
  await desk.change(id, { kind: 'confirm-identity', how: 'code-word' });
  await desk.beginReview(id);
  const review = await desk.review(id);
  if (review.kind !== 'review') throw new Error(review.kind);
  for (const { item } of review.items) await desk.decide(id, item.key, { decision: 'include' });
  const [request] = await instance().admin<{ reference: string }>(
    'select reference from app.information_request where request_id = $1',
    [id],
  );
  return { id, reference: request!.reference, personId };
}

const logged = (personId: string) =>
  instance().admin<{ actor_id: string; basis: string }>(
    `select actor_id, basis from app.access_log
     where person_id = $1 and what = 'subject-pack' and basis like '%command-line'`,
    [personId],
  );

it('P8 writes the pack to an encrypted file of its owner alone, in the name of the officer, and opens it again', async () => {
  const { id, reference, personId } = await ready();
  const officer = instance().persona('dpo').userId;
  const out = join(folder, 'pack');
  const asked = ['--request', reference, '--officer', officer, '--out', out];
  expect(command(asked)).toMatchObject({ code: 1, error: expect.stringContaining('no such request') });
  await desk.seal(id);
  expect(await logged(personId)).toEqual([]);
  expect(command(asked, { passphrase: 'wren' })).toMatchObject({
    code: 1,
    error: expect.stringContaining('at least 16 characters'),
  });
  const other = ['--request', reference, '--officer', instance().persona('lead').userId, '--out', out];
  expect(command(other)).toMatchObject({ code: 1, error: expect.stringContaining('no such request') });
  expect(existsSync(out)).toBe(false);
  const written = command(asked);
  expect(written).toMatchObject({ code: 0, error: '' });
  expect(statSync(out).mode & 0o777).toBe(0o600);
  const bytes = readFileSync(out).toString('latin1');
  expect(bytes).not.toContain('Siskin');
  expect(await logged(personId)).toEqual([
    { actor_id: officer, basis: `data-request ${reference} by command-line` },
  ]);
  const opened = command(['--open', out]);
  expect(opened.code).toBe(0);
  const onPage = await desk.open(id);
  expect(opened.out).toBe(onPage.kind === 'opened' && onPage.json);
  expect(opened.out).toContain('Siskin');
  expect(command(['--open', out], { passphrase: 'dunnock dunnock dunnock' })).toMatchObject({
    code: 1,
    out: '',
  });
  expect(command(asked)).toMatchObject({ code: 1, error: expect.stringContaining('EEXIST') });
});
