import {
  EMPTY_TREE,
  grownBy,
  peakCount,
  sealedLeaf,
  treeRoot,
  type MerkleTree,
  type SealedSource,
  type TreeNode,
} from '#libs/domain';
import type { DataSource, EntityManager } from 'typeorm';
import type { RunStatement } from '../journal-verifier';
import { BrokenSealError, ReplacedKeyError } from './broken-seal';
import { HEAD_COLUMNS, sealHead, sealKeys, SMALLEST_STORED_LEVEL } from './read-seals';
import { headHash, NO_PREVIOUS, statementOf, type HeadStatement, type SealHead } from './seal-head';
import { keyStatement, signatureCheckOf, type SealKey, type SealSigner } from './seal-key';

export interface SealerOptions {
  readonly signer: SealSigner;
  /** The key in force before, while it is handed over: it vouches for the new one. */
  readonly before?: SealSigner | null;
  /** Keeps heads where the database cannot be used to change them. */
  readonly outside?: OutsideHeads | null;
  /** How many rows of each table a seal takes at most. */
  readonly limit?: number;
}

/** A place for heads that whoever runs the database cannot rewrite. */
export interface OutsideHeads {
  last(): Promise<SealHead | null>;
  keep(head: SealHead): Promise<void>;
}

interface Row {
  readonly key: string;
  readonly era: number;
  readonly transaction: string;
  readonly hash: Buffer;
}

type Place = Omit<Row, 'hash'>;

/** Where the last seal ended in both tables, and the tree as it left it. */
interface LastSeal {
  readonly head: SealHead | null;
  readonly tree: MerkleTree;
  readonly journal: Place;
  readonly access: Place;
}

const BATCH = 2_000;
/** Any number will do, as long as every sealer takes the same one. */
const ONE_SEALER_AT_A_TIME = 7_391_301;
const HASH_BYTES = 32;
const NO_ID = '00000000-0000-0000-0000-000000000000';
const START: LastSeal = {
  head: null,
  tree: EMPTY_TREE,
  journal: { era: 0, transaction: '0', key: '0' },
  access: { era: 0, transaction: '0', key: NO_ID },
};

/**
 * Takes rows of the journal and of the access log in the one order in which they may be read, integrates them into the
 * tree and signs its head, all in one transaction: killed at any point, it goes on where the last head ended. Two sealers
 * never work at once; the second does nothing. It does not go on from a tree that is not whole.
 */
export class JournalSealer {
  private whole = false;

  constructor(
    private readonly source: DataSource,
    private readonly options: SealerOptions,
  ) {}

  /** Seals one batch. Returns how many rows it had: 0 when there is nothing to do or another sealer does it. */
  async step(): Promise<number> {
    if (!(await this.source.query<{ waits: boolean }[]>(ANYTHING_WAITS))[0]?.waits) return 0;
    const head = await this.source.transaction((manager) => this.seal(manager));
    if (head === null) return 0;
    this.whole = true;
    await this.options.outside?.keep(head);
    return head.size - head.fromLeaf;
  }

  /** Seals until nothing is left; returns how many rows there were. */
  async catchUp(): Promise<number> {
    let sealed = 0;
    for (let step = await this.step(); step > 0; step = await this.step()) sealed += step;
    return sealed;
  }

  private async seal(manager: EntityManager): Promise<SealHead | null> {
    const [lock] = await manager.query<{ taken: boolean }[]>(
      'select pg_try_advisory_xact_lock($1) as taken',
      [ONE_SEALER_AT_A_TIME],
    );
    if (!lock?.taken) return null;
    const run = statementsOf(manager);
    const last = await lastSeal(manager);
    if (!this.whole) await assertWhole(run, last, this.options.outside ?? null);
    const limit = this.options.limit ?? BATCH;
    const journal = await rowsAfter(manager, JOURNAL_ROWS, last.journal, limit);
    const access = await rowsAfter(manager, ACCESS_ROWS, last.access, limit);
    if (journal.length + access.length === 0) return null;
    const key = await this.keyInForce(run, (last.head?.number ?? 0) + 1);
    const leaves = [
      ...journal.map(({ hash }) => sealedLeaf('journal', hash)),
      ...access.map(({ hash }) => sealedLeaf('access', hash)),
    ];
    const { tree, completed } = grownBy(last.tree, leaves);
    const [clock] = await manager.query<{ now: Date; instance_id: string }[]>(
      'select now() as now, instance_id from app.instance',
    );
    if (!clock) throw new Error('the database has no instance');
    const statement: HeadStatement = {
      format: 'waymark-head-1',
      instanceId: clock.instance_id,
      number: (last.head?.number ?? 0) + 1,
      fromLeaf: last.tree.size,
      size: tree.size,
      root: treeRoot(tree).toString('hex'),
      rowsRoot: treeRoot(grownBy(EMPTY_TREE, leaves).tree).toString('hex'),
      previous: last.head === null ? NO_PREVIOUS : headHash(last.head),
      sealedAt: clock.now.toISOString(),
      keyId: key.keyId,
    };
    const head = { ...statement, signature: this.options.signer.sign(statement) };
    await insertLeaves(manager, last.tree.size, [
      ...journal.map((row) => ({ ...row, source: 'journal' as const })),
      ...access.map((row) => ({ ...row, source: 'access' as const })),
    ]);
    await insertNodes(manager, completed);
    await insertHead(manager, head, {
      tree,
      journal: journal.at(-1) ?? last.journal,
      access: access.at(-1) ?? last.access,
    });
    return head;
  }

