import Redis from 'ioredis';
import { Client } from 'pg';
import { testRedisUrl } from '../../support/cluster';
import type { TestDatabase } from '../../support/postgres';

export interface Dump {
  /** Every row of every table of every schema, as text, by table. */
  readonly tables: ReadonlyMap<string, string>;
  /** Every key of the queue's Redis with all that it holds. */
  readonly redis: ReadonlyMap<string, string>;
}

const TABLES = `select format('%I.%I', schemaname, tablename) as name from pg_tables
  where schemaname not in ('pg_catalog', 'information_schema')`;

/** What somebody holds who stole both databases and the queue. */
export async function wholeDump({
  adminUrl,
  keysAdminUrl,
}: Pick<TestDatabase, 'adminUrl' | 'keysAdminUrl'>): Promise<Dump> {
  const main = await tablesOf(adminUrl);
  const keys = await tablesOf(keysAdminUrl);
  const url = testRedisUrl();
  return { tables: new Map([...main, ...keys]), redis: url === undefined ? new Map() : await redisAt(url) };
}

async function tablesOf(url: string): Promise<ReadonlyMap<string, string>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const found = new Map<string, string>();
    for (const { name } of (await client.query<{ name: string }>(TABLES)).rows) {
      const { rows } = await client.query<{ text: string }>(
        `select coalesce(string_agg(t::text, e'\\n'), '') as text from ${name} t`,
      );
      found.set(name, rows[0]?.text ?? '');
    }
    return found;
  } finally {
    await client.end();
  }
}

export async function redisAt(url: string): Promise<ReadonlyMap<string, string>> {
  const redis = new Redis(url);
  try {
    const found = new Map<string, string>();
    for (const key of await redis.keys('*')) found.set(key, JSON.stringify(await contentOf(redis, key)));
    return found;
  } finally {
    redis.disconnect();
  }
}

async function contentOf(redis: Redis, key: string): Promise<unknown> {
  switch (await redis.type(key)) {
    case 'hash':
      return redis.hgetall(key);
    case 'zset':
      return redis.zrange(key, 0, -1);
    case 'list':
      return redis.lrange(key, 0, -1);
    case 'set':
      return redis.smembers(key);
    case 'stream':
      return redis.xrange(key, '-', '+');
    case 'string':
      return redis.get(key);
    default:
      return null;
  }
}
