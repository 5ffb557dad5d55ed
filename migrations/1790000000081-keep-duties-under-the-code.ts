import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowCodes } from './allow-codes';

/**
 * What the Victims' Code gives a person, as clocks: what happened that opens it, each entitlement as it stands, and the
 * ledger of every time it was due. Ids, codes and instants; never a word about anybody. Police read none of it; a
 * service reads it with consent for the investigation, asked afresh on every read (P6, P7).
 */
export class KeepDutiesUnderTheCode1790000000081 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(FUNCTIONS);
    await runner.query(POLICIES);
    await runner.query(INTAKE);
    await runner.query(
      allowCodes({
        table: 'app.overdue_work',
        constraint: 'overdue_work_kind_known',
        column: 'kind',
        codes: ['duty'],
      }),
    );
    await runner.query(NOTICES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.notice_stands(text, uuid);
      alter function app.notice_stands_besides_duties(text, uuid) rename to notice_stands;
      drop trigger case_file_begins_code_rights on app.case_file;
      drop policy duty_reads_back on app.journal;
      drop function app.begin_code_rights(), app.tell_code_event(uuid, uuid, text, uuid, boolean),
        app.open_duties_of(text);
      drop table app.duty_version, app.duty, app.code_event, app.enhanced_rights;
    `);
  }
}

const OF_CASE = (table: string) => `
    case_id uuid not null,
    person_id uuid not null,
    handling_agency_id uuid not null,
    constraint ${table}_of_case foreign key (case_id) references app.case_file,
    constraint ${table}_of_person foreign key (person_id) references app.person,
    constraint ${table}_of_agency foreign key (handling_agency_id) references app.agency,`;

const TABLES = `
  create table app.enhanced_rights (
    ${OF_CASE('enhanced_rights')}
    category text not null,
    granted_at timestamptz,
    granted_by uuid,
    recorded_at timestamptz not null,
    constraint enhanced_rights_key primary key (case_id, category),
    constraint enhanced_rights_category_known check (
      category in ('most-serious-crime', 'persistently-targeted', 'vulnerable-or-intimidated')
    ),
    constraint enhanced_rights_granted_whole check ((granted_at is null) = (granted_by is null)),
    constraint enhanced_rights_not_ahead check (granted_at <= recorded_at)
  );

  create table app.code_event (
    entry_id uuid primary key,
    position bigint generated always as identity,
    ${OF_CASE('code_event')}
    track_id uuid,
    milestone_id uuid,
    event text not null,
    happened_at timestamptz not null,
    supersedes uuid,
    withdrawn boolean not null default false,
    referred_at timestamptz,
    recorded_by uuid,
    recorded_at timestamptz not null,
    answered_at timestamptz,
    constraint code_event_is_code check (event ~ '^[a-z_]{1,60}$'),
    constraint code_event_not_ahead check (happened_at <= recorded_at),
    constraint code_event_withdrawn_of_milestone check (not withdrawn or milestone_id is not null)
  );
  create index code_event_by_case on app.code_event (case_id, position);
  create index code_event_to_answer on app.code_event (position) where answered_at is null;

  create table app.duty (
    duty_id uuid primary key,
    ${OF_CASE('duty')}
    reference text not null,
    code_version text not null,
    entitlement_id text not null,
    right_no integer not null,
    owed_by text[] not null,
    handling text not null,
    ours boolean not null,
    limits_the_person boolean not null,
    event text not null,
    track_id uuid,
    trigger_id uuid not null,
    triggered_at timestamptz not null,
    round integer not null,
    timing text not null,
    state text not null,
    clock_started_at timestamptz,
    clock_by uuid,
    due_at timestamptz,
    upstream_due_at timestamptz,
    version integer not null,
    next_fire_at timestamptz,
    prompted_at timestamptz,
    delivered_at timestamptz,
    evidence text,
    early_reason text,
    confirmation_awaited boolean not null default false,
    chosen_at timestamptz,
    chosen_how text,
    end_reason text,
    recorded_by uuid,
    revision integer not null default 1,
    constraint duty_under_version foreign key (code_version) references app.code_version,
    constraint duty_recorded_by_user foreign key (recorded_by) references app.staff_user,
    constraint duty_once unique (case_id, entitlement_id, trigger_id, round),
    constraint duty_right_known check (right_no between 1 and 12),
    constraint duty_handling_known check (handling in ('timer', 'checklist', 'prompt', 'record_only')),
    constraint duty_timing_known check (timing in ('standard', 'enhanced')),
    constraint duty_state_known check (state in (
      'not-due', 'due', 'delivered', 'delivered-late', 'missed', 'not-known', 'declined', 'changed', 'not-applicable'
    )),
    constraint duty_counts_from_a_start check (state <> 'not-due' or (clock_started_at is null and due_at is null)),
    constraint duty_timed_has_timer check (state <> 'due' or (due_at is null) = (next_fire_at is null)),
    constraint duty_only_due_has_timer check (next_fire_at is null or state = 'due'),
    constraint duty_delivered_whole check (
      (state in ('delivered', 'delivered-late')) = (delivered_at is not null)
      and (delivered_at is null) = (evidence is null)
    ),
    constraint duty_evidence_known check (evidence in (
      'person-said', 'body-said', 'letter-or-message-seen', 'was-there', 'referral-received'
    )),
    constraint duty_early_reason_known check (early_reason in ('told-ahead', 'date-not-certain', 'opened-too-late')),
    constraint duty_chosen_whole check (
      (chosen_at is null) = (chosen_how is null) and (state not in ('declined', 'changed') or chosen_at is not null)
    ),
    constraint duty_chosen_how_known check (chosen_how in ('phone', 'in-person', 'video', 'message', 'letter')),
    constraint duty_ended_says_why check ((state = 'not-applicable') = (end_reason is not null)),
    constraint duty_end_reason_known check (end_reason in (
      'condition-not-met', 'did-not-happen', 'given-another-way', 'entered-twice', 'person-died'
    )),
    constraint duty_missed_had_a_limit check (state <> 'missed' or due_at is not null)
  );
  create index duty_next_to_fire on app.duty (next_fire_at) where next_fire_at is not null;
  create index duty_by_version on app.duty (code_version, entitlement_id) where state in ('not-due', 'due', 'changed');
  create index duty_to_tell on app.duty (due_at)
    where handling = 'timer' and due_at is not null and state in ('due', 'missed', 'not-known');

  create table app.duty_version (
    duty_id uuid not null,
    version integer not null,
    ${OF_CASE('duty_version')}
    due_at timestamptz not null,
    inputs jsonb not null,
    reason text not null,
    recorded_at timestamptz not null,
    constraint duty_version_key primary key (duty_id, version),
    constraint duty_version_of_duty foreign key (duty_id) references app.duty,
    constraint duty_version_reason_known check (reason in (
      'opened', 'clock-started', 'milestone-corrected', 'enhanced-rights', 'asked-again'
    ))
  );
  create index duty_version_by_case on app.duty_version (case_id);
  create trigger duty_version_append_only before update or delete on app.duty_version
    for each row execute function app.refuse_change();
  create trigger duty_version_never_truncated before truncate on app.duty_version
    for each statement execute function app.refuse_change();
`;

/** What a milestone means to the Code is told by whoever enters the milestone, and read by nobody of them. */
const FUNCTIONS = `
  create function app.tell_code_event(entry uuid, of_milestone uuid, what text, replaces uuid, gone boolean)
    returns boolean language plpgsql security definer set search_path = '' as $$
  begin
    insert into app.code_event (entry_id, case_id, person_id, handling_agency_id, track_id, milestone_id, event,
      happened_at, supersedes, withdrawn, recorded_by, recorded_at)
    select entry, m.case_id, m.person_id, m.handling_agency_id, m.track_id, m.milestone_id, what,
      m.happened_at, replaces, gone, app.claim_user(), app.service_now()
    from app.milestone m
    where m.milestone_id = of_milestone and m.agency_id = app.claim_agency()
      and m.xmin = pg_current_xact_id()::xid;
    return found;
  end $$;

  -- How many duties are open under a version, by entitlement: for whoever weighs a new one, and of no case.
  create function app.open_duties_of(of_version text) returns table (entitlement_id text, open_duties bigint)
    language sql stable security definer set search_path = '' as $$
    select d.entitlement_id, count(*) from app.duty d
    where d.code_version = of_version and d.state in ('not-due', 'due', 'changed')
      and (app.claim_role() in ('administrator', 'auditor')
        or (app.claim_role() in ('service-manager', 'duty-lead', 'first-responder')
          and d.handling_agency_id = app.claim_agency()))
    group by d.entitlement_id
  $$;
  revoke execute on function app.tell_code_event, app.open_duties_of from public;
  grant execute on function app.tell_code_event, app.open_duties_of to waymark_web;
`;

const HANDLER = `(select app.handles_cases()) and handling_agency_id = (select app.claim_agency())`;
const CALLER = `(select app.claim_role()) in ('first-responder', 'duty-lead') and ${HANDLER}`;
const OWN_CASE = (table: string) => `exists (
  select 1 from app.case_file c where c.case_id = ${table}.case_id and c.person_id = ${table}.person_id
    and c.handling_agency_id = ${table}.handling_agency_id)`;

const POLICIES = `
  ${['enhanced_rights', 'code_event', 'duty', 'duty_version']
    .map(
      (table) => `
    alter table app.${table} enable row level security;
    alter table app.${table} force row level security;
    create policy service_works on app.${table} to waymark_worker using (true) with check (true);
    create policy handler_sees on app.${table} for select to waymark_web using (${HANDLER});
    create policy auditor_sees on app.${table} for select to waymark_web
      using ((select app.claim_role()) = 'auditor');
    create policy provider_sees on app.${table} for select to waymark_web using (
      (select app.works_at_provider()) and app.case_shared_with_me(${table}.case_id)
      and app.shared_with_me(${table}.person_id, 'investigation')
    );
    create policy caller_adds on app.${table} for insert to waymark_web with check (${CALLER} and ${OWN_CASE(table)});
    grant select, insert on app.${table} to waymark_web, waymark_worker;
    select app.put_behind_walls('app.${table}');
    select app.open_to_subject_packs('app.${table}');`,
    )
    .join('\n')}

  create policy migrator_tells on app.code_event for insert to current_user with check (true);
  create policy migrator_begins on app.enhanced_rights for insert to current_user with check (true);
  create policy caller_answers on app.code_event for update to waymark_web using (${CALLER});
  grant update (answered_at) on app.code_event to waymark_web, waymark_worker;
  create policy caller_changes on app.duty for update to waymark_web using (${CALLER});
  grant update (track_id, trigger_id, triggered_at, timing, state, clock_started_at, clock_by, due_at, upstream_due_at,
    version, next_fire_at, prompted_at, delivered_at, evidence, early_reason, confirmation_awaited, chosen_at,
    chosen_how, end_reason, recorded_by, revision) on app.duty to waymark_web, waymark_worker;
  create policy duty_reads_back on app.journal for select to waymark_web using (
    subject_kind = 'duty' and exists (select 1 from app.duty d where d.duty_id = journal.subject_id)
  );
`;

/**
 * Everybody whom this service supports has Enhanced Rights from the beginning, for their offence is of the first
 * category (law §2.3); and what was reported to the police is an event of the Code that the referral itself tells.
 */
const INTAKE = `
  create function app.begin_code_rights() returns trigger
    language plpgsql security definer set search_path = '' as $$
  begin
    insert into app.enhanced_rights (case_id, person_id, handling_agency_id, category, recorded_at)
    values (new.case_id, new.person_id, new.handling_agency_id, 'most-serious-crime', new.opened_at);
    insert into app.code_event (entry_id, case_id, person_id, handling_agency_id, event, happened_at, referred_at,
      recorded_at)
    select gen_random_uuid(), new.case_id, new.person_id, new.handling_agency_id, 'crime_reported',
      least(p.reported_at, new.opened_at), r.submitted_at, greatest(new.opened_at, p.reported_at)
    from app.referral r join app.report p on p.report_id = r.report_id
    where r.referral_id = new.referral_id and r.source = 'police';
    return null;
  end $$;
  create trigger case_file_begins_code_rights after insert on app.case_file
    for each row execute function app.begin_code_rights();
  insert into app.enhanced_rights (case_id, person_id, handling_agency_id, category, recorded_at)
  select c.case_id, c.person_id, c.handling_agency_id, 'most-serious-crime', c.opened_at from app.case_file c;
  insert into app.code_event (entry_id, case_id, person_id, handling_agency_id, event, happened_at, referred_at,
    recorded_at)
  select gen_random_uuid(), c.case_id, c.person_id, c.handling_agency_id, 'crime_reported',
    least(p.reported_at, c.opened_at), r.submitted_at, greatest(c.opened_at, p.reported_at)
  from app.case_file c join app.referral r on r.referral_id = c.referral_id join app.report p on p.report_id = r.report_id
  where r.source = 'police' and c.closed_at is null;
`;

const NOTICES = `
  alter function app.notice_stands(text, uuid) rename to notice_stands_besides_duties;
  create function app.notice_stands(kind text, subject uuid) returns boolean language sql stable as $$
    select case kind
      when 'duty' then exists (
        select 1 from app.duty d where d.duty_id = subject and d.state in ('due', 'missed', 'not-known'))
      else app.notice_stands_besides_duties(kind, subject) end
  $$;
`;