  /** A new key is introduced by the seal that it signs first; one that was replaced signs nothing again. */
  private async keyInForce(run: RunStatement, number: number): Promise<SealKey> {
    const { signer, before = null } = this.options;
    const keys = await sealKeys(run);
    const current = keys.at(-1);
    if (current?.keyId === signer.keyId) return current;
    if (keys.some(({ keyId }) => keyId === signer.keyId)) throw new ReplacedKeyError(signer.keyId);
    const [instance] = await run<{ instance_id: string; now: Date }>(
      'select instance_id, now() as now from app.instance',
      [],
    );
    const key = {
      keyId: signer.keyId,
      publicKey: signer.publicKey,
      fromSeal: number,
      previousKey: current?.keyId ?? null,
    };
    const endorsement =
      before !== null && before.keyId === current?.keyId
        ? before.sign(keyStatement(instance?.instance_id ?? '', key))
        : null;
    await run(
      `insert into app.seal_key (key_id, public_key, from_seal, introduced_at, previous_key, endorsement)
       values ($1, $2, $3, now(), $4, decode($5, 'base64'))`,
      [key.keyId, key.publicKey, key.fromSeal, key.previousKey, endorsement],
    );
    return { ...key, introducedAt: (instance?.now ?? new Date(0)).toISOString(), endorsement };
  }
}

/** A manager as something that runs one statement. */
export function statementsOf(manager: EntityManager): RunStatement {
  return async <Found>(sql: string, values: readonly unknown[]) => manager.query<Found[]>(sql, [...values]);
}

const visible = (alias: string) => `(${alias}.era < (select era from app.instance)
    or ${alias}.transaction_id < pg_snapshot_xmin(pg_current_snapshot()))`;

const ANYTHING_WAITS = `
  with place as (
    select * from app.journal_seal order by number desc limit 1
  )
  select exists (
    select 1 from app.journal j where ${visible('j')} and (j.era, j.transaction_id, j.position) > (
      coalesce((select journal_era from place), 0), coalesce((select journal_transaction from place), '0'::xid8),
      coalesce((select journal_position from place), 0))
  ) or exists (
    select 1 from app.access_log a where ${visible('a')} and (a.era, a.transaction_id, a.access_id) > (
      coalesce((select access_era from place), 0), coalesce((select access_transaction from place), '0'::xid8),
      coalesce((select access_id from place), '${NO_ID}'::uuid))
  ) as waits`;

const JOURNAL_ROWS = `
  select j.position::text as key, j.era, j.transaction_id::text as transaction, j.leaf_hash as hash
  from app.journal j
  where (j.era, j.transaction_id, j.position) > ($1, $2::xid8, $3::bigint) and ${visible('j')}
  order by j.era, j.transaction_id, j.position limit $4`;

const ACCESS_ROWS = `
  select a.access_id::text as key, a.era, a.transaction_id::text as transaction, a.leaf_hash as hash
  from app.access_log a
  where (a.era, a.transaction_id, a.access_id) > ($1, $2::xid8, $3::uuid) and ${visible('a')}
  order by a.era, a.transaction_id, a.access_id limit $4`;

async function rowsAfter(
  manager: EntityManager,
  sql: string,
  { era, transaction, key }: Place,
  limit: number,
): Promise<readonly Row[]> {
  return manager.query<Row[]>(sql, [era, transaction, key, limit]);
}

type StoredSeal = SealHead & {
  readonly peaks: Buffer;
  readonly journal_era: number;
  readonly journal_transaction: string;
  readonly journal_position: string;
  readonly access_era: number;
  readonly access_transaction: string;
  readonly access_id: string;
};

async function lastSeal(manager: EntityManager): Promise<LastSeal> {
  const [row] = await manager.query<StoredSeal[]>(
    `select ${HEAD_COLUMNS}, s.peaks, s.journal_era, s.journal_transaction::text as journal_transaction,
       s.journal_position::text as journal_position, s.access_era, s.access_transaction::text as access_transaction,
       s.access_id::text as access_id
     from app.journal_seal s order by s.number desc limit 1`,
  );
  if (!row) return START;
  const head = await sealHead(statementsOf(manager), row.number);
  const peaks = Array.from({ length: row.peaks.length / HASH_BYTES }, (_, at) =>
    row.peaks.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES),
  );
  return {
    head,
    tree: { size: row.size, peaks },
    journal: { era: row.journal_era, transaction: row.journal_transaction, key: row.journal_position },
    access: { era: row.access_era, transaction: row.access_transaction, key: row.access_id },
  };
}

