import type { Pool, PoolClient } from 'pg';
import type { KeyProvider } from './key-provider';

const BATCH = 200;

const NEXT = `
  select subject_id, wrapped, master_key from keys.data_key
  where master_key <> $1 and subject_id > $2 order by subject_id limit $3 for update`;

interface Row {
  readonly subject_id: string;
  readonly wrapped: Buffer;
  readonly master_key: string;
}

export interface Rotation {
  readonly rewrapped: number;
  /** Wrapped by a master key that no provider knows: left as they are. */
  readonly unknown: number;
}

/**
 * Wraps every data key anew under the current master key, batch by batch, each batch in a transaction of its own. Data
 * keys stay what they are, so nothing else is written and nobody waits; readers find either name beside each key. Killed
 * at any point, it leaves whole batches behind and takes up the rest when it is run again.
 */
export async function rotateKeys(
  keys: Pool,
  ring: KeyProvider,
  { afterBatch = () => undefined }: { afterBatch?: (done: number) => Promise<void> | void } = {},
): Promise<Rotation> {
  const currentId = await ring.currentId();
  let rewrapped = 0;
  let unknown = 0;
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const batch = await inTransaction(keys, (client) => rewrapBatch(client, { ring, currentId, after }));
    if (batch === null) return { rewrapped, unknown };
    rewrapped += batch.rewrapped;
    unknown += batch.unknown;
    after = batch.last;
    await afterBatch(rewrapped);
  }
}

async function rewrapBatch(
  client: PoolClient,
  { ring, currentId, after }: { ring: KeyProvider; currentId: string; after: string },
): Promise<(Rotation & { readonly last: string }) | null> {
  const { rows } = await client.query<Row>(NEXT, [currentId, after, BATCH]);
  const last = rows.at(-1)?.subject_id;
  if (last === undefined) return null;
  let unknown = 0;
  for (const { subject_id: subjectId, wrapped, master_key: keyId } of rows) {
    if (!ring.opens(keyId)) {
      unknown += 1;
      continue;
    }
    const fresh = await ring.wrap(subjectId, await ring.unwrap(subjectId, { wrapped, keyId }));
    await client.query('update keys.data_key set wrapped = $2, master_key = $3 where subject_id = $1', [
      subjectId,
      fresh.wrapped,
      fresh.keyId,
    ]);
  }
  return { rewrapped: rows.length - unknown, unknown, last };
}

async function inTransaction<Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  // A lost connection fails the next statement; on its own it must not take the process down.
  const lost = (): void => undefined;
  client.on('error', lost);
  let failed = false;
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    failed = true;
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.off('error', lost);
    client.release(failed);
  }
}
