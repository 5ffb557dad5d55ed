import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who is on call, and the pages that a referral in danger raises: steps of a ladder that is data, notices that are
 * mailed once each, and the officer's word that they still hold the risk.
 */
export class PageThePersonOnCall1790000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(POLICIES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy writer_reads_back on app.journal;
      alter table app.sent_message drop column page_ids;
      drop table app.urgent_page_notice, app.urgent_page_risk, app.urgent_page, app.paging_policy_version,
        app.on_call_shift;
      drop function app.keep_shifts_apart();
      drop function app.keeps_rota();
    `);
  }
}

/** Ten minutes a step: the person on call twice, the leads twice, then the managers until somebody answers. */
const FIRST_LADDER = JSON.stringify({
  rungs: [
    { level: 'on-call', times: 2, everySeconds: 600 },
    { level: 'duty-lead', times: 2, everySeconds: 600 },
    { level: 'service-manager', times: 1, everySeconds: 1800 },
  ],
});

const TABLES = `
  create table app.on_call_shift (
    shift_id uuid primary key,
    agency_id uuid not null,
    team_id uuid not null,
    user_id uuid not null,
    from_at timestamptz not null,
    to_at timestamptz not null,
    removed_at timestamptz,
    revision integer not null default 1,
    constraint on_call_shift_of_agency foreign key (agency_id) references app.agency,
    constraint on_call_shift_of_team foreign key (team_id) references app.team,
    constraint on_call_shift_of_user foreign key (user_id) references app.staff_user,
    constraint on_call_shift_span check (from_at < to_at and to_at <= from_at + interval '7 days')
  );
  create index on_call_shift_by_team on app.on_call_shift (team_id, to_at) where removed_at is null;
  create index on_call_shift_by_user on app.on_call_shift (user_id, to_at) where removed_at is null;

  create function app.keep_shifts_apart() returns trigger language plpgsql as $$
  begin
    if new.removed_at is not null then return new; end if;
    perform pg_advisory_xact_lock(hashtextextended('on-call ' || new.team_id::text, 0));
    if exists (
      select 1 from app.on_call_shift s
      where s.team_id = new.team_id and s.shift_id <> new.shift_id and s.removed_at is null
        and s.from_at < new.to_at and s.to_at > new.from_at
    ) then
      raise exception 'two shifts of one team overlap' using errcode = '23P01', constraint = 'on_call_shift_apart';
    end if;
    return new;
  end $$;
  create trigger on_call_shift_apart before insert or update on app.on_call_shift
    for each row execute function app.keep_shifts_apart();

  create table app.paging_policy_version (
    version integer primary key,
    body jsonb not null,
    effective_from timestamptz not null,
    constraint paging_policy_has_rungs check (jsonb_array_length(body -> 'rungs') > 0)
  );
  insert into app.paging_policy_version (version, body, effective_from)
  values (1, '${FIRST_LADDER}', '2000-01-01T00:00:00Z');

  create table app.urgent_page (
    page_id uuid primary key,
    referral_id uuid not null,
    case_id uuid not null,
    handling_agency_id uuid not null,
    team_id uuid not null,
    reference text not null,
    reasons text[] not null,
    raised_at timestamptz not null,
    paged_user_id uuid,
    policy_version integer not null,
    state text not null default 'open',
    steps_taken integer not null default 0,
    level text,
    last_step_at timestamptz,
    next_step_at timestamptz,
    acknowledged_by uuid,
    acknowledged_at timestamptz,
    revision integer not null default 1,
    constraint urgent_page_one_per_referral unique (referral_id),
    constraint urgent_page_of_referral foreign key (referral_id) references app.referral,
    constraint urgent_page_of_case foreign key (case_id) references app.case_file,
    constraint urgent_page_to_user foreign key (paged_user_id) references app.staff_user,
    constraint urgent_page_under_policy foreign key (policy_version) references app.paging_policy_version,
    constraint urgent_page_reasons_known check (
      cardinality(reasons) > 0 and reasons <@ array['danger-now', 'forensic-window-open']
    ),
    constraint urgent_page_state_known check (state in ('open', 'acknowledged', 'settled')),
    constraint urgent_page_level_known check (level in ('on-call', 'duty-lead', 'service-manager')),
    constraint urgent_page_open_has_timer check ((state = 'open') = (next_step_at is not null)),
    constraint urgent_page_acknowledged_by_someone check (
      (state = 'acknowledged') = (acknowledged_by is not null and acknowledged_at is not null)
    )
  );
  create index urgent_page_next_step on app.urgent_page (next_step_at) where state = 'open';
  create index urgent_page_open on app.urgent_page (handling_agency_id, raised_at, page_id) where state = 'open';
  create index urgent_page_by_case on app.urgent_page (case_id);

  create table app.urgent_page_risk (
    page_id uuid primary key,
    referral_id uuid not null,
    acknowledged_by uuid not null,
    acknowledged_at timestamptz not null,
    constraint urgent_page_risk_of_page foreign key (page_id) references app.urgent_page
  );
  create trigger urgent_page_risk_append_only before update or delete on app.urgent_page_risk
    for each row execute function app.refuse_change();

  create table app.urgent_page_notice (
    page_id uuid not null,
    step integer not null,
    recipient_user_id uuid not null,
    notify_at timestamptz not null,
    message_id uuid,
    constraint urgent_page_notice_key primary key (page_id, step, recipient_user_id),
    constraint urgent_page_notice_of_page foreign key (page_id) references app.urgent_page,
    constraint urgent_page_notice_in_message foreign key (message_id) references app.sent_message
  );
  create index urgent_page_notice_waiting on app.urgent_page_notice (notify_at) where message_id is null;

  alter table app.sent_message add column page_ids uuid[] not null default '{}';
`;

const forced = (table: string) =>
  `alter table app.${table} enable row level security; alter table app.${table} force row level security;`;

const POLICIES = `
  create function app.keeps_rota() returns boolean language sql stable as $$
    select app.claim_role() in ('duty-lead', 'service-manager')
  $$;

  ${['on_call_shift', 'paging_policy_version', 'urgent_page', 'urgent_page_risk', 'urgent_page_notice']
    .map(forced)
    .join('\n')}

  create policy migrator_writes on app.paging_policy_version to current_user using (true) with check (true);
  create policy signed_in_reads on app.paging_policy_version for select to waymark_web
    using ((select app.claim_role()) is not null);
  create policy service_reads on app.paging_policy_version for select to waymark_worker using (true);
  grant select on app.paging_policy_version to waymark_web, waymark_worker;

  create policy handler_sees on app.on_call_shift for select to waymark_web using (
    (select app.handles_cases()) and agency_id = (select app.claim_agency())
  );
  create policy administrator_sees on app.on_call_shift for select to waymark_web
    using ((select app.claim_role()) = 'administrator');
  create policy referrer_sees_current on app.on_call_shift for select to waymark_web using (
    (select app.may_refer()) and removed_at is null
    and from_at <= (select app.service_now()) and to_at > (select app.service_now())
  );
  create policy rota_keeper_adds on app.on_call_shift for insert to waymark_web with check (
    (select app.keeps_rota()) and agency_id = (select app.claim_agency())
  );
  create policy rota_keeper_changes on app.on_call_shift for update to waymark_web using (
    ((select app.keeps_rota()) and agency_id = (select app.claim_agency()))
    or (select app.claim_role()) = 'administrator'
  );
  create policy service_reads on app.on_call_shift for select to waymark_worker using (true);
  grant select, insert on app.on_call_shift to waymark_web;
  grant update (user_id, from_at, to_at, removed_at, revision) on app.on_call_shift to waymark_web;
  grant select on app.on_call_shift to waymark_worker;

  create policy handler_sees on app.urgent_page for select to waymark_web using (
    (select app.handles_cases()) and handling_agency_id = (select app.claim_agency())
  );
  create policy referrer_sees on app.urgent_page for select to waymark_web using (
    exists (select 1 from app.referral r where r.referral_id = urgent_page.referral_id)
  );
  create policy referrer_raises on app.urgent_page for insert to waymark_web
    with check ((select app.may_refer()) and state = 'open');
  create policy handler_answers on app.urgent_page for update to waymark_web using (
    (select app.handles_cases()) and handling_agency_id = (select app.claim_agency())
  );
  create policy service_works on app.urgent_page to waymark_worker using (true) with check (true);
  grant select, insert on app.urgent_page to waymark_web;
  grant update (state, next_step_at, acknowledged_by, acknowledged_at, revision) on app.urgent_page to waymark_web;
  grant select on app.urgent_page to waymark_worker;
  grant update (state, steps_taken, level, last_step_at, next_step_at, revision) on app.urgent_page to waymark_worker;

  create policy page_reader_sees on app.urgent_page_risk for select to waymark_web using (
    exists (select 1 from app.urgent_page p where p.page_id = urgent_page_risk.page_id)
  );
  create policy officer_says on app.urgent_page_risk for insert to waymark_web with check (
    acknowledged_by = (select app.claim_user()) and (select app.may_refer())
    and exists (select 1 from app.urgent_page p where p.page_id = urgent_page_risk.page_id
      and p.referral_id = urgent_page_risk.referral_id)
  );
  grant select, insert on app.urgent_page_risk to waymark_web;

  create policy service_works on app.urgent_page_notice to waymark_worker using (true) with check (true);
  grant select, insert on app.urgent_page_notice to waymark_worker;
  grant update (message_id) on app.urgent_page_notice to waymark_worker;

  create policy writer_reads_back on app.journal for select to waymark_web using (
    subject_kind = 'on-call-shift'
    and exists (select 1 from app.on_call_shift s where s.shift_id = journal.subject_id)
  );
`;