/** Sealing on top of a tree that somebody cut or changed would hide what they did. */
async function assertWhole(run: RunStatement, { head, tree }: LastSeal, outside: OutsideHeads | null) {
  const [lost] = await run<{ number: number }>(
    `select n.number::float8 as number from (
       select 1::bigint as number union select number + 1 from app.journal_seal
     ) n where not exists (select 1 from app.journal_seal s where s.number = n.number) order by 1 limit 1`,
    [],
  );
  const next = (head?.number ?? 0) + 1;
  if (lost && lost.number < next) throw new BrokenSealError(`seal ${lost.number} is missing`);
  const [leaves] = await run<{ size: number }>(
    'select coalesce(max(leaf_index) + 1, 0)::float8 as size from app.sealed_leaf',
    [],
  );
  if (leaves?.size !== tree.size) {
    throw new BrokenSealError(`the last seal has ${tree.size} rows and ${leaves?.size ?? 0} are stored`);
  }
  const kept = (await outside?.last()) ?? null;
  if (kept !== null) await assertKnown(run, kept);
  if (head === null) return;
  const key = (await sealKeys(run)).find(({ keyId }) => keyId === head.keyId);
  if (key === undefined || !signatureCheckOf(key.publicKey)(statementOf(head), head.signature)) {
    throw new BrokenSealError(`seal ${head.number} does not carry the signature of its key`);
  }
  if (tree.peaks.length !== peakCount(tree.size) || treeRoot(tree).toString('hex') !== head.root) {
    throw new BrokenSealError(`the stored tree is not the one of seal ${head.number}`);
  }
}

async function assertKnown(run: RunStatement, kept: SealHead): Promise<void> {
  const stored = await sealHead(run, kept.number);
  if (stored === null) throw new BrokenSealError(`seal ${kept.number}, which was kept outside, is missing`);
  if (headHash(stored) !== headHash(kept)) {
    throw new BrokenSealError(`seal ${kept.number} is not the one that was kept outside`);
  }
}

async function insertLeaves(
  manager: EntityManager,
  from: number,
  rows: readonly (Row & { readonly source: SealedSource })[],
): Promise<void> {
  await manager.query(
    `insert into app.sealed_leaf (leaf_index, source, journal_position, access_id, leaf_hash)
     select $1::bigint + n - 1, source, case when source = 'journal' then key::bigint end,
       case when source = 'access' then key::uuid end, decode(hash, 'hex')
     from unnest($2::text[], $3::text[], $4::text[]) with ordinality as x(source, key, hash, n)`,
    [
      from,
      rows.map(({ source }) => source),
      rows.map(({ key }) => key),
      rows.map(({ hash }) => hash.toString('hex')),
    ],
  );
}

async function insertNodes(manager: EntityManager, completed: readonly TreeNode[]): Promise<void> {
  const kept = completed.filter(({ level }) => level >= SMALLEST_STORED_LEVEL);
  if (kept.length === 0) return;
  await manager.query(
    `insert into app.seal_node (level, node_index, hash)
     select level, node_index, decode(hash, 'hex')
     from unnest($1::integer[], $2::bigint[], $3::text[]) as x(level, node_index, hash)`,
    [
      kept.map(({ level }) => level),
      kept.map(({ index }) => index),
      kept.map(({ hash }) => hash.toString('hex')),
    ],
  );
}

async function insertHead(
  manager: EntityManager,
  head: SealHead,
  { tree, journal, access }: Pick<LastSeal, 'tree' | 'journal' | 'access'>,
): Promise<void> {
  await manager.query(
    `insert into app.journal_seal (number, from_leaf, size, root, rows_root, previous, sealed_at, key_id, signature,
       peaks, journal_era, journal_transaction, journal_position, access_era, access_transaction, access_id)
     values ($1, $2, $3, decode($4, 'hex'), decode($5, 'hex'), decode($6, 'hex'), $7, $8, decode($9, 'base64'), $10,
       $11, $12::xid8, $13::bigint, $14, $15::xid8, $16::uuid)`,
    [
      head.number,
      head.fromLeaf,
      head.size,
      head.root,
      head.rowsRoot,
      head.previous,
      head.sealedAt,
      head.keyId,
      head.signature,
      Buffer.concat([...tree.peaks]),
      journal.era,
      journal.transaction,
      journal.key,
      access.era,
      access.transaction,
      access.key,
    ],
  );
}
