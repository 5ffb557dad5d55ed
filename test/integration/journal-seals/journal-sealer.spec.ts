import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { consistencySpans, inclusionSpans, isConsistent, rootByInclusion, sealedLeaf } from '#libs/domain';
import {
  dataSourceOptions,
  hashesOfSpans,
  HeadsFile,
  headHash,
  JournalSealer,
  keyStatement,
  sealHeads,
  sealKeys,
  signatureCheckOf,
  statementOf,
  waitingRows,
  type RunStatement,
  type SealHead,
} from '#libs/persistence';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { useInstance } from '../../support/instance';
import { allReadable, sealedUp } from '../../support/sealed-up';
import { newSealSigner } from '../../support/seal-keys';

const instance = useInstance();
const signer = newSealSigner();
const sealer = (limit = 7) => new JournalSealer(instance().worker, { signer, limit });
const run: RunStatement = async <Row>(sql: string, values: readonly unknown[]) =>
  instance().worker.query<Row[]>(sql, [...values]);

/** Rows of the journal that stand for nothing, as many as asked for. */
async function write(count: number): Promise<void> {
  await instance().admin(
    `insert into app.journal (era, subject_kind, subject_id, sequence, event_type, event_version, happened_at,
       recorded_at, actor_kind, actor_process, payload, leaf_hash)
     select (select era from app.instance), 'instance', gen_random_uuid(), 1, 'instance.test', 1, now(), now(),
       'service', 'test', '{}', sha256(n::text::bytea) from generate_series(1, $1::integer) n`,
    [count],
  );
}

async function look(count: number): Promise<void> {
  await instance().admin(
    `insert into app.access_log (seen_at, actor_id, role, agency_id, person_id, what, basis, leaf_hash)
     select now(), gen_random_uuid(), 'auditor', gen_random_uuid(), gen_random_uuid(), 'identity', 'test',
       sha256(n::text::bytea) from generate_series(1, $1::integer) n`,
    [count],
  );
}

const heads = () => sealHeads(run, { below: null, limit: 1_000 });
const count = async (table: string) =>
  (await instance().admin<{ n: number }>(`select count(*)::integer as n from ${table}`))[0]!.n;

