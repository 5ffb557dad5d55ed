import { mayOpenSystem, type HomeState, type OpeningVerdict } from '#libs/domain';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { KeyRing } from '../vault';
import { readOutsideLedger } from './outside-ledger';

const WORDS: Readonly<Record<Extract<OpeningVerdict, { kind: 'refuse' }>['reason'], string>> = {
  'no-ledger':
    'This database was restored or copied, and nothing here is certain to know of every erasure since. Run: waymark replay-erasures --ledger <file>, with the ledger of the live system.',
  'erasures-to-replay':
    'This database still holds people who were erased. Run: waymark replay-erasures, with --ledger <file> if the key database was restored too.',
};

/** The system stays shut until the erasure ledger is replayed (P13). */
export class RestoredSystemError extends Error {
  constructor(readonly reason: keyof typeof WORDS) {
    super(WORDS[reason]);
    this.name = 'RestoredSystemError';
  }
}

export interface GateParts {
  readonly main: DataSource;
  readonly keys: Pool;
  readonly ring: KeyRing;
  /** A ledger kept outside both databases; undefined when none is kept. */
  readonly ledgerFile: string | undefined;
}

/** Every process asks before it serves anybody. Remembers where the databases stand once they may open. */
export async function openOrRefuse({ main, keys, ring, ledgerFile }: GateParts): Promise<void> {
  const mainHome = await homeOf(async (sql) => main.query<StateRow[]>(sql), 'app');
  const keysHome = await homeOf(async (sql) => (await keys.query<StateRow>(sql)).rows, 'keys');
  const outside = ledgerFile === undefined ? null : await readOutsideLedger(ledgerFile, ring);
  const ledger = await keys.query<{ subject_id: string }>('select subject_id from keys.erasure');
  const subjects = [
    ...ledger.rows.map((row) => row.subject_id),
    ...(outside ?? []).map((line) => line.subjectId),
  ];
  const verdict = mayOpenSystem({
    main: mainHome,
    keys: keysHome,
    outsideLedger: outside !== null,
    unerased: await unerased(main, subjects),
  });
  if (verdict.kind === 'refuse') throw new RestoredSystemError(verdict.reason);
  await main.query('select app.settle_home()');
  await keys.query('select keys.settle_home()');
}

async function unerased(main: DataSource, subjects: readonly string[]): Promise<number> {
  if (subjects.length === 0) return 0;
  const [row] = await main.query<{ count: number }[]>(
    'select count(*)::integer as count from app.not_erased($1::uuid[])',
    [subjects],
  );
  return row?.count ?? 0;
}

interface StateRow {
  readonly state: HomeState;
}

async function homeOf(
  query: (sql: string) => Promise<StateRow[]>,
  schema: 'app' | 'keys',
): Promise<HomeState> {
  const [row] = await query(`select ${schema}.home_state() as state`);
  if (row === undefined) throw new Error('the database does not know where it stands');
  return row.state;
}
