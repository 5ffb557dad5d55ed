import type { PageDue, PageStepTaken, UrgentPageRecord, UrgentPageStore } from '#libs/casework';
import {
  PAGE_SETTLES_IN,
  type AgencyId,
  type Instant,
  type PageLevel,
  type PagingPolicy,
  type PagingRung,
  type ReferralId,
  type UrgentPageId,
  type UserId,
} from '#libs/domain';
import { In, type EntityManager } from 'typeorm';
import { dateOf } from '../columns';
import { UrgentPageRow } from './urgent-page.row';

/** Active people of the agency at a level; when a level has nobody left, the next one up hears of it. */
const RECIPIENTS = `
  with active as (
    select user_id, role from app.staff_user where agency_id = $1 and state = 'active'
  ), reached as (
    select user_id, 0 as height from active where $2 = 'on-call' and user_id = $3
    union all select user_id, 1 from active where role = 'duty-lead' and $2 <> 'service-manager'
    union all select user_id, 2 from active where role = 'service-manager'
  )
  select user_id from reached where height = (select min(height) from reached) order by user_id`;

export class PostgresUrgentPageStore implements UrgentPageStore {
  constructor(private readonly manager: EntityManager) {}

  async policyAt(at: Instant): Promise<PagingPolicy> {
    const [row] = await this.manager.query<{ version: number; body: { rungs: readonly PagingRung[] } }[]>(
      `select version, body from app.paging_policy_version where effective_from <= $1
       order by effective_from desc, version desc limit 1`,
      [dateOf(at)],
    );
    if (!row) throw new Error('no paging policy is in force');
    return { version: row.version, rungs: row.body.rungs };
  }

  async insert(page: UrgentPageRecord): Promise<void> {
    await this.manager.insert(UrgentPageRow, { ...page, reasons: [...page.reasons] });
  }

  find(id: UrgentPageId): Promise<UrgentPageRecord | null> {
    return this.manager.findOne(UrgentPageRow, { where: { id } });
  }

  lock(id: UrgentPageId): Promise<UrgentPageRecord | null> {
    return this.manager.findOne(UrgentPageRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  ofReferral(referralId: ReferralId): Promise<UrgentPageRecord | null> {
    return this.manager.findOne(UrgentPageRow, { where: { referralId } });
  }

  async acknowledge({ id, by, at }: { id: UrgentPageId; by: UserId; at: Instant }): Promise<void> {
    await this.manager.query(
      `update app.urgent_page set state = 'acknowledged', acknowledged_by = $2, acknowledged_at = $3,
         next_step_at = null, revision = revision + 1
       where page_id = $1 and state = 'open'`,
      [id, by, dateOf(at)],
    );
  }

  async riskAcknowledged(id: UrgentPageId): Promise<boolean> {
    const rows = await this.manager.query<object[]>('select 1 from app.urgent_page_risk where page_id = $1', [
      id,
    ]);
    return rows.length > 0;
  }

  async acknowledgeRisk({
    page,
    by,
    at,
  }: {
    page: UrgentPageRecord;
    by: UserId;
    at: Instant;
  }): Promise<void> {
    await this.manager.query(
      `insert into app.urgent_page_risk (page_id, referral_id, acknowledged_by, acknowledged_at)
       values ($1, $2, $3, $4) on conflict do nothing`,
      [page.id, page.referralId, by, dateOf(at)],
    );
  }

  async lockDue({ limit }: { limit: number }): Promise<readonly PageDue[]> {
    const due = await this.manager.query<RawDue[]>(
      `select p.page_id, p.steps_taken, v.version, v.body, c.contact_state = any($2) as over
       from app.urgent_page p
       join app.paging_policy_version v on v.version = p.policy_version
       join app.case_file c on c.case_id = p.case_id
       where p.state = 'open' and p.next_step_at <= app.service_now()
       order by p.next_step_at limit $1 for update of p skip locked`,
      [limit, PAGE_SETTLES_IN],
    );
    const pages = await this.manager.find(UrgentPageRow, {
      where: { id: In(due.map((row) => row.page_id)) },
    });
    return due.flatMap(({ page_id, steps_taken: stepsTaken, version, body, over }) => {
      const page = pages.find(({ id }) => id === page_id);
      return page ? [{ ...page, stepsTaken, policy: { version, rungs: body.rungs }, over }] : [];
    });
  }

  async settle(id: UrgentPageId): Promise<void> {
    await this.manager.query(
      `update app.urgent_page set state = 'settled', next_step_at = null, revision = revision + 1
       where page_id = $1 and state = 'open'`,
      [id],
    );
  }

  async recipientsOf(options: {
    agencyId: AgencyId;
    level: PageLevel;
    onCallUserId: UserId | null;
  }): Promise<readonly UserId[]> {
    const { agencyId, level, onCallUserId } = options;
    const rows = await this.manager.query<{ user_id: UserId }[]>(RECIPIENTS, [agencyId, level, onCallUserId]);
    return rows.map((row) => row.user_id);
  }

  async takeStep({ id, step, level, nextStepAt, recipients }: PageStepTaken): Promise<void> {
    await this.manager.query(
      `insert into app.urgent_page_notice (page_id, step, recipient_user_id, notify_at)
       select $1, $2, unnest($3::uuid[]), app.service_now() on conflict do nothing`,
      [id, step, recipients],
    );
    await this.manager.query(
      `update app.urgent_page set steps_taken = steps_taken + 1, level = $2, last_step_at = app.service_now(),
         next_step_at = $3 where page_id = $1`,
      [id, level, dateOf(nextStepAt)],
    );
  }
}

interface RawDue {
  readonly page_id: UrgentPageId;
  readonly steps_taken: number;
  readonly version: number;
  readonly body: { readonly rungs: readonly PagingRung[] };
  readonly over: boolean;
}
