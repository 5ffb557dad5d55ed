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
