import type { MigrationInterface, QueryRunner } from 'typeorm';
import { codesOf } from './case-tables';

/**
 * A risk that cannot wait and that a service saw: whoever is on call at the desk is paged and the desk has the task, in
 * the transaction that records the risk; the service reads of the task, and of the page nothing. And a reminder that a
 * service asked for leaves only while safe contact is still shared with it (P5, P6).
 */
export class PageTheDeskForServices1790000000102 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(GROUND);
    await runner.query(POLICIES);
    await runner.query(changed({ before: ENDS_WITH, after: `${PAGED}${ENDS_WITH}` }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(changed({ before: `${PAGED}${ENDS_WITH}`, after: ENDS_WITH }));
    await runner.query(`
      drop policy urgent_need_reads_back on app.journal;
      drop policy service_asks_the_desk on app.support_task;
      drop policy service_sees_urgent on app.support_task;
      drop policy service_raises on app.urgent_page;
      alter policy need_raised_by_desk on app.urgent_page with check (
        about = 'referral' or ((select app.claim_role()) in ('first-responder', 'duty-lead'))
      );
      drop policy service_sees_current on app.on_call_shift;
      drop function app.reminder_ground(uuid), app.page_raised_now(uuid, uuid);
    `);
  }
}

const URGENT = ['suicide-or-self-harm', 'danger-now', 'child-at-risk', 'medical-need'];
const ME = '(select app.claim_user())';
const SERVICE = '(select app.works_at_provider())';

const GROUND = `
  -- Whether this page is of a risk that the asker recorded in this very transaction: they read no page.
  create function app.page_raised_now(page uuid, of_case uuid) returns boolean
    language sql stable security definer set search_path = '' as $$
    select exists (
      select 1 from app.urgent_page p join app.risk_flag f on f.risk_id = p.about_id
      where p.page_id = page and p.case_id = of_case and p.about = 'need' and f.case_id = of_case
        and f.raised_by = app.claim_user() and f.kept_by = app.claim_agency()
        and p.xmin = pg_current_xact_id()::xid
    )
  $$;

  -- For the worker, of a message about to leave: null when the desk asked for it, else whether safe contact is still
  -- shared with the service that did.
  create function app.reminder_ground(message uuid) returns boolean
    language sql stable security definer set search_path = '' as $$
    select exists (
      select 1 from app.share s
      where s.case_id = m.case_id and s.agency_id = u.agency_id and s.state = 'open'
        and 'safe-contact' = any (s.data_classes)
        and (app.consent_stands(s.person_id, 'agency:' || s.agency_id::text, s.purpose, 'safe-contact')
          or app.override_covers(s.person_id, 'agency:' || s.agency_id::text, s.purpose, 'safe-contact'))
    )
    from app.person_message m join app.staff_user u on u.user_id = m.queued_by
    where m.message_id = message and u.agency_id <> m.handling_agency_id and app.claim_role() = 'service'
  $$;
  revoke execute on function app.page_raised_now, app.reminder_ground from public;
  grant execute on function app.page_raised_now to waymark_web;
  grant execute on function app.reminder_ground to waymark_worker;
`;

const OWN_RISK = (table: string, about: string) => `exists (
  select 1 from app.risk_flag f join app.case_worked_on(f.case_id) c on c.case_id = f.case_id
  where f.risk_id = ${table}.${about} and f.case_id = ${table}.case_id and f.raised_by = ${ME}
    and f.kept_by = (select app.claim_agency()) and f.state = 'standing' and f.risk in (${codesOf(URGENT)})
    and c.handling_agency_id = ${table}.handling_agency_id)`;

const RAISED_BY_SERVICE = `${SERVICE} and about = 'need' and state = 'open' and ${OWN_RISK('urgent_page', 'about_id')}`;

const POLICIES = `
  create policy service_sees_current on app.on_call_shift for select to waymark_web using (
    ${SERVICE} and removed_at is null and from_at <= (select app.service_now())
    and to_at > (select app.service_now())
  );
  alter policy need_raised_by_desk on app.urgent_page with check (
    about = 'referral' or ((select app.claim_role()) in ('first-responder', 'duty-lead')) or (${RAISED_BY_SERVICE})
  );
  create policy service_raises on app.urgent_page for insert to waymark_web with check (${RAISED_BY_SERVICE});

  create policy service_sees_urgent on app.support_task for select to waymark_web using (
    ${SERVICE} and kind = 'urgent-need' and exists (
      select 1 from app.risk_flag f where f.risk_id = support_task.about_id
        and f.kept_by = (select app.claim_agency()))
  );
  create policy service_asks_the_desk on app.support_task for insert to waymark_web with check (
    ${SERVICE} and kind = 'urgent-need' and state = 'open' and opened_by = ${ME} and owner_user_id is null
    and settled_by is null and ${OWN_RISK('support_task', 'about_id')}
    and exists (select 1 from app.case_worked_on(support_task.case_id) c where c.person_id = support_task.person_id)
  );
  create policy urgent_need_reads_back on app.journal for select to waymark_web using (
    subject_kind = 'support-task' and ${SERVICE}
    and exists (select 1 from app.support_task t where t.task_id = journal.subject_id)
  );
`;

const ENDS_WITH = `else false end`;
const PAGED = `when 'support-task' then exists (
        select 1 from app.support_task t where t.task_id = subject and t.case_id = of_case
          and t.opened_by = app.claim_user())
      when 'urgent-page' then app.page_raised_now(subject, of_case)
      `;

/** What a service may write of, changed in place: the rest of it, its own migration says. */
function changed({ before, after }: { readonly before: string; readonly after: string }): string {
  const signature = 'app.provider_may_journal(text, uuid, uuid)';
  return `
    do $$ declare had text := pg_get_functiondef('${signature}'::regprocedure);
      want text := replace(had, $q$${before}$q$, $q$${after}$q$);
    begin
      if had = want then raise exception '${signature} is not what it was'; end if;
      execute want;
    end $$;`;
}
