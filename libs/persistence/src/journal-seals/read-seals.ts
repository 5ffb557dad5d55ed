import {
  foldedPeaks,
  grownBy,
  EMPTY_TREE,
  sealedLeaf,
  treeRoot,
  wholeSubtrees,
  type LeafSpan,
  type SealedSource,
  type TreeHash,
} from '#libs/domain';
import type { RunStatement } from '../journal-verifier';
import type { SealHead } from './seal-head';
import type { SealKey } from './seal-key';

/** Whole subtrees of this many leaves and more are stored; smaller ones are worked out from their leaves. */
export const SMALLEST_STORED_LEVEL = 8;

export const HEAD_COLUMNS = `
  'waymark-head-1' as format, (select instance_id from app.instance) as "instanceId", s.number::float8 as number,
  s.from_leaf::float8 as "fromLeaf", s.size::float8 as size, encode(s.root, 'hex') as root,
  encode(s.rows_root, 'hex') as "rowsRoot", encode(s.previous, 'hex') as previous,
  to_char(s.sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "sealedAt", s.key_id as "keyId",
  encode(s.signature, 'base64') as signature`;

export const KEYS = `
  select key_id as "keyId", public_key as "publicKey", from_seal::float8 as "fromSeal",
    to_char(introduced_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "introducedAt",
    previous_key as "previousKey", encode(endorsement, 'base64') as endorsement
  from app.seal_key order by from_seal`;

/** The newest seals first, below a number when one is given. */
export async function sealHeads(
  run: RunStatement,
  { below, limit }: { readonly below: number | null; readonly limit: number },
): Promise<readonly SealHead[]> {
  const rows = await run<SealHead>(
    `select ${HEAD_COLUMNS} from app.journal_seal s where ($1::bigint is null or s.number < $1::bigint)
     order by s.number desc limit $2`,
    [below, limit],
  );
  return rows.map(oneLine);
}

export async function sealHead(run: RunStatement, number: number): Promise<SealHead | null> {
  const [row] = await run<SealHead>(`select ${HEAD_COLUMNS} from app.journal_seal s where s.number = $1`, [
    number,
  ]);
  return row ? oneLine(row) : null;
}

export async function sealKeys(run: RunStatement): Promise<readonly SealKey[]> {
  const rows = await run<SealKey>(KEYS, []);
  return rows.map((key) => ({ ...key, endorsement: key.endorsement && unbroken(key.endorsement) }));
}

/** PostgreSQL breaks base64 into lines. */
function oneLine(head: SealHead): SealHead {
  return { ...head, signature: unbroken(head.signature) };
}

function unbroken(base64: string): string {
  return base64.replaceAll('\n', '');
}

/** The hashes of these spans of the tree, each from stored subtrees and at most 255 leaves. */
export async function hashesOfSpans(
  run: RunStatement,
  spans: readonly LeafSpan[],
): Promise<readonly TreeHash[]> {
  const hashes: TreeHash[] = [];
  for (const span of spans) {
    const parts: TreeHash[] = [];
    for (const subtree of wholeSubtrees(span)) parts.push(await subtreeHash(run, subtree));
    const hash = foldedPeaks(parts);
    if (hash === undefined) throw new RangeError('a span of a proof is never empty');
    hashes.push(hash);
  }
  return hashes;
}

async function subtreeHash(
  run: RunStatement,
  { level, index }: { readonly level: number; readonly index: number },
): Promise<TreeHash> {
  if (level >= SMALLEST_STORED_LEVEL) {
    const [node] = await run<{ hash: Buffer }>(
      'select hash from app.seal_node where level = $1 and node_index = $2',
      [level, index],
    );
    if (!node) throw new MissingSealPartError(`the hash of ${2 ** level} rows`);
    return node.hash;
  }
  const [from, to] = [index * 2 ** level, (index + 1) * 2 ** level];
  const leaves = await run<{ source: SealedSource; leaf_hash: Buffer }>(
    'select source, leaf_hash from app.sealed_leaf where leaf_index >= $1 and leaf_index < $2 order by leaf_index',
    [from, to],
  );
  if (leaves.length !== to - from) throw new MissingSealPartError(`rows ${from + 1} to ${to}`);
  return treeRoot(
    grownBy(
      EMPTY_TREE,
      leaves.map((leaf) => sealedLeaf(leaf.source, leaf.leaf_hash)),
    ).tree,
  );
}

