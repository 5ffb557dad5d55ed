import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowSealed, allowSeen } from './allow-codes';

/**
 * The tasks that see to it that somebody is told when a child or an adult is at risk. The safeguarding lead sees such
 * tasks, and of the person behind a live one the name, the band and what was reported: no case, no journal of it, no
 * way to reach the person.
 */
export class WatchOverSafeguarding1790000000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(allowSealed('safeguarding-note'));
    await runner.query(allowSeen('safeguarding-note'));
    await runner.query(POLICIES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy safeguarding_reads_back on app.journal;
      drop policy safeguarding_appends on app.journal;
      drop policy safeguarding_sees on app.person;
      drop policy safeguarding_sees on app.incident;
      drop policy safeguarding_seals on vault.person_record;
      drop policy safeguarding_reads on vault.person_record;
      drop table app.safeguarding_notice, app.safeguarding_report;
      drop function app.safeguards_now(uuid);
      drop table app.safeguarding_task;
      alter table app.sent_message drop column safeguarding_ids;
    `);
  }
}

const TABLES = `
  create table app.safeguarding_task (
    task_id uuid primary key,
    kind text not null,
    case_id uuid not null,
    person_id uuid not null,
    handling_agency_id uuid not null,
    reference text not null,
    state text not null,
    opened_at timestamptz not null,
    opened_by uuid,
    look_again_on date,
    due_at timestamptz not null,
    policy_version integer not null,
    overdue_at timestamptz,
    wait_until_at timestamptz,
    wait_reason text,
    next_fire_at timestamptz,
    referred_to text,
    referred_at timestamptz,
    outcome text,
    settled_by uuid,
    settled_at timestamptz,
    revision integer not null default 1,
    constraint safeguarding_task_of_case foreign key (case_id) references app.case_file,
    constraint safeguarding_task_of_person foreign key (person_id) references app.person,
    constraint safeguarding_task_by_agency foreign key (handling_agency_id) references app.agency,
    constraint safeguarding_task_opened_by_user foreign key (opened_by) references app.staff_user,
    constraint safeguarding_task_settled_by_user foreign key (settled_by) references app.staff_user,
    constraint safeguarding_task_kind_known check (kind in (
      'child-under-13', 'child-under-16', 'child-at-risk', 'adult-at-risk', 'turning-18'
    )),
    constraint safeguarding_task_state_known check (state in (
      'open', 'referred', 'acknowledged', 'not-needed', 'reviewed'
    )),
    constraint safeguarding_task_flag_looks_again check (
      (kind in ('child-at-risk', 'adult-at-risk')) = (look_again_on is not null and opened_by is not null)
    ),
    constraint safeguarding_task_told_whole check (num_nonnulls(referred_to, referred_at) in (0, 2)),
    constraint safeguarding_task_referred_was_told check (
      state not in ('referred', 'acknowledged') or referred_at is not null
    ),
    constraint safeguarding_task_body_known check (referred_to in (
      'childrens-social-care', 'adult-social-care', 'police', 'nhs-safeguarding'
    )),
    constraint safeguarding_task_wait_known check (wait_reason in ('telling-now-endangers-them', 'body-asked-to-wait')),
    constraint safeguarding_task_waits_seven_days check (wait_until_at <= opened_at + interval '7 days'),
    constraint safeguarding_task_settled_whole check (
      (state in ('acknowledged', 'not-needed', 'reviewed')) = (num_nonnulls(settled_by, settled_at) = 2)
      and num_nonnulls(settled_by, settled_at) in (0, 2)
    ),
    constraint safeguarding_task_outcome_fits check (case state
      when 'not-needed' then outcome in ('told-already', 'age-was-wrong', 'no-risk-found', 'known-to-social-care')
      when 'reviewed' then outcome in ('person-said-who', 'nobody-is-told')
      else outcome is null end),
    constraint safeguarding_task_always_told check (
      kind <> 'child-under-13' or state <> 'not-needed' or outcome in ('told-already', 'age-was-wrong')
    ),
    constraint safeguarding_task_settled_fires_nothing check (settled_at is null or next_fire_at is null)
  );
  create unique index safeguarding_task_one_live on app.safeguarding_task (case_id, kind)
    where state in ('open', 'referred');
  create index safeguarding_task_by_case on app.safeguarding_task (case_id);
  create index safeguarding_task_by_person on app.safeguarding_task (person_id);
  create index safeguarding_task_live on app.safeguarding_task (handling_agency_id, due_at, task_id)
    where state in ('open', 'referred');
  create index safeguarding_task_firing on app.safeguarding_task (next_fire_at) where next_fire_at is not null;

  create table app.safeguarding_report (
    report_id uuid primary key,
    task_id uuid not null,
    case_id uuid not null,
    person_id uuid not null,
    handling_agency_id uuid not null,
    body text not null,
    told_at timestamptz not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    constraint safeguarding_report_of_task foreign key (task_id) references app.safeguarding_task,
    constraint safeguarding_report_of_case foreign key (case_id) references app.case_file,
    constraint safeguarding_report_of_person foreign key (person_id) references app.person,
    constraint safeguarding_report_by_user foreign key (recorded_by) references app.staff_user,
    constraint safeguarding_report_body_known check (body in (
      'childrens-social-care', 'adult-social-care', 'police', 'nhs-safeguarding'
    )),
    constraint safeguarding_report_not_ahead check (told_at <= recorded_at)
  );
  create index safeguarding_report_by_task on app.safeguarding_report (task_id, told_at);
  create index safeguarding_report_by_person on app.safeguarding_report (person_id);
  create trigger safeguarding_report_append_only before update or delete on app.safeguarding_report
    for each row execute function app.refuse_change();
  create trigger safeguarding_report_never_truncated before truncate on app.safeguarding_report
    for each statement execute function app.refuse_change();

  create table app.safeguarding_notice (
    task_id uuid not null,
    noted_at timestamptz not null,
    recipient_user_id uuid not null,
    message_id uuid,
    constraint safeguarding_notice_key primary key (task_id, noted_at, recipient_user_id),
    constraint safeguarding_notice_of_task foreign key (task_id) references app.safeguarding_task,
    constraint safeguarding_notice_in_message foreign key (message_id) references app.sent_message
  );
  create index safeguarding_notice_waiting on app.safeguarding_notice (noted_at) where message_id is null;
  alter table app.sent_message add column safeguarding_ids uuid[] not null default '{}';
`;

const OWN_AGENCY = 'handling_agency_id = (select app.claim_agency())';
const HANDLER = `(select app.handles_cases()) and ${OWN_AGENCY}`;
const WATCHES = `(select app.claim_role()) = 'safeguarding-lead'`;
const WATCHER = `${WATCHES} and ${OWN_AGENCY}`;
const CALLER = `(select app.claim_role()) in ('first-responder', 'duty-lead')`;
const TELLER = `(select app.claim_role()) in ('first-responder', 'duty-lead', 'safeguarding-lead') and ${OWN_AGENCY}`;
const OF_TASK = (
  table: string,
) => `exists (select 1 from app.safeguarding_task t where t.task_id = ${table}.task_id
  and t.case_id = ${table}.case_id and t.person_id = ${table}.person_id
  and t.handling_agency_id = ${table}.handling_agency_id)`;

const POLICIES = `
  ${['safeguarding_task', 'safeguarding_report', 'safeguarding_notice']
    .map(
      (table) => `
    alter table app.${table} enable row level security;
    alter table app.${table} force row level security;
    create policy service_works on app.${table} to waymark_worker using (true) with check (true);`,
    )
    .join('\n')}
  ${['safeguarding_task', 'safeguarding_report']
    .map(
      (table) => `
    create policy handler_sees on app.${table} for select to waymark_web using (${HANDLER});
    create policy watcher_sees on app.${table} for select to waymark_web using (${WATCHER});
    create policy auditor_sees on app.${table} for select to waymark_web
      using ((select app.claim_role()) = 'auditor');
    grant select, insert on app.${table} to waymark_web;`,
    )
    .join('\n')}

  create policy referrer_opens on app.safeguarding_task for insert to waymark_web with check (
    (select app.may_refer()) and opened_by is null and state = 'open'
    and kind in ('child-under-13', 'child-under-16') and exists (
      select 1 from app.referral r where r.person_id = safeguarding_task.person_id
        and r.referred_by = (select app.claim_user()) and r.reference = safeguarding_task.reference
        and r.handling_agency_id = safeguarding_task.handling_agency_id
    )
  );
  create policy caller_raises on app.safeguarding_task for insert to waymark_web with check (
    ${CALLER} and ${HANDLER} and opened_by = (select app.claim_user()) and state = 'open' and exists (
      select 1 from app.case_file c where c.case_id = safeguarding_task.case_id
        and c.person_id = safeguarding_task.person_id and c.handling_agency_id = safeguarding_task.handling_agency_id
    )
  );
  create policy teller_changes on app.safeguarding_task for update to waymark_web using (${TELLER})
    with check (${TELLER} and (settled_by is null or settled_by = (select app.claim_user()))
      and (state <> 'not-needed' or (select app.claim_role()) in ('duty-lead', 'safeguarding-lead')));
  create policy teller_records on app.safeguarding_report for insert to waymark_web with check (
    ${TELLER} and recorded_by = (select app.claim_user()) and ${OF_TASK('safeguarding_report')}
  );
  grant update (state, due_at, overdue_at, wait_until_at, wait_reason, next_fire_at, referred_to, referred_at, outcome,
    settled_by, settled_at, revision) on app.safeguarding_task to waymark_web;
  grant select, insert on app.safeguarding_task to waymark_worker;
  grant update (overdue_at, wait_until_at, next_fire_at, revision) on app.safeguarding_task to waymark_worker;
  grant select on app.safeguarding_report to waymark_worker;
  grant select, insert on app.safeguarding_notice to waymark_worker;
  grant update (message_id) on app.safeguarding_notice to waymark_worker;

  create function app.safeguards_now(person uuid) returns boolean language sql stable as $$
    select app.claim_role() = 'safeguarding-lead' and exists (
      select 1 from app.safeguarding_task t
      where t.person_id = person and t.handling_agency_id = app.claim_agency() and t.state in ('open', 'referred')
    )
  $$;
  create policy safeguarding_sees on app.person for select to waymark_web
    using (${WATCHES} and app.safeguards_now(person_id));
  create policy safeguarding_sees on app.incident for select to waymark_web
    using (${WATCHES} and app.safeguards_now(person_id));
  create policy safeguarding_reads on vault.person_record for select to waymark_web
    using (${WATCHES} and kind in ('identity', 'safeguarding-note') and app.safeguards_now(person_id));
  create policy safeguarding_seals on vault.person_record for insert to waymark_web
    with check (${WATCHES} and kind = 'safeguarding-note' and app.safeguards_now(person_id));
  create policy safeguarding_appends on app.journal for insert to waymark_web with check (
    ${WATCHES} and subject_kind = 'safeguarding' and actor_kind = 'staff'
    and actor_id = (select app.claim_user()) and agency_id = (select app.claim_agency())
  );
  create policy safeguarding_reads_back on app.journal for select to waymark_web using (
    ${WATCHES} and subject_kind = 'safeguarding'
    and exists (select 1 from app.safeguarding_task t where t.task_id = journal.subject_id)
  );
`;
