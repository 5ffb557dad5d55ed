import type { AttemptPolicyVersion, PolicyVersionRecord, RuleVersionStore } from '#libs/casework';
import type { CalendarVersion, DeadlinePolicy, Instant, OpeningHours } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf, instantOf } from '../columns';

/** The newest versions, read afresh each time: a change must never rest on what a process remembers. */
export class PostgresRuleVersionStore implements RuleVersionStore {
  constructor(private readonly manager: EntityManager) {}

  async newestPolicy(id: string): Promise<PolicyVersionRecord | null> {
    return (await this.newestPolicies()).find(({ policy }) => policy.id === id) ?? null;
  }

  async newestPolicies(): Promise<readonly PolicyVersionRecord[]> {
    const rows = await this.manager.query<{ body: DeadlinePolicy; effective_from: Date }[]>(
      `select distinct on (policy_id) body, effective_from from app.policy_version
       order by policy_id, version desc`,
    );
    return rows.map(({ body, effective_from }) => ({
      policy: body,
      effectiveFrom: instantOf(effective_from),
    }));
  }

  async newestCalendar(id: string): Promise<(CalendarVersion & { readonly effectiveFrom: Instant }) | null> {
    const [row] = await this.manager.query<{ version: number; hours: OpeningHours; effective_from: Date }[]>(
      `select version, hours, effective_from from app.calendar_version
       where calendar_id = $1 order by version desc limit 1`,
      [id],
    );
    return row
      ? { id, version: row.version, hours: row.hours, effectiveFrom: instantOf(row.effective_from) }
      : null;
  }

  async newestAttemptPolicy(): Promise<AttemptPolicyVersion | null> {
    const [row] = await this.manager.query<{ version: number; body: object; effective_from: Date }[]>(
      'select version, body, effective_from from app.attempt_policy_version order by version desc limit 1',
    );
    return row
      ? { version: row.version, body: row.body, effectiveFrom: instantOf(row.effective_from) }
      : null;
  }

  /** What kind of referral a promise is for is no part of its body: the next version is for the same. */
  async appendPolicy({ policy, effectiveFrom }: PolicyVersionRecord): Promise<void> {
    await this.manager.query(
      `insert into app.policy_version (policy_id, version, promise, referral_source, body, effective_from)
       select policy_id, $2::integer, promise, referral_source, $3::jsonb, $4::timestamptz from app.policy_version
       where policy_id = $1 and version = $2::integer - 1`,
      [policy.id, policy.version, JSON.stringify(policy), dateOf(effectiveFrom)],
    );
  }

  async appendCalendar(record: {
    readonly id: string;
    readonly version: number;
    readonly hours: OpeningHours;
    readonly effectiveFrom: Instant;
  }): Promise<void> {
    const { id, version, hours, effectiveFrom } = record;
    await this.manager.query(
      `insert into app.calendar_version (calendar_id, version, hours, source, effective_from)
       select calendar_id, $2::integer, $3::jsonb, source, $4::timestamptz from app.calendar_version
       where calendar_id = $1 and version = $2::integer - 1`,
      [id, version, JSON.stringify(hours), dateOf(effectiveFrom)],
    );
  }

  async appendAttemptPolicy({ version, body, effectiveFrom }: AttemptPolicyVersion): Promise<void> {
    await this.manager.query(
      'insert into app.attempt_policy_version (version, body, effective_from) values ($1, $2, $3)',
      [version, JSON.stringify(body), dateOf(effectiveFrom)],
    );
  }
}
