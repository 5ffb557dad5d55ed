import { mayOpenSystem, type HomeState, type OpeningVerdict } from '#libs/domain';
import { Pool } from 'pg';
import type { KeyProvider } from '../vault';
import { readOutsideLedger } from './outside-ledger';

const WORDS: Readonly<Record<Extract<OpeningVerdict, { kind: 'refuse' }>['reason'], string>> = {
  'no-ledger':
    'This database was restored or copied, and nothing here is certain to know of every erasure since. Run: waymark replay-erasures --ledger <file>, with the ledger of the live system.',
  'erasures-to-replay':
    'This database still holds people who were erased. Run: waymark replay-erasures, with --ledger <file> if the key database was restored too.',
  'keys-unreachable':
    'This database was restored or copied, and the key database cannot be asked who was erased since. Start the key database first.',
};

/** The system stays shut until the erasure ledger is replayed (P13). */
export class RestoredSystemError extends Error {
  constructor(readonly reason: keyof typeof WORDS) {
    super(WORDS[reason]);
    this.name = 'RestoredSystemError';
  }
}

export interface GateParts {
  readonly main: Pool;
  readonly keys: Pool;
  readonly ring: KeyProvider;
  /** A ledger kept outside both databases; undefined when none is kept. */
  readonly ledgerFile: string | undefined;
}

/** Every process asks before it serves anybody. Remembers where the databases stand once they may open. */
export async function openOrRefuse({ main, keys, ring, ledgerFile }: GateParts): Promise<void> {
  const ledger = await ledgerOf(keys);
  const outside = ledgerFile === undefined ? null : await readOutsideLedger(ledgerFile, ring);
  const subjects = [...(ledger?.subjects ?? []), ...(outside ?? []).map(({ subjectId }) => subjectId)];
  const verdict = mayOpenSystem({
    main: await homeOf(main, 'app'),
    keys: ledger?.home ?? 'unreachable',
    outsideLedger: outside !== null,
    unerased: await unerased(main, subjects),
  });
  if (verdict.kind === 'refuse') throw new RestoredSystemError(verdict.reason);
  await main.query('select app.settle_home()');
  if (ledger !== null) await keys.query('select keys.settle_home()');
}

/** As `openOrRefuse`, over connections of its own. */
export async function openAtOrRefuse(
  urls: { readonly main: string; readonly keys: string },
  parts: Omit<GateParts, 'main' | 'keys'>,
): Promise<void> {
  const main = poolOf(urls.main);
  const keys = poolOf(urls.keys);
  try {
    await openOrRefuse({ main, keys, ...parts });
  } finally {
    await Promise.all([main.end(), keys.end()]);
  }
}

function poolOf(connectionString: string): Pool {
  const pool = new Pool({ connectionString, max: 1, connectionTimeoutMillis: 5_000 });
  pool.on('error', () => undefined);
  return pool;
}

/** Null when the key store does not answer: deadlines run on without it, and nobody can be read until it does. */
async function ledgerOf(
  keys: Pool,
): Promise<{ readonly home: HomeState; readonly subjects: readonly string[] } | null> {
  try {
    const home = await homeOf(keys, 'keys');
    const { rows } = await keys.query<{ subject_id: string }>('select subject_id from keys.erasure');
    return { home, subjects: rows.map((row) => row.subject_id) };
  } catch {
    return null;
  }
}

async function unerased(main: Pool, subjects: readonly string[]): Promise<number> {
  if (subjects.length === 0) return 0;
  const { rows } = await main.query<{ count: number }>(
    'select count(*)::integer as count from app.not_erased($1::uuid[])',
    [subjects],
  );
  return rows[0]?.count ?? 0;
}

async function homeOf(pool: Pool, schema: 'app' | 'keys'): Promise<HomeState> {
  const { rows } = await pool.query<{ state: HomeState }>(`select ${schema}.home_state() as state`);
  if (rows[0] === undefined) throw new Error('the database does not know where it stands');
  return rows[0].state;
}
