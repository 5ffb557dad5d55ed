import type {
  PageDue,
  PageStepTaken,
  PagingPolicyVersion,
  UrgentPageRecord,
  UrgentPageStore,
} from '#libs/casework';
import {
  PAGE_SETTLES_IN,
  type AgencyId,
  type CaseId,
  type Instant,
  type PageLevel,
  type PagingPolicy,
  type PagingRung,
  type ReferralId,
  type UrgentPageId,
  type UserId,
} from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf, instantOf } from '../columns';
import { UrgentPageRow } from './urgent-page.row';

/** Whoever is on call, or the level's role; when nobody of it is left who may look, somebody else hears of it. */
const RECIPIENTS = `
  select user_id from app.staff_to_tell($1, $2, case $3 when 'on-call' then $4::uuid end,
    case $3 when 'service-manager' then 'service-manager' else 'duty-lead' end) told(user_id) order by user_id`;

/** Pages that wait for somebody, and of which nobody was told who may still look at the case: the next step is now. */
const UNHEARD = `
  update app.urgent_page p set next_step_at = app.service_now()
  where p.case_id = $1 and p.state = 'open' and p.next_step_at > app.service_now()
    and not exists (
      select 1 from app.urgent_page_notice n where n.page_id = p.page_id
        and not app.user_is_behind_wall(p.case_id, n.recipient_user_id)
    )`;

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

  async newestPolicy(): Promise<PagingPolicyVersion | null> {
    const [row] = await this.manager.query<{ version: number; body: object; effective_from: Date }[]>(
      'select version, body, effective_from from app.paging_policy_version order by version desc limit 1',
    );
    return row
      ? { version: row.version, body: row.body, effectiveFrom: instantOf(row.effective_from) }
      : null;
  }

  async appendPolicy({ version, body, effectiveFrom }: PagingPolicyVersion): Promise<void> {
    await this.manager.query(
      'insert into app.paging_policy_version (version, body, effective_from) values ($1, $2, $3)',
      [version, JSON.stringify(body), dateOf(effectiveFrom)],
    );
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
    return this.manager.findOne(UrgentPageRow, { where: { referralId, about: 'referral' } });
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

  async due(limit: number): Promise<readonly UrgentPageId[]> {
    const rows = await this.manager.query<{ page_id: UrgentPageId }[]>(
      `select page_id from app.urgent_page
       where state = 'open' and next_step_at <= app.service_now() and not app.is_set_aside('urgent-page', page_id)
       order by next_step_at limit $1`,
      [limit],
    );
    return rows.map(({ page_id }) => page_id);
  }

  async lockDue(id: UrgentPageId): Promise<PageDue | null> {
    const [due] = await this.manager.query<RawDue[]>(
      `select p.steps_taken, v.version, v.body, case p.about when 'referral' then c.contact_state = any($2)
           else c.closed_at is not null or not exists (
             select 1 from app.support_task t where t.about_id = p.about_id and t.kind = 'urgent-need' and t.state = 'open'
           ) end as over
       from app.urgent_page p
       join app.paging_policy_version v on v.version = p.policy_version
       join app.case_file c on c.case_id = p.case_id
       where p.page_id = $1 and p.state = 'open' and p.next_step_at <= app.service_now()
       for update of p skip locked`,
      [id, PAGE_SETTLES_IN],
    );
    const page = due === undefined ? null : await this.find(id);
    if (due === undefined || page === null) return null;
    const { steps_taken: stepsTaken, version, body, over } = due;
    return { ...page, stepsTaken, policy: { version, rungs: body.rungs }, over };
  }

  async settle(id: UrgentPageId): Promise<void> {
    await this.manager.query(
      `update app.urgent_page set state = 'settled', next_step_at = null, revision = revision + 1
       where page_id = $1 and state = 'open'`,
      [id],
    );
  }

  async settleAbout(aboutId: string): Promise<void> {
    await this.manager.query(
      `update app.urgent_page set state = 'settled', next_step_at = null, revision = revision + 1
       where about_id = $1 and state = 'open'`,
      [aboutId],
    );
  }

  async stepNow(caseId: CaseId): Promise<void> {
    await this.manager.query(UNHEARD, [caseId]);
  }

  async recipientsOf(options: {
    caseId: CaseId;
    agencyId: AgencyId;
    level: PageLevel;
    onCallUserId: UserId | null;
  }): Promise<readonly UserId[]> {
    const { caseId, agencyId, level, onCallUserId } = options;
    const rows = await this.manager.query<{ user_id: UserId }[]>(RECIPIENTS, [
      caseId,
      agencyId,
      level,
      onCallUserId,
    ]);
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
  readonly steps_taken: number;
  readonly version: number;
  readonly body: { readonly rungs: readonly PagingRung[] };
  readonly over: boolean;
}