describe('sealing', () => {
  it('P9 gives every row of both tables one leaf, in an unbroken chain of signed heads', async () => {
    await write(20);
    await look(9);
    await sealedUp(instance(), sealer());
    await write(3);
    await sealedUp(instance(), sealer());

    expect(await count('app.sealed_leaf')).toBe(
      (await count('app.journal')) + (await count('app.access_log')),
    );
    expect(await waitingRows(run, 100)).toBe(0);
    const chain = (await heads()).toReversed();
    const check = signatureCheckOf(signer.publicKey);
    for (const [at, head] of chain.entries()) {
      const before = chain[at - 1];
      expect(head.number).toBe(at + 1);
      expect(head.fromLeaf).toBe(before?.size ?? 0);
      expect(head.previous).toBe(before ? headHash(before) : '0'.repeat(64));
      expect(check(statementOf(head), head.signature)).toBe(true);
    }
  });

  it('P9 never skips a transaction that was slow to commit, and never seals a row twice', async () => {
    const slow = new Client({ connectionString: instance().database.adminUrl });
    await slow.connect();
    try {
      await slow.query('begin');
      await slow.query(
        `insert into app.access_log (seen_at, actor_id, role, agency_id, person_id, what, basis, leaf_hash)
         values (now(), gen_random_uuid(), 'auditor', gen_random_uuid(), gen_random_uuid(), 'identity', 'slow', sha256('slow'))`,
      );
      await write(5);
      const before = await count('app.sealed_leaf');
      await sealer().catchUp();
      expect(await count('app.sealed_leaf')).toBe(before);
      await slow.query('commit');
    } finally {
      await slow.end();
    }
    await sealedUp(instance(), sealer());
    expect(await count('app.sealed_leaf')).toBe(
      (await count('app.journal')) + (await count('app.access_log')),
    );
  });

  it('is done by one worker at a time, and by another where one died in the middle', async () => {
    const other = await new DataSource(dataSourceOptions(instance().database.url('worker'))).initialize();
    try {
      await write(200);
      const second = new JournalSealer(other, { signer, limit: 7 });
      const rounds = Array.from({ length: 40 }, (_, n) => (n % 2 === 0 ? sealer() : second).step());
      await Promise.all(rounds);
      // A sealer that is killed before it commits leaves nothing of its batch behind.
      const dying = await other.createQueryRunner();
      await dying.connect();
      await dying.startTransaction();
      await dying.query('select pg_try_advisory_xact_lock(7391301)');
      expect(await sealer().step()).toBe(0);
      await dying.rollbackTransaction();
      await dying.release();
      await sealedUp(instance(), second);
      await sealedUp(instance(), sealer());
    } finally {
      await other.destroy();
    }
    expect(await count('app.sealed_leaf')).toBe(
      (await count('app.journal')) + (await count('app.access_log')),
    );
    const chain = (await heads()).toReversed();
    expect(chain.map(({ number }) => number)).toEqual(chain.map((_, at) => at + 1));
    expect(chain.at(-1)?.size).toBe(await count('app.sealed_leaf'));
  });

  it('P9 proves any row, and that an earlier head is a beginning of the newest', async () => {
    await write(600);
    await sealedUp(instance(), sealer(250));
    const chain = await heads();
    const newest = chain[0]!;
    const rows = await instance().admin<{ at: number; source: 'journal' | 'access'; hash: Buffer }>(
      'select leaf_index::integer as at, source, leaf_hash as hash from app.sealed_leaf order by leaf_index',
    );
    for (const { at, source, hash } of rows.filter(({ at }) => at % 97 === 0 || at === newest.size - 1)) {
      const path = await hashesOfSpans(run, inclusionSpans(at, newest.size));
      const root = rootByInclusion({ leaf: sealedLeaf(source, hash), index: at, size: newest.size, path });
      expect(root?.toString('hex')).toBe(newest.root);
    }
    const rootOf = (head: SealHead) => ({ size: head.size, root: Buffer.from(head.root, 'hex') });
    for (const earlier of chain.filter(({ number }) => number % 5 === 1)) {
      const path = await hashesOfSpans(run, consistencySpans(earlier.size, newest.size));
      expect(isConsistent({ earlier: rootOf(earlier), later: rootOf(newest), path })).toBe(true);
    }
  });
});

describe('the key of the seal', () => {
  it('is handed over: the one before vouches, and signs no more', async () => {
    const next = newSealSigner();
    await write(2);
    await sealedUp(instance(), new JournalSealer(instance().worker, { signer: next, before: signer }));
    const keys = await sealKeys(run);
    expect(keys.map(({ keyId }) => keyId)).toEqual([signer.keyId, next.keyId]);
    const [first, second] = keys;
    const [newest] = await heads();
    expect(newest?.keyId).toBe(next.keyId);
    expect(second?.fromSeal).toBe(newest?.number);
    const statement = keyStatement(newest!.instanceId, second!);
    expect(signatureCheckOf(first!.publicKey)(statement, second!.endorsement!)).toBe(true);
    await write(1);
    await allReadable(instance());
    await expect(sealer().step()).rejects.toThrow(/was replaced/);
    await sealedUp(instance(), new JournalSealer(instance().worker, { signer: next }));
  });
});

