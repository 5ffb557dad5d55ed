import type { CaseId } from '#libs/domain';
import type { ExportLine } from './export-line';

/** Anything that runs one statement: a pool's client, or TypeORM's manager. */
export type RunStatement = <Row>(sql: string, values: readonly unknown[]) => Promise<readonly Row[]>;

/**
 * Instants are written by the database with all their digits. The driver's dates end at milliseconds, and an
 * alteration of a microsecond would slip through them; rows are written in milliseconds, so three digits are usual.
 */
const instantSql = (column: string) =>
  `regexp_replace(to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), '000$', '') || 'Z'`;

const COLUMNS = `
  jsonb_build_object('kind', subject_kind, 'id', subject_id) as subject, sequence, case_id as "caseId",
  event_type as type, event_version as version, ${instantSql('happened_at')} as "happenedAt",
  ${instantSql('recorded_at')} as "recordedAt",
  jsonb_build_object('kind', actor_kind, 'id', actor_id, 'process', actor_process) as actor,
  agency_id as "agencyId", reason, payload, encode(leaf_hash, 'hex') as "leafHash", era, position::text as position`;

/**
 * The whole journal in the order it was written, a batch at a time. Run it inside one repeatable-read transaction.
 * A bare `position` would mean the column of text beside it, in which 10 comes before 9.
 */
export async function* exportLines(run: RunStatement, batch = 1_000): AsyncGenerator<readonly ExportLine[]> {
  let after = '0';
  for (;;) {
    const lines = await run<ExportLine>(
      `select ${COLUMNS} from app.journal j where j.position > $1::bigint order by j.position limit $2`,
      [after, batch],
    );
    const last = lines.at(-1);
    if (!last) return;
    yield lines;
    after = last.position;
  }
}

/** Every row of every subject that the journal ties to a case, so that a row untied by an alteration still shows. */
export function exportLinesOfCase(run: RunStatement, caseId: CaseId): Promise<readonly ExportLine[]> {
  return run<ExportLine>(
    `select ${COLUMNS} from app.journal j
     where (subject_kind, subject_id) in (select subject_kind, subject_id from app.journal where case_id = $1)
     order by j.position`,
    [caseId],
  );
}

/** These rows, in no particular order. Positions are text, as everywhere. */
export function exportLinesAt(
  run: RunStatement,
  positions: readonly string[],
): Promise<readonly ExportLine[]> {
  return run<ExportLine>(`select ${COLUMNS} from app.journal j where j.position = any($1::bigint[])`, [
    positions,
  ]);
}

const LAST_PLACE = `
  select journal_era, journal_transaction, journal_position from app.journal_seal order by number desc limit 1`;

/**
 * Rows that no seal covers, in the order in which they may be read: those that wait for the next one, or those that
 * stand before the end of the last one and were passed over.
 */
export async function* unsealedLines(
  run: RunStatement,
  which: 'waiting' | 'late',
  batch = 1_000,
): AsyncGenerator<readonly ExportLine[]> {
  const side = which === 'late' ? '<=' : '>';
  let after = { era: 0, transaction: '0', position: '0' };
  for (;;) {
    const rows = await run<ExportLine & { readonly transaction: string }>(
      `with last as (${LAST_PLACE})
       select ${COLUMNS}, j.transaction_id::text as transaction from app.journal j
       where (j.era, j.transaction_id, j.position) > ($1, $2::xid8, $3::bigint)
         and (j.era, j.transaction_id, j.position) ${side} (
           coalesce((select journal_era from last), 0), coalesce((select journal_transaction from last), '0'::xid8),
           coalesce((select journal_position from last), 0))
         and not exists (select 1 from app.sealed_leaf l where l.journal_position = j.position)
       order by j.era, j.transaction_id, j.position limit $4`,
      [after.era, after.transaction, after.position, batch],
    );
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(({ transaction: _transaction, ...line }) => line);
    after = last;
  }
}
