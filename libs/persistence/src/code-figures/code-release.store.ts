import type { CodeReleaseStore } from '#libs/casework';
import type { CodeCount, CodeQuarter, Instant, ReleasedCodeLine, RuleVersion } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf } from '../columns';

export class PostgresCodeReleaseStore implements CodeReleaseStore {
  constructor(private readonly manager: EntityManager) {}

  async isReleased({ month }: CodeQuarter): Promise<boolean> {
    const rows = await this.manager.query<unknown[]>('select 1 from app.code_release where month = $1', [
      month,
    ]);
    return rows.length > 0;
  }

  async countedOf({ from, until }: CodeQuarter): Promise<readonly CodeCount[]> {
    const rows = await this.manager.query<RawCount[]>(
      `select code_version, entitlement_id, owed_by, state, count(*)::integer as count from app.duty
       where triggered_at >= $1 and triggered_at < $2 group by code_version, entitlement_id, owed_by, state`,
      [dateOf(from), dateOf(until)],
    );
    return rows.map(({ code_version, entitlement_id, owed_by, state, count }) => ({
      codeVersion: code_version,
      entitlementId: entitlement_id,
      owedBy: owed_by,
      state,
      count,
    }));
  }

  async release(
    { month }: CodeQuarter,
    {
      lines,
      rule,
      now,
    }: { readonly lines: readonly ReleasedCodeLine[]; readonly rule: RuleVersion; readonly now: Instant },
  ): Promise<void> {
    const begun = await this.manager.query<unknown[]>(
      `insert into app.code_release (month, rule_id, rule_version, made_at) values ($1, $2, $3, $4)
       on conflict do nothing returning month`,
      [month, rule.id, rule.version, dateOf(now)],
    );
    if (begun.length === 0) return;
    for (const { codeVersion, entitlementId, owedBy, opened, results } of lines) {
      await this.manager.query(
        `insert into app.code_release_line (month, code_version, entitlement_id, owed_by, opened, delivered, late,
           missed, not_known, declined, still_open)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          month,
          codeVersion,
          entitlementId,
          owedBy,
          opened,
          results.delivered,
          results.late,
          results.missed,
          results['not-known'],
          results.declined,
          results.open,
        ],
      );
    }
  }
}

interface RawCount {
  readonly code_version: string;
  readonly entitlement_id: string;
  readonly owed_by: CodeCount['owedBy'];
  readonly state: CodeCount['state'];
  readonly count: number;
}
