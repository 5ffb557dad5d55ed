import type { ErasedSubject } from '#libs/casework';
import { isoOf } from '#libs/domain';
import { Client } from 'pg';

export interface ReplayOptions {
  /** The migrator of the main database: no role that serves pages may replay. */
  readonly migratorUrl: string;
  readonly keysMigratorUrl: string;
  /** A verified ledger from outside; null when the key database is the live one. */
  readonly outside: readonly ErasedSubject[] | null;
}

export interface Replayed {
  readonly subjects: number;
}

export class NoLedgerError extends Error {
  constructor() {
    super(
      'The key database was restored too, so its own ledger may be older than the last erasure. Give the ledger of the live system: --ledger <file>.',
    );
    this.name = 'NoLedgerError';
  }
}

/**
 * Erases in a restored system everybody whom the ledgers name, key first, and begins a new era of the journal, for
 * another cluster counts its transactions anew. Run again, it changes nothing.
 */
export async function replayErasures({
  migratorUrl,
  keysMigratorUrl,
  outside,
}: ReplayOptions): Promise<Replayed> {
  const keys = new Client({ connectionString: keysMigratorUrl });
  const main = new Client({ connectionString: migratorUrl });
  await keys.connect();
  await main.connect();
  try {
    if (outside === null && (await stateOf(keys, 'keys')) === 'moved') throw new NoLedgerError();
    for (const { subjectId, erasureId, erasedAt } of outside ?? []) {
      await keys.query(ADD, [subjectId, erasureId, isoOf(erasedAt)]);
    }
    await keys.query('delete from keys.data_key k using keys.erasure e where e.subject_id = k.subject_id');
    const { rows } = await keys.query<LedgerRow>(
      'select subject_id, erasure_id, erased_at from keys.erasure',
    );
    for (const row of rows) {
      await main.query('select app.replay_erasure($1, $2, $3)', [
        row.subject_id,
        row.erasure_id,
        row.erased_at,
      ]);
    }
    if ((await stateOf(main, 'app')) === 'moved') await main.query('update app.instance set era = era + 1');
    await main.query('select app.settle_home()');
    await keys.query('select keys.settle_home()');
    return { subjects: rows.length };
  } finally {
    await Promise.all([keys.end(), main.end()]);
  }
}

interface LedgerRow {
  readonly subject_id: string;
  readonly erasure_id: string;
  readonly erased_at: Date;
}

const ADD = `insert into keys.erasure (subject_id, erasure_id, erased_at) values ($1, $2, $3)
  on conflict (subject_id) do nothing`;

async function stateOf(client: Client, schema: 'app' | 'keys'): Promise<string | undefined> {
  const { rows } = await client.query<{ state: string }>(`select ${schema}.home_state() as state`);
  return rows[0]?.state;
}
