import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Messages to the person: ids and codes, never an address or a word of text. Whoever changes a safe-contact card and
 * whoever hands a message over take the same lock first, so that a change that has committed is never overtaken by a
 * message (P5). Beside them: reviews of routes on which a message did not arrive, and stops of all contact.
 */
export class WriteToThePerson1790000000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LOCK);
    await runner.query(TABLES);
    await runner.query(POLICIES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke select on vault.person_record from waymark_worker;
      drop policy service_opens_claimed on vault.person_record;
      drop function app.cancel_person_messages(uuid, text, uuid, uuid);
      drop table app.contact_stop, app.safety_review, app.delivery_report, app.person_message;
      drop trigger contact_route_locks_card on app.contact_route;
      drop trigger safe_contact_card_locks_card on app.safe_contact_card;
      drop function app.lock_card_of_row();
      drop function app.lock_card(uuid);
    `);
  }
}

/** Held until the transaction ends. The triggers take it for every writer, so that no path can forget it. */
const LOCK = `
  create function app.lock_card(person uuid) returns void language sql as $$
    select pg_advisory_xact_lock(hashtextextended('safe-contact ' || person::text, 0))
  $$;
  create function app.lock_card_of_row() returns trigger language plpgsql as $$
  begin
    perform app.lock_card(new.person_id);
    return new;
  end $$;
  create trigger contact_route_locks_card before insert or update on app.contact_route
    for each row execute function app.lock_card_of_row();
  create trigger safe_contact_card_locks_card before insert on app.safe_contact_card
    for each row execute function app.lock_card_of_row();
`;

const TABLES = `
  create table app.person_message (
    message_id uuid primary key,
    case_id uuid not null,
    person_id uuid not null,
    handling_agency_id uuid not null,
    route_id uuid not null,
    channel text not null,
    kind text not null,
    template_id text not null,
    template_version integer not null,
    about_at timestamptz not null,
    state text not null default 'queued',
    reason text,
    tries integer not null default 0,
    next_try_at timestamptz,
    claimed_at timestamptz,
    provider_id uuid,
    queued_by uuid not null,
    queued_at timestamptz not null,
    handed_over_at timestamptz,
    ended_at timestamptz,
    constraint person_message_of_case foreign key (case_id) references app.case_file,
    constraint person_message_of_person foreign key (person_id) references app.person,
    constraint person_message_on_route foreign key (route_id) references app.contact_route,
    constraint person_message_from_template foreign key (template_id, template_version)
      references app.message_template_version,
    constraint person_message_by_user foreign key (queued_by) references app.staff_user,
    constraint person_message_channel_known check (channel in ('email', 'text')),
    constraint person_message_kind_known check (kind in ('appointment')),
    constraint person_message_state_known check (
      state in ('queued', 'handed-over', 'delivered', 'failed', 'withheld', 'cancelled')
    ),
    constraint person_message_reason_is_code check (reason ~ '^[a-z-]{1,40}$'),
    constraint person_message_tries_few check (tries between 0 and 3),
    constraint person_message_queued_is_next check ((state = 'queued') = (next_try_at is not null)),
    constraint person_message_ended_has_reason check (
      state not in ('failed', 'withheld', 'cancelled') or (reason is not null and ended_at is not null)
    ),
    constraint person_message_handed_over_once check (
      state not in ('handed-over', 'delivered') or handed_over_at is not null
    )
  );
  create index person_message_next on app.person_message (next_try_at) where state = 'queued';
  create index person_message_by_case on app.person_message (case_id, queued_at);
  create index person_message_failed on app.person_message (ended_at) where state = 'failed';
  create index person_message_waiting on app.person_message (person_id) where state = 'queued';

  create table app.delivery_report (
    report_id uuid primary key default uuidv7(),
    message_id uuid not null,
    outcome text not null,
    reported_at timestamptz not null default now(),
    taken_at timestamptz,
    constraint delivery_report_outcome_known check (outcome in ('delivered', 'failed'))
  );
  create index delivery_report_waiting on app.delivery_report (reported_at) where taken_at is null;

  create table app.safety_review (
    review_id uuid primary key,
    case_id uuid not null,
    person_id uuid not null,
    handling_agency_id uuid not null,
    reference text not null,
    route_id uuid not null,
    message_id uuid not null,
    cause text not null,
    state text not null default 'open',
    opened_at timestamptz not null,
    due_at timestamptz not null,
    answer text,
    answered_by uuid,
    answered_at timestamptz,
    revision integer not null default 1,
    constraint safety_review_one_per_message unique (message_id),
    constraint safety_review_of_case foreign key (case_id) references app.case_file,
    constraint safety_review_of_person foreign key (person_id) references app.person,
    constraint safety_review_of_route foreign key (route_id) references app.contact_route,
    constraint safety_review_of_message foreign key (message_id) references app.person_message,
    constraint safety_review_cause_known check (
      cause in ('not-accepted', 'bounced', 'given-up', 'outcome-unknown')
    ),
    constraint safety_review_state_known check (state in ('open', 'answered')),
    constraint safety_review_answer_known check (answer in ('keep-on-hold', 'out-of-use', 'safe-again')),
    constraint safety_review_answered_by_someone check (
      (state = 'answered') = (answer is not null and answered_by is not null and answered_at is not null)
    )
  );
  create index safety_review_open on app.safety_review (handling_agency_id, due_at) where state = 'open';
  create index safety_review_by_case on app.safety_review (case_id);

  create table app.contact_stop (
    stop_id uuid primary key,
    person_id uuid not null,
    case_id uuid not null,
    handling_agency_id uuid not null,
    cause text not null,
    stopped_by uuid not null,
    stopped_at timestamptz not null,
    lifted_by uuid,
    lifted_at timestamptz,
    constraint contact_stop_of_person foreign key (person_id) references app.person,
    constraint contact_stop_of_case foreign key (case_id) references app.case_file,
    constraint contact_stop_cause_known check (cause in ('stop-word', 'asked-to-stop', 'died')),
    constraint contact_stop_lifted_by_someone check ((lifted_by is null) = (lifted_at is null)),
    constraint contact_stop_of_the_dead_stays check (cause <> 'died' or lifted_at is null)
  );
  create unique index contact_stop_once on app.contact_stop (person_id, cause) where lifted_at is null;
`;

const OWN_AGENCY = 'handling_agency_id = (select app.claim_agency())';
const CALLER = `(select app.claim_role()) in ('first-responder', 'duty-lead')`;
const caseOf = (table: string) =>
  `exists (select 1 from app.case_file c where c.case_id = ${table}.case_id and c.person_id = ${table}.person_id
     and c.handling_agency_id = ${table}.handling_agency_id)`;

const byAgency = (table: string) => `
  alter table app.${table} enable row level security;
  alter table app.${table} force row level security;
  create policy service_works on app.${table} to waymark_worker using (true) with check (true);
  create policy handler_sees on app.${table} for select to waymark_web using (
    (select app.handles_cases()) and ${OWN_AGENCY}
  );
  create policy auditor_sees on app.${table} for select to waymark_web
    using ((select app.claim_role()) = 'auditor');
  grant select on app.${table} to waymark_web, waymark_worker;`;

const POLICIES = `
  ${['person_message', 'safety_review', 'contact_stop'].map(byAgency).join('\n')}

  create policy caller_queues on app.person_message for insert to waymark_web with check (
    ${CALLER} and ${OWN_AGENCY} and queued_by = (select app.claim_user()) and state = 'queued' and tries = 0
    and claimed_at is null and ${caseOf('person_message')}
    and exists (select 1 from app.contact_route r where r.route_id = person_message.route_id
      and r.person_id = person_message.person_id)
  );
  grant insert on app.person_message to waymark_web;
  grant update (state, reason, tries, next_try_at, claimed_at, provider_id, handed_over_at, ended_at)
    on app.person_message to waymark_worker;

  -- The worker opens the address of a message that it has claimed, and nothing else about anybody.
  create policy service_opens_claimed on vault.person_record as restrictive for select to waymark_worker using (
    kind = 'contact-route' and exists (
      select 1 from app.person_message m
      where m.route_id = record_id and m.state = 'queued' and m.claimed_at is not null
    )
  );
  grant select on vault.person_record to waymark_worker;

  create policy message_canceller on app.person_message to current_user using (true) with check (true);
  -- Stopping a message is never the unsafe way, so whoever may change anything about a person stops all of them, also
  -- those of cases that they cannot see.
  create function app.cancel_person_messages(person uuid, because text, route uuid, message uuid)
    returns table (message_id uuid, case_id uuid) language plpgsql security definer set search_path = '' as $$
  begin
    perform app.lock_card(person);
    return query
      update app.person_message m
      set state = 'cancelled', reason = because, next_try_at = null, ended_at = app.service_now()
      where m.person_id = person and m.state = 'queued' and (route is null or m.route_id = route)
        and (message is null or m.message_id = message)
      returning m.message_id, m.case_id;
  end $$;
  revoke execute on function app.cancel_person_messages(uuid, text, uuid, uuid) from public;
  grant execute on function app.cancel_person_messages(uuid, text, uuid, uuid) to waymark_web, waymark_worker;

  alter table app.delivery_report enable row level security;
  alter table app.delivery_report force row level security;
  create policy service_works on app.delivery_report to waymark_worker using (true) with check (true);
  create policy provider_reports on app.delivery_report for insert to waymark_web with check (
    taken_at is null and (select app.claim_role()) = 'service'
  );
  grant insert (message_id, outcome) on app.delivery_report to waymark_web;
  grant select, insert on app.delivery_report to waymark_worker;
  grant update (taken_at) on app.delivery_report to waymark_worker;

  create policy lead_answers on app.safety_review for update to waymark_web
    using ((select app.claim_role()) = 'duty-lead' and ${OWN_AGENCY})
    with check ((select app.claim_role()) = 'duty-lead' and ${OWN_AGENCY}
      and answered_by = (select app.claim_user()));
  grant update (state, answer, answered_by, answered_at, revision) on app.safety_review to waymark_web;
  grant insert on app.safety_review to waymark_worker;

  create policy caller_stops on app.contact_stop for insert to waymark_web with check (
    ${CALLER} and ${OWN_AGENCY} and stopped_by = (select app.claim_user()) and lifted_at is null
    and ${caseOf('contact_stop')}
  );
  create policy lead_lifts on app.contact_stop for update to waymark_web
    using ((select app.claim_role()) = 'duty-lead' and ${OWN_AGENCY})
    with check ((select app.claim_role()) = 'duty-lead' and ${OWN_AGENCY}
      and lifted_by = (select app.claim_user()));
  grant insert on app.contact_stop to waymark_web;
  grant update (lifted_by, lifted_at) on app.contact_stop to waymark_web;
`;
