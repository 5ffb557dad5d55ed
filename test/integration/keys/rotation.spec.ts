import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PersonId } from '#libs/domain';
import { KeyRing, masterKeyFromFile, PostgresVault, rotateKeys, type KeyProvider } from '#libs/persistence';
import { Pool } from 'pg';
import { useTestDatabase } from '../../support/postgres';

const database = useTestDatabase();
const folder = mkdtempSync(join(tmpdir(), 'waymark-rotation-'));
const files = { old: join(folder, 'old.key'), new: join(folder, 'new.key'), lost: join(folder, 'lost.key') };
const ROOT = join(__dirname, '../../..');
const PROGRAM = [
  '--require',
  join(ROOT, 'test/timers/support/run-typescript.cjs'),
  join(__dirname, 'rotate.ts'),
];
const MANY = 450;
const place = (recordId: string) => ({ recordId, kind: 'identity' }) as const;

let keys: Pool;
let old: KeyProvider;
let fresh: KeyProvider;
let sealed: Map<PersonId, Buffer>;

beforeAll(async () => {
  for (const file of Object.values(files)) {
    writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600 });
  }
  keys = new Pool({ connectionString: database().url('keys'), max: 4 });
  // The database is dropped before this pool ends.
  keys.on('error', () => undefined);
  [old, fresh] = [masterKeyFromFile(files.old), masterKeyFromFile(files.new)];
  const vault = new PostgresVault(keys, old);
  sealed = new Map();
  for (let n = 0; n < MANY; n += 1) {
    const id = `00000000-0000-7000-8000-${String(n).padStart(12, '0')}` as PersonId;
    const subject = await vault.create(id);
    const identity = { nameToAskFor: 'Wren', fullName: null, bornOn: null };
    sealed.set(id, subject.seal(place(id), identity));
  }
});

afterAll(async () => {
  await keys.end();
  rmSync(folder, { recursive: true });
});

async function wrappedBy(): Promise<Record<string, number>> {
  const { rows } = await keys.query<{ master_key: string; count: number }>(
    'select master_key, count(*)::integer as count from keys.data_key group by 1',
  );
  return Object.fromEntries(rows.map(({ master_key: id, count }) => [id, count]));
}

async function opened(ring: KeyProvider): Promise<number> {
  const found = await new PostgresVault(keys, ring).many([...sealed.keys()]);
  return [...found].filter(
    ([id, subject]) => subject.open(place(id), sealed.get(id as PersonId) as Buffer)?.nameToAskFor === 'Wren',
  ).length;
}

/** The operator's own command. The last batch waits for a lock, so that there is a middle to be killed in. */
function rotation(): ChildProcess {
  const url = database().url('keys');
  return spawn(process.execPath, PROGRAM, {
    cwd: ROOT,
    env: {
      ...process.env,
      WAYMARK_DATA: folder,
      WEB_DATABASE_URL: url,
      WALL_DATABASE_URL: url,
      WORKER_DATABASE_URL: url,
      REPORT_DATABASE_URL: url,
      KEYS_DATABASE_URL: url,
      PUBLIC_URL: 'http://localhost:3000',
      KEY_FILE: files.new,
      KEY_FILES_OTHER: files.old,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

async function untilSaid({ stderr }: ChildProcess, words: string): Promise<void> {
  let said = '';
  for await (const chunk of stderr ?? []) {
    said += String(chunk);
    if (said.includes(words)) return;
  }
  throw new Error(`the rotation ended by itself: ${said}`);
}

it('a rotation that is killed in the middle leaves whole batches, and every record opens all the while', async () => {
  const held = await keys.connect();
  await held.query('begin');
  await held.query('select 1 from keys.data_key where subject_id = $1 for update', [
    [...sealed.keys()].at(-1),
  ]);
  const command = rotation();
  const gone = new Promise((resolve) => command.once('exit', resolve));
  try {
    await untilSaid(command, '400 keys');
  } finally {
    command.kill('SIGKILL');
    await gone;
    await held.query('rollback');
    held.release();
  }
  const [oldId, newId] = [await old.currentId(), await fresh.currentId()];
  const between = await wrappedBy();
  expect(between).toEqual({ [newId]: 400, [oldId]: MANY - 400 });
  expect(await opened(new KeyRing(old, [fresh]))).toBe(MANY);
  expect(await opened(new KeyRing(fresh, [old]))).toBe(MANY);
});

it('takes up the rest when it is run again, and the old master key opens nothing any more', async () => {
  const { rewrapped, unknown } = await rotateKeys(keys, new KeyRing(fresh, [old]));
  expect(rewrapped).toBe(MANY - 400);
  expect(unknown).toBe(0);
  expect(await wrappedBy()).toEqual({ [await fresh.currentId()]: MANY });
  expect(await opened(fresh)).toBe(MANY);
  expect(await opened(old)).toBe(0);
  expect(await rotateKeys(keys, new KeyRing(fresh, [old]))).toEqual({ rewrapped: 0, unknown: 0 });
});

it('leaves keys of a master key that nobody set up as they are, and says how many', async () => {
  const lost = masterKeyFromFile(files.lost);
  const id = '00000000-0000-7000-8000-00000000ffff' as PersonId;
  await new PostgresVault(keys, lost).create(id);
  expect(await rotateKeys(keys, new KeyRing(fresh))).toEqual({ rewrapped: 0, unknown: 1 });
  expect(await new PostgresVault(keys, lost).of(id)).toMatchObject({ kind: 'open' });
});
