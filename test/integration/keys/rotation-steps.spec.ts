import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PersonId } from '#libs/domain';
import { KeyRing, masterKeyFromFile, PostgresVault, rotateKeys, type KeyProvider } from '#libs/persistence';
import { Client, Pool } from 'pg';
import { useTestDatabase } from '../../support/postgres';

const database = useTestDatabase();
const folder = mkdtempSync(join(tmpdir(), 'waymark-steps-'));
const PEOPLE = 4;
/** Each key is unwrapped and wrapped: so many calls has a batch of all. */
const STEPS = PEOPLE * 2;
const place = (recordId: string) => ({ recordId, kind: 'identity' }) as const;

let keys: Pool;
let old: KeyProvider;
let fresh: KeyProvider;
let sealed: Map<PersonId, Buffer>;

afterAll(() => rmSync(folder, { recursive: true }));

beforeEach(async () => {
  const provider = (name: string) => {
    const file = join(folder, name);
    writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600 });
    return masterKeyFromFile(file);
  };
  [old, fresh] = [provider('old.key'), provider('new.key')];
  keys = new Pool({ connectionString: database().url('keys'), max: 2 });
  // The server ends a connection of it on purpose.
  keys.on('error', () => undefined);
  await keys.query('delete from keys.data_key');
  const vault = new PostgresVault(keys, old);
  sealed = new Map();
  for (let n = 0; n < PEOPLE; n += 1) {
    const id = `00000000-0000-7000-8000-${String(n).padStart(12, '0')}` as PersonId;
    const identity = { nameToAskFor: 'Wren', fullName: null, bornOn: null };
    sealed.set(id, (await vault.create(id)).seal(place(id), identity));
  }
});

afterEach(() => keys.end());

/** The server ends the rotation's own connection at the given call, as when the process or the machine is gone. */
function cutAt(step: number): KeyProvider {
  const ring = new KeyRing(fresh, [old]);
  let calls = 0;
  const counted = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    calls += 1;
    if (calls === step) await endRotation();
    return work();
  };
  return {
    opens: (keyId) => ring.opens(keyId),
    currentId: () => ring.currentId(),
    wrap: (...asked) => counted(() => ring.wrap(...asked)),
    unwrap: (...asked) => counted(() => ring.unwrap(...asked)),
  };
}

async function endRotation(): Promise<void> {
  const admin = new Client({ connectionString: database().keysAdminUrl });
  await admin.connect();
  await admin.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and usename = 'waymark_keys' and state like 'idle in transaction%'`,
  );
  await admin.end();
}

async function opened(ring: KeyProvider): Promise<number> {
  const found = await new PostgresVault(keys, ring).many([...sealed.keys()]);
  return [...found].filter(
    ([id, subject]) => subject.open(place(id), sealed.get(id as PersonId) as Buffer)?.nameToAskFor === 'Wren',
  ).length;
}

it.each(Array.from({ length: STEPS }, (_, index) => index + 1))(
  'a rotation cut off at call %i of its batch changes nothing, and is done when it is run again',
  async (step) => {
    await expect(rotateKeys(keys, cutAt(step))).rejects.toThrow();
    expect(await opened(old)).toBe(PEOPLE);
    expect(await opened(new KeyRing(fresh, [old]))).toBe(PEOPLE);
    expect(await rotateKeys(keys, new KeyRing(fresh, [old]))).toEqual({ rewrapped: PEOPLE, unknown: 0 });
    expect(await opened(fresh)).toBe(PEOPLE);
    expect(await opened(old)).toBe(0);
  },
);

it('a rotation cut off right after a batch keeps that batch', async () => {
  const ring = new KeyRing(fresh, [old]);
  const cut = rotateKeys(keys, ring, { afterBatch: () => Promise.reject(new Error('the power went')) });
  await expect(cut).rejects.toThrow('the power went');
  expect(await opened(fresh)).toBe(PEOPLE);
  expect(await rotateKeys(keys, ring)).toEqual({ rewrapped: 0, unknown: 0 });
});

it('P13 who was erased has no key that a rotation could bring back, and gets none again', async () => {
  const [id] = [...sealed.keys()];
  const vault = new PostgresVault(keys, old);
  const erasureId = '00000000-0000-7000-8000-0000000000ee';
  await vault.erase({ subjectIds: [id as string], erasureId });
  expect(await rotateKeys(keys, new KeyRing(fresh, [old]))).toEqual({ rewrapped: PEOPLE - 1, unknown: 0 });
  expect(await new PostgresVault(keys, fresh).of(id as PersonId)).toEqual({ kind: 'unreadable' });
  await expect(new PostgresVault(keys, fresh).create(id as PersonId)).rejects.toThrow();
});
