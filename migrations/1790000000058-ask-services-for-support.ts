import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowCodes } from './allow-codes';

/**
 * Requests for support. The desk sees those of its own cases; the receiving agency those that were sent to it, only
 * while there is a ground for showing them, and never one that was taken back (P6). A live request always has a step, a
 * due time and a next wake-up: the table refuses one without (P1).
 */
export class AskServicesForSupport1790000000058 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(FUNCTIONS);
    await runner.query(POLICIES);
    await runner.query(
      allowCodes({
        table: 'app.overdue_work',
        constraint: 'overdue_work_kind_known',
        column: 'kind',
        codes: ['service-request'],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy receiver_reads_requests_back on app.journal;
      drop table app.service_request_notice, app.service_request_step, app.service_request_minimum;
      drop table app.service_request, app.request_clock_version;
      drop function app.need_goes_on(uuid), app.may_note_request_step(uuid), app.follows_own_request(uuid, uuid, uuid, uuid, text),
        app.is_received(uuid), app.request_ground_stands(uuid, uuid, text);
      alter table app.routing_decision drop constraint routing_decision_of_one_case;
    `);
  }
}

const LIVE = `('proposed', 'sent', 'acknowledged', 'waiting', 'allocated', 'active')`;

const TABLES = `
  -- A request may rest on a decision about its own case and on no other.
  alter table app.routing_decision
    add constraint routing_decision_of_one_case unique (decision_id, case_id);

  create table app.request_clock_version (
    version integer primary key,
    body jsonb not null,
    effective_from timestamptz not null,
    constraint request_clock_version_from_one check (version >= 1),
    constraint request_clock_version_says_itself check ((body->>'version')::integer = version)
  );
  create trigger request_clock_version_append_only before update or delete on app.request_clock_version
    for each row execute function app.refuse_change();
  create trigger request_clock_version_never_truncated before truncate on app.request_clock_version
    for each statement execute function app.refuse_change();

  create table app.service_request (
    request_id uuid primary key,
    case_id uuid not null,
    person_id uuid not null,
    handling_agency_id uuid not null,
    reference text not null,
    kind text not null,
    service_id uuid,
    agency_id uuid,
    reached_by text not null,
    suggested_service_id uuid,
    purpose text not null,
    state text not null,
    band text not null,
    band_rank integer generated always as (case band when 'urgent' then 0 when 'soon' then 1 else 2 end) stored,
    first_asked_at timestamptz not null,
    proposed_by uuid,
    proposed_at timestamptz not null,
    sent_at timestamptz,
    sent_on text,
    acknowledged_at timestamptz,
    decided_at timestamptz,
    decline_reason text,
    redirect_reason text,
    waiting_since timestamptz,
    last_still_wanted_at timestamptz,
    allocated_to uuid,
    allocated_at timestamptz,
    started_at timestamptz,
    reviewed_at timestamptz,
    ended_at timestamptz,
    ending text,
    withdraw_reason text,
    step text,
    due_at timestamptz,
    offer_at timestamptz,
    land_at timestamptz,
    next_fire_at timestamptz,
    clocks_version integer not null,
    reminded_at timestamptz,
    offered_next_at timestamptz,
    landed_at timestamptz,
    landed_on uuid,
    managed_by uuid,
    manager_acknowledged_at timestamptz,
    instead_of uuid,
    decision_id uuid,
    share_id uuid,
    revision integer not null default 1,
    constraint service_request_of_case foreign key (case_id) references app.case_file,
    constraint service_request_of_person foreign key (person_id) references app.person,
    constraint service_request_from_agency foreign key (handling_agency_id) references app.agency,
    constraint service_request_to_agency foreign key (agency_id) references app.agency,
    constraint service_request_to_service foreign key (service_id) references app.directory_service,
    constraint service_request_suggests_service foreign key (suggested_service_id)
      references app.directory_service,
    constraint service_request_by_user foreign key (proposed_by) references app.staff_user,
    constraint service_request_allocated_to_user foreign key (allocated_to) references app.staff_user,
    constraint service_request_landed_on_user foreign key (landed_on) references app.staff_user,
    constraint service_request_managed_by_user foreign key (managed_by) references app.staff_user,
    constraint service_request_instead_of_another foreign key (instead_of) references app.service_request,
    constraint service_request_opened_share foreign key (share_id) references app.share,
    constraint service_request_on_decision_of_case foreign key (decision_id, case_id)
      references app.routing_decision (decision_id, case_id),
    constraint service_request_kind_known check (kind in ('isva', 'child-isva', 'sarc', 'counselling',
      'family-support', 'victim-support', 'idva', 'gp', 'sexual-health', 'mental-health', 'out-of-area')),
    constraint service_request_reached_by_known check (reached_by in ('inbox', 'handed-over')),
    constraint service_request_purpose_known check (purpose in ('support', 'health-care', 'safeguarding')),
    constraint service_request_state_known check (state in ('proposed', 'sent', 'acknowledged', 'waiting',
      'allocated', 'active', 'declined', 'redirected', 'withdrawn', 'not-wanted', 'ended')),
    constraint service_request_band_known check (band in ('urgent', 'soon', 'routine')),
    constraint service_request_decline_known check (decline_reason in ('out-of-area', 'age', 'list-closed',
      'not-yet-safe', 'not-steady-enough', 'criminal-case-advice', 'told-to-the-lead', 'open-elsewhere',
      'person-chose-otherwise', 'not-enough-known')),
    constraint service_request_redirect_known check (redirect_reason in ('fits-better', 'other-area', 'other-age',
      'sooner-there', 'person-asked')),
    constraint service_request_withdraw_known check (withdraw_reason in ('person-asked', 'asked-in-error',
      'not-needed', 'consent-withdrawn', 'consent-expired', 'override-ended', 'chose-another', 'case-closed', 'died',
      'erased', 'not-possible', 'service-retired')),
    constraint service_request_ending_known check (ending in ('planned', 'unplanned', 'transferred')),
    constraint service_request_step_known check (step in ('choose', 'send', 'acknowledge', 'decide',
      'ask-still-wanted', 'allocate', 'start', 'review', 'manage')),
    constraint service_request_live_has_next_due check (
      num_nonnulls(step, due_at, next_fire_at) = case when state in ${LIVE} then 3 else 0 end
    ),
    constraint service_request_service_has_agency check ((service_id is null) = (agency_id is null)),
    constraint service_request_goes_elsewhere check (agency_id <> handling_agency_id),
    constraint service_request_sent_whole check (num_nonnulls(sent_at, sent_on) in (0, 2)),
    constraint service_request_sent_on_ground check (sent_on in ('consent', 'override')),
    constraint service_request_sent_somewhere check (sent_at is null or service_id is not null),
    constraint service_request_answered_was_sent check (
      sent_at is not null or state in ('proposed', 'withdrawn', 'not-wanted')
    ),
    constraint service_request_declined_says_why check ((state = 'declined') = (decline_reason is not null)),
    constraint service_request_redirected_says_why check ((state = 'redirected') = (redirect_reason is not null)),
    constraint service_request_withdrawn_says_why check ((state = 'withdrawn') = (withdraw_reason is not null)),
    constraint service_request_ended_says_how check ((state = 'ended') = (ending is not null)),
    constraint service_request_accepted_was_decided check (
      state not in ('waiting', 'allocated', 'active') or num_nonnulls(decided_at, waiting_since) = 2
    ),
    constraint service_request_active_was_started check (state <> 'active' or started_at is not null),
    constraint service_request_asked_first check (first_asked_at <= proposed_at),
    constraint service_request_not_of_itself check (instead_of <> request_id)
  );
  create unique index service_request_one_live on app.service_request (case_id, kind, service_id)
    where state in ${LIVE};
  create index service_request_by_case on app.service_request (case_id, proposed_at);
  create index service_request_by_person on app.service_request (person_id);
  create index service_request_instead on app.service_request (instead_of) where instead_of is not null;
  create index service_request_inbox on app.service_request (agency_id, band_rank, due_at, request_id)
    where state in ('sent', 'acknowledged');
  create index service_request_caseload on app.service_request (agency_id, first_asked_at, request_id)
    where state in ('waiting', 'allocated', 'active');
  create index service_request_unassigned on app.service_request (agency_id, first_asked_at, request_id)
    where state in ('waiting', 'allocated', 'active') and allocated_to is null;
  create index service_request_accepted on app.service_request (agency_id, decided_at desc, request_id desc)
    where state in ('waiting', 'allocated', 'active');
  create index service_request_over on app.service_request (agency_id, decided_at desc, request_id desc)
    where state in ('declined', 'redirected', 'ended', 'not-wanted') and sent_at is not null;
  create index service_request_of_worker on app.service_request (allocated_to, first_asked_at, request_id)
    where allocated_to is not null and state in ('allocated', 'active');
  create index service_request_of_manager on app.service_request (managed_by)
    where managed_by is not null and state in ('proposed', 'sent', 'acknowledged');
  create index service_request_queue on app.service_request (service_id, waiting_since)
    where state in ('waiting', 'allocated', 'active');
  create index service_request_firing on app.service_request (next_fire_at) where next_fire_at is not null;
  create index service_request_sent_live on app.service_request (request_id)
    where state in ('sent', 'acknowledged', 'waiting', 'allocated', 'active');

  -- What a service sees before it says yes. Apart from the request, so that it can be kept from whoever lost the ground.
  create table app.service_request_minimum (
    request_id uuid primary key,
    case_id uuid not null,
    agency_id uuid not null,
    body jsonb not null,
    constraint service_request_minimum_of_request foreign key (request_id) references app.service_request,
    constraint service_request_minimum_of_case foreign key (case_id) references app.case_file,
    constraint service_request_minimum_is_codes check (
      body->>'ageBand' in ('under-13', '13-15', '16-17', '18-24', '25-39', '40-59', '60-plus')
    )
  );

  create table app.service_request_step (
    step_id uuid primary key default uuidv7(),
    request_id uuid not null,
    case_id uuid not null,
    handling_agency_id uuid not null,
    agency_id uuid,
    act text not null,
    state text not null,
    reason text,
    happened_at timestamptz not null,
    by_user_id uuid,
    by_agency_id uuid,
    constraint service_request_step_of_request foreign key (request_id) references app.service_request,
    constraint service_request_step_of_case foreign key (case_id) references app.case_file,
    constraint service_request_step_act_is_code check (act ~ '^[a-z-]{1,40}$'),
    constraint service_request_step_reason_is_code check (reason ~ '^[a-z-]{1,40}$'),
    constraint service_request_step_by_somebody check ((by_user_id is null) = (by_agency_id is null))
  );
  create index service_request_step_by_request on app.service_request_step (request_id, happened_at, step_id);
  create index service_request_step_by_case on app.service_request_step (case_id);
  create trigger service_request_step_append_only before update or delete on app.service_request_step
    for each row execute function app.refuse_change();
  create trigger service_request_step_never_truncated before truncate on app.service_request_step
    for each statement execute function app.refuse_change();

  -- What the receiving agency is told of a request that it may not open: that there is one, or that there is none now.
  create table app.service_request_notice (
    notice_id uuid primary key default uuidv7(),
    request_id uuid not null,
    case_id uuid not null,
    agency_id uuid not null,
    handling_agency_id uuid not null,
    kind text not null,
    support_kind text not null,
    reference text not null,
    raised_at timestamptz not null,
    constraint service_request_notice_of_request foreign key (request_id) references app.service_request,
    constraint service_request_notice_of_case foreign key (case_id) references app.case_file,
    constraint service_request_notice_kind_known check (kind in ('sent', 'withdrawn')),
    constraint service_request_notice_once unique (request_id, kind)
  );
  create index service_request_notice_inbox on app.service_request_notice (agency_id, kind, raised_at desc, notice_id);
`;

const FUNCTIONS = `
  -- For the agency itself and timers. As the definer it asks for the walls once a row and not once a table.
  create function app.request_ground_stands(person uuid, agency uuid, why text) returns boolean
    language sql stable security definer set search_path = '' as $$
    select (agency = app.claim_agency() or app.claim_role() = 'service') and (
      app.consent_stands(person, 'agency:' || agency::text, why, 'needs')
      or app.override_covers(person, 'agency:' || agency::text, why, 'needs')
    )
  $$;
  revoke execute on function app.request_ground_stands from public;
  grant execute on function app.request_ground_stands to waymark_web, waymark_worker;
`;

const HANDLER = `(select app.handles_cases()) and handling_agency_id = (select app.claim_agency())`;
const PROVIDER = `(select app.claim_role()) in ('provider-worker', 'provider-coordinator')`;
const MINE = `${PROVIDER} and agency_id = (select app.claim_agency())`;
/** What is over stays readable no longer than what is not: the same ground is asked of both (P6). */
const RECEIVED = `${MINE} and sent_at is not null and state not in ('proposed', 'withdrawn')
  and app.request_ground_stands(person_id, agency_id, purpose)`;
const OWN_CASE = (table: string) =>
  `exists (select 1 from app.case_file c where c.case_id = ${table}.case_id
     and c.handling_agency_id = ${table}.handling_agency_id)`;
const CHANGES = `service_id, agency_id, reached_by, suggested_service_id, state, sent_at, sent_on, acknowledged_at,
  decided_at, decline_reason, redirect_reason, waiting_since, last_still_wanted_at, allocated_to, allocated_at,
  started_at, reviewed_at, ended_at, ending, withdraw_reason, step, due_at, offer_at, land_at, next_fire_at,
  clocks_version, reminded_at, offered_next_at, landed_at, landed_on, managed_by, manager_acknowledged_at, share_id,
  revision`;

const TABLE_NAMES = [
  'service_request',
  'service_request_minimum',
  'service_request_step',
  'service_request_notice',
];

const POLICIES = `
  alter table app.request_clock_version enable row level security;
  alter table app.request_clock_version force row level security;
  create policy migrator_writes on app.request_clock_version for insert to current_user with check (true);
  create policy signed_in_reads on app.request_clock_version for select to waymark_web
    using ((select app.claim_role()) is not null);
  create policy service_reads on app.request_clock_version for select to waymark_worker using (true);
  grant select on app.request_clock_version to waymark_web, waymark_worker;

  ${TABLE_NAMES.map(
    (table) => `
    alter table app.${table} enable row level security;
    alter table app.${table} force row level security;
    create policy service_works on app.${table} to waymark_worker using (true) with check (true);
    create policy auditor_sees on app.${table} for select to waymark_web
      using ((select app.claim_role()) = 'auditor');
    grant select, insert on app.${table} to waymark_web, waymark_worker;
    select app.put_behind_walls('app.${table}');
    select app.open_to_subject_packs('app.${table}');`,
  ).join('\n')}

  -- Whether somebody of a provider follows up a request of their own agency that has just come to nothing there.
  create function app.follows_own_request(before uuid, of_case uuid, of_person uuid, at_desk uuid, of_kind text)
    returns boolean language sql stable security definer set search_path = '' as $$
    select exists (
      select 1 from app.service_request r
      where r.request_id = before and r.agency_id = app.claim_agency()
        and app.claim_role() in ('provider-worker', 'provider-coordinator')
        and r.state in ('declined', 'redirected') and r.case_id = of_case and r.person_id = of_person
        and r.handling_agency_id = at_desk and r.kind = of_kind
    )
  $$;
  -- Whether another request of the same need lives. A service may ask only about one that has just come to nothing there.
  -- Whoever asks about one case waits for whoever asked before, and then sees what they did: hence volatile.
  create function app.need_goes_on(request uuid) returns boolean
    language plpgsql volatile security definer set search_path = '' as $$
    begin
      perform pg_advisory_xact_lock(hashtextextended('need ' || r.case_id::text, 0))
      from app.service_request r
      where r.request_id = request and (
        app.claim_role() = 'service'
        or (app.handles_cases() and r.handling_agency_id = app.claim_agency())
        or (app.claim_role() in ('provider-worker', 'provider-coordinator') and r.agency_id = app.claim_agency()
          and r.state in ('declined', 'redirected') and r.xmin = pg_current_xact_id_if_assigned()::xid)
      );
      if not found then
        return false;
      end if;
      return exists (
        with recursive up as (
          select r.request_id, r.instead_of from app.service_request r where r.request_id = request
          union
          select r.request_id, r.instead_of from app.service_request r join up on r.request_id = up.instead_of
        ), chain as (
          select up.request_id from up
          union
          select r.request_id from app.service_request r join chain on r.instead_of = chain.request_id
        )
        select 1 from app.service_request r join chain using (request_id)
        where r.request_id <> request and r.state in ${LIVE}
      );
    end
  $$;
  create function app.may_note_request_step(request uuid) returns boolean
    language sql stable security definer set search_path = '' as $$
    select exists (
      select 1 from app.service_request r
      where r.request_id = request and (
        (app.handles_cases() and r.handling_agency_id = app.claim_agency())
        or (app.claim_role() in ('provider-worker', 'provider-coordinator') and (
          r.agency_id = app.claim_agency()
          or app.follows_own_request(r.instead_of, r.case_id, r.person_id, r.handling_agency_id, r.kind)
        ))
      )
    )
  $$;
  -- Whether a request waits for the answer of the reader's agency and still has its ground. Once it is accepted, what
  -- the person agreed to is the share.
  create function app.is_received(request uuid) returns boolean
    language sql stable security definer set search_path = '' as $$
    select exists (
      select 1 from app.service_request r
      where r.request_id = request and r.agency_id = app.claim_agency() and r.sent_at is not null
        and r.state in ('sent', 'acknowledged')
        and app.request_ground_stands(r.person_id, r.agency_id, r.purpose)
    )
  $$;
  revoke execute on function app.follows_own_request, app.may_note_request_step, app.is_received, app.need_goes_on from public;
  grant execute on function app.need_goes_on to waymark_web, waymark_worker;
  grant execute on function app.follows_own_request, app.may_note_request_step, app.is_received to waymark_web;

  create policy handler_sees on app.service_request for select to waymark_web using (${HANDLER});
  create policy receiver_sees on app.service_request for select to waymark_web using (${RECEIVED});
  create policy handler_proposes on app.service_request for insert to waymark_web with check (
    ${HANDLER} and state = 'proposed' and proposed_by = (select app.claim_user())
    and exists (select 1 from app.case_file c where c.case_id = service_request.case_id
      and c.person_id = service_request.person_id and c.handling_agency_id = service_request.handling_agency_id)
  );
  create policy receiver_gives_back on app.service_request for insert to waymark_web with check (
    ${PROVIDER} and state = 'proposed' and service_id is null and proposed_by = (select app.claim_user())
    and app.follows_own_request(instead_of, case_id, person_id, handling_agency_id, kind)
  );
  create policy handler_changes on app.service_request for update to waymark_web using (${HANDLER});
  create policy receiver_changes on app.service_request for update to waymark_web using (${RECEIVED})
    with check (${MINE});
  grant update (${CHANGES}) on app.service_request to waymark_web, waymark_worker;

  create policy handler_sees on app.service_request_minimum for select to waymark_web using (
    (select app.handles_cases()) and exists (
      select 1 from app.service_request r where r.request_id = service_request_minimum.request_id
    )
  );
  create policy receiver_sees on app.service_request_minimum for select to waymark_web using (
    ${MINE} and app.is_received(request_id)
  );
  create policy handler_writes on app.service_request_minimum for insert to waymark_web with check (
    (select app.handles_cases()) and exists (
      select 1 from app.service_request r where r.request_id = service_request_minimum.request_id
        and r.case_id = service_request_minimum.case_id and r.agency_id = service_request_minimum.agency_id
    )
  );

  create policy handler_sees on app.service_request_step for select to waymark_web using (${HANDLER});
  create policy receiver_sees on app.service_request_step for select to waymark_web using (
    ${MINE} and exists (select 1 from app.service_request r where r.request_id = service_request_step.request_id)
  );
  create policy actor_notes on app.service_request_step for insert to waymark_web with check (
    by_user_id = (select app.claim_user()) and by_agency_id = (select app.claim_agency())
    and app.may_note_request_step(request_id)
  );

  create policy handler_sees on app.service_request_notice for select to waymark_web using (${HANDLER});
  create policy receiver_sees on app.service_request_notice for select to waymark_web using (${MINE});
  create policy handler_tells on app.service_request_notice for insert to waymark_web with check (
    ${HANDLER} and ${OWN_CASE('service_request_notice')}
  );

  create policy receiver_reads_requests_back on app.journal for select to waymark_web using (
    ${PROVIDER} and (
      (subject_kind = 'service-request'
        and exists (select 1 from app.service_request r where r.request_id = journal.subject_id))
      or (subject_kind = 'share' and exists (select 1 from app.share s where s.share_id = journal.subject_id))
    )
  );
`;
