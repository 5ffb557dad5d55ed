import { Client } from 'pg';
import type { RunStatement } from './read-export';

/** An account that row-level security keeps rows from would find a journal with holes, or an empty one, sound. */
export class PartialJournalError extends Error {
  constructor() {
    super('This database account cannot see the whole journal. Use the account of the worker.');
  }
}

const SEES_ALL = `
  select not row_security_active('app.journal') or exists (
    select 1 from pg_policies where schemaname = 'app' and tablename = 'journal' and cmd in ('SELECT', 'ALL')
      and qual = 'true' and current_user = any(roles)
  ) as sees_all`;

/** Reads of one instant of the journal, however long they take and whatever is written meanwhile. */
export async function withJournal<Result>(
  url: string,
  work: (run: RunStatement) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    await client.query('begin transaction isolation level repeatable read read only');
    const { rows } = await client.query<{ sees_all: boolean }>(SEES_ALL);
    if (rows[0]?.sees_all !== true) throw new PartialJournalError();
    return await work(async (sql, values) => (await client.query(sql, [...values])).rows);
  } finally {
    await client.end();
  }
}