/** What was sealed is no longer all there. */
export class MissingSealPartError extends Error {
  constructor(what: string) {
    super(`The seal has lost ${what}. Verify an export against a head that was kept outside.`);
    this.name = 'MissingSealPartError';
  }
}

const WAITING = `
  with last as (
    select coalesce(max(number), 0) as number from app.journal_seal
  ), place as (
    select coalesce(s.journal_era, 0) as journal_era, coalesce(s.journal_transaction, '0'::xid8) as journal_transaction,
      coalesce(s.journal_position, 0) as journal_position, coalesce(s.access_era, 0) as access_era,
      coalesce(s.access_transaction, '0'::xid8) as access_transaction,
      coalesce(s.access_id, '00000000-0000-0000-0000-000000000000') as access_id
    from last left join app.journal_seal s using (number)
  )
  select (
    select count(*)::integer from (
      select 1 from app.journal j, place p
      where (j.era, j.transaction_id, j.position) > (p.journal_era, p.journal_transaction, p.journal_position) limit $1
    ) w
  ) + (
    select count(*)::integer from (
      select 1 from app.access_log a, place p
      where (a.era, a.transaction_id, a.access_id) > (p.access_era, p.access_transaction, p.access_id) limit $1
    ) w
  ) as rows`;

/** How many rows of both tables are not sealed yet, counted up to the limit and no further. */
export async function waitingRows(run: RunStatement, limit: number): Promise<number> {
  const [row] = await run<{ rows: number }>(WAITING, [limit]);
  return Math.min(limit, row?.rows ?? 0);
}

export interface SealedLeaf {
  readonly index: number;
  readonly source: SealedSource;
  /** Position in the journal, or id in the access log. */
  readonly key: string;
  /** The hash of the row when it was sealed, in hexadecimal. */
  readonly hash: string;
}

/** Every sealed row in the order of the tree, a batch at a time, from an index on. */
export async function* sealedLeaves(
  run: RunStatement,
  { batch = 1_000 }: { readonly batch?: number } = {},
): AsyncGenerator<readonly SealedLeaf[]> {
  let after = -1;
  for (;;) {
    const leaves = await run<SealedLeaf>(
      `select leaf_index::float8 as index, source, coalesce(journal_position::text, access_id::text) as key,
         encode(leaf_hash, 'hex') as hash
       from app.sealed_leaf where leaf_index > $1 order by leaf_index limit $2`,
      [after, batch],
    );
    const last = leaves.at(-1);
    if (!last) return;
    yield leaves;
    after = last.index;
  }
}

/** Every head, oldest first, a batch at a time. */
export async function* everyHead(
  run: RunStatement,
  { batch = 1_000 }: { readonly batch?: number } = {},
): AsyncGenerator<readonly SealHead[]> {
  let after = 0;
  for (;;) {
    const heads = await run<SealHead>(
      `select ${HEAD_COLUMNS} from app.journal_seal s where s.number > $1 order by s.number limit $2`,
      [after, batch],
    );
    const last = heads.at(-1);
    if (!last) return;
    yield heads.map(oneLine);
    after = last.number;
  }
}

/** The hashes that the access log has for these rows now. */
export async function accessHashes(
  run: RunStatement,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await run<{ id: string; hash: string }>(
    `select access_id::text as id, encode(leaf_hash, 'hex') as hash from app.access_log
     where access_id = any($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map(({ id, hash }) => [id, hash]));
}

/** How many rows of the access log wait for the next seal, and how many were passed over by one. */
export async function unsealedAccess(
  run: RunStatement,
): Promise<{ readonly waiting: number; readonly late: readonly string[] }> {
  const place = `with last as (
    select access_era, access_transaction, access_id from app.journal_seal order by number desc limit 1
  )`;
  const end = `(coalesce((select access_era from last), 0), coalesce((select access_transaction from last), '0'::xid8),
    coalesce((select access_id from last), '00000000-0000-0000-0000-000000000000'::uuid))`;
  const [row] = await run<{ waiting: number }>(
    `${place} select count(*)::float8 as waiting from app.access_log a
     where (a.era, a.transaction_id, a.access_id) > ${end}`,
    [],
  );
  const late = await run<{ id: string }>(
    `${place} select a.access_id::text as id from app.access_log a
     where (a.era, a.transaction_id, a.access_id) <= ${end}
       and not exists (select 1 from app.sealed_leaf l where l.access_id = a.access_id)
     order by a.access_id limit 10000`,
    [],
  );
  return { waiting: row?.waiting ?? 0, late: late.map(({ id }) => id) };
}