describe('what was sealed', () => {
  const TABLES = ['journal_seal', 'sealed_leaf', 'seal_node', 'seal_key'];

  it.each(['web', 'worker', 'report', 'wall'] as const)('cannot be changed by the role %s', async (role) => {
    const client = new Client({ connectionString: instance().database.url(role) });
    await client.connect();
    try {
      for (const table of TABLES) {
        for (const sql of [`delete from app.${table}`, `truncate app.${table}`]) {
          await expect(client.query(sql)).rejects.toThrow(/permission denied/);
        }
        if (role !== 'worker')
          await expect(client.query(`insert into app.${table} default values`)).rejects.toThrow(
            /permission denied/,
          );
      }
    } finally {
      await client.end();
    }
  });

  it('cannot be changed by its owner either', async () => {
    for (const table of TABLES) {
      await expect(instance().admin(`delete from app.${table}`)).rejects.toThrow(/append-only/);
    }
  });

  it.each(['role', 'agency_id', 'case_id'])(
    'shows the worker of the access log no more than hashes and what unusual looks are judged by: not %s',
    async (column) => {
      await expect(run(`select ${column} from app.access_log`, [])).rejects.toThrow(/permission denied/);
    },
  );

  it.each(['officer', 'responder', 'lead', 'commissioner', 'auditor'])(
    'is read by %s as far as proofs need it',
    async (key) => {
      const { persona, webWork } = instance();
      const rows = await webWork.read(persona(key), (manager) =>
        manager.query<object[]>('select 1 from app.sealed_leaf limit 1'),
      );
      expect(rows).toHaveLength(key === 'officer' || key === 'auditor' ? 1 : 0);
    },
  );
});

describe('a seal that somebody cut', () => {
  /** As somebody with the database's own superuser could; nothing else runs on this instance. */
  async function without(sql: string, look: () => Promise<void>): Promise<void> {
    const client = new Client({ connectionString: instance().database.adminUrl });
    await client.connect();
    try {
      await client.query('begin');
      await client.query('create temporary table kept_seals as table app.journal_seal');
      await client.query('create temporary table kept_leaves as table app.sealed_leaf');
      await client.query('commit');
      await client.query(`set session_replication_role = replica; ${sql}`);
      await look();
      await client.query('delete from app.journal_seal; delete from app.sealed_leaf;');
      await client.query('insert into app.journal_seal select * from kept_seals');
      await client.query('insert into app.sealed_leaf select * from kept_leaves');
    } finally {
      await client.end();
    }
  }
  const fresh = () => {
    const key = newSealSigner();
    return new JournalSealer(instance().worker, { signer: key });
  };

  it.each([
    ['a head in between', 'delete from app.journal_seal where number = 2', /seal 2 is missing/],
    [
      'the last head',
      'delete from app.journal_seal where number = (select max(number) from app.journal_seal)',
      /the last seal has \d+ rows and \d+ are stored/,
    ],
    [
      'a root',
      `update app.journal_seal set root = sha256('x') where number = (select max(number) from app.journal_seal)`,
      /does not carry the signature/,
    ],
    [
      'the stored tree',
      `update app.journal_seal set peaks = substring(peaks from 33) || sha256('x')
       where number = (select max(number) from app.journal_seal)`,
      /the stored tree is not the one/,
    ],
  ])('P9 is not sealed over, and what is missing is named: %s', async (_, sql, words) => {
    await write(1);
    await allReadable(instance());
    await without(sql, async () => {
      await expect(fresh().step()).rejects.toThrow(words);
    });
  });

  it('P9 is found by the heads that were kept outside, when head and rows went together', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'waymark-heads-')), 'heads.jsonl');
    const [before] = await sealKeys(run).then((keys) => keys.slice(-1));
    const key = newSealSigner();
    await sealedUp(
      instance(),
      new JournalSealer(instance().worker, { signer: key, outside: new HeadsFile(file) }),
    );
    await write(3);
    await sealedUp(
      instance(),
      new JournalSealer(instance().worker, { signer: key, outside: new HeadsFile(file) }),
    );
    expect(before).toBeDefined();
    const kept = readFileSync(file, 'utf8').trim().split('\n');
    expect(JSON.parse(kept.at(-1)!)).toEqual((await heads())[0]);
    const cut = `delete from app.sealed_leaf where leaf_index >= (
        select from_leaf from app.journal_seal order by number desc limit 1);
      delete from app.journal_seal where number = (select max(number) from app.journal_seal);`;
    await without(cut, async () => {
      await expect(
        new JournalSealer(instance().worker, { signer: key, outside: new HeadsFile(file) }).step(),
      ).rejects.toThrow(/kept outside, is missing/);
    });
  });
});
