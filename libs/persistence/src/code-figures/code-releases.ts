import type { Instant, ReleasedCodeLine, RuleVersion } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { instantOf } from '../columns';

/** What was published of one quarter. */
export interface CodeRelease {
  /** The first month of the quarter, `YYYY-MM`. */
  readonly month: string;
  readonly madeAt: Instant;
  /** The disclosure rule that it was protected under. */
  readonly rule: RuleVersion;
  readonly lines: readonly ReleasedCodeLine[];
}

/** The quarters that are published, newest first. */
export async function codeReleaseMonths(manager: EntityManager): Promise<readonly string[]> {
  const rows = await manager.query<{ month: string }[]>(
    'select month from app.code_release order by month desc limit 40',
  );
  return rows.map(({ month }) => month);
}

/** What was published of a quarter; null when nothing was. */
export async function codeReleaseOf(manager: EntityManager, month: string): Promise<CodeRelease | null> {
  const [release] = await manager.query<{ made_at: Date; rule_id: string; rule_version: string }[]>(
    'select made_at, rule_id, rule_version from app.code_release where month = $1',
    [month],
  );
  if (release === undefined) return null;
  const rows = await manager.query<RawLine[]>(
    `select code_version, entitlement_id, owed_by, opened, delivered, late, missed, not_known, declined, still_open
     from app.code_release_line where month = $1 order by code_version, entitlement_id, owed_by`,
    [month],
  );
  return {
    month,
    madeAt: instantOf(release.made_at),
    rule: { id: release.rule_id, version: release.rule_version },
    lines: rows.map(({ delivered, late, missed, not_known, declined, still_open, ...row }) => ({
      codeVersion: row.code_version,
      entitlementId: row.entitlement_id,
      owedBy: row.owed_by,
      opened: row.opened,
      results: { delivered, late, missed, 'not-known': not_known, declined, open: still_open },
    })),
  };
}

interface RawLine {
  readonly code_version: string;
  readonly entitlement_id: string;
  readonly owed_by: ReleasedCodeLine['owedBy'];
  readonly opened: number | null;
  readonly delivered: number | null;
  readonly late: number | null;
  readonly missed: number | null;
  readonly not_known: number | null;
  readonly declined: number | null;
  readonly still_open: number | null;
}
