import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The data-protection desk: requests about people's data with every version of their clocks, packs and what in them is
 * about others, releases to somebody else by two people, corrections, and breaches. The desk reads a person through one
 * function that asks for an open request first, never a table of cases.
 */
export class KeepDataRequests1790000000036 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REQUESTS);
    await runner.query(RELEASES);
    await runner.query(BREACHES);
    await runner.query(FUNCTIONS);
    await runner.query(POLICIES);
    await runner.query(PACKS);
    await runner.query(
      SEALED_KINDS.map((kind) =>
        allowed('vault.person_record', 'person_record_kind_known', 'kind', kind),
      ).join('\n'),
    );
    await runner.query(
      SEEN.map((what) => allowed('app.access_log', 'access_log_what_known', 'what', what)).join('\n'),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$ declare p record; begin
        for p in select schemaname, tablename, policyname from pg_policies
          where policyname in ('subject_pack_reads', 'data_desk_delivers', 'data_desk_seals', 'data_desk_reads',
            'data_desk_appends', 'data_desk_reads_back', 'data_desk_marks', 'data_desk_unmarks',
            'data_desk_finds_marks', 'data_desk_corrects', 'data_desk_restricts', 'packs_are_the_desks')
        loop
          execute format('drop policy %I on %I.%I', p.policyname, p.schemaname, p.tablename);
        end loop;
      end $$;
      drop function app.rows_about(uuid), app.open_to_subject_packs(regclass), app.person_of_reference(text),
        app.may_be_asked_about(uuid, uuid);
      drop table vault.request_record, app.pack_item, app.victim_information_request, app.rectification,
        app.information_request_clock, app.information_request, app.breach_record cascade;
      drop function app.people_of_requests(), app.keeps_data_requests();
    `);
  }
}

const SEALED_KINDS = ['subject-pack', 'pack-words', 'rectification'];
const SEEN = [
  'subject-pack',
  'request-words',
  'crime-reference',
  'referrer',
  'redirect-acknowledgement',
  'match-note',
];

const KINDS = `'subject-access', 'rectification', 'restriction', 'objection', 'erasure', 'victim-information', 'complaint'`;

const REQUESTS = `
  create table app.information_request (
    request_id uuid primary key,
    reference text not null,
    kind text not null,
    state text not null,
    handling_agency_id uuid not null,
    case_id uuid,
    person_id uuid,
    received_at timestamptz not null,
    received_via text not null,
    requester text not null,
    owner_user_id uuid not null,
    identity_how text,
    identity_at timestamptz,
    waits jsonb not null default '[]',
    extended_at timestamptz,
    extension text,
    acknowledged_at timestamptz,
    next_due text,
    next_due_on date,
    next_due_at timestamptz,
    pack_record_id uuid,
    pack_hash text,
    delivery text,
    settlement text,
    refusal text,
    proposed_by uuid,
    decided_by uuid,
    closed_at timestamptz,
    revision integer not null default 1,
    constraint information_request_reference_once unique (reference),
    constraint information_request_of_case foreign key (case_id) references app.case_file,
    constraint information_request_of_person foreign key (person_id) references app.person,
    constraint information_request_owned foreign key (owner_user_id) references app.staff_user,
    constraint information_request_kind_known check (kind in (${KINDS})),
    constraint information_request_state_known check (state in (
      'received', 'searching', 'review', 'ready', 'acknowledged', 'proposed', 'delivered', 'settled', 'refused', 'withdrawn'
    )),
    constraint information_request_case_has_person check ((case_id is null) = (person_id is null)),
    constraint information_request_via_known check (
      received_via in ('email', 'letter', 'telephone', 'in-person', 'colleague')
    ),
    constraint information_request_requester_known check (
      requester in ('person', 'parent', 'solicitor', 'advocate', 'police', 'court', 'other')
    ),
    constraint information_request_identity_whole check ((identity_how is null) = (identity_at is null)),
    constraint information_request_extension_whole check ((extension is null) = (extended_at is null)),
    constraint information_request_live_is_due check (
      (closed_at is null) = (num_nonnulls(next_due, next_due_on, next_due_at) = 3)
    ),
    constraint information_request_closed_has_time check (
      (state in ('delivered', 'settled', 'refused', 'withdrawn')) = (closed_at is not null)
    ),
    constraint information_request_refused_says_why check ((state = 'refused') = (refusal is not null)),
    constraint information_request_settled_says_how check (state <> 'settled' or settlement is not null),
    constraint information_request_delivered_says_how check ((state = 'delivered') = (delivery is not null)),
    constraint information_request_ready_has_pack check (
      state not in ('ready', 'delivered') or (pack_record_id is not null and pack_hash ~ '^[0-9a-f]{64}$')
    ),
    constraint information_request_pack_of_someone check (
      state not in ('review', 'ready', 'delivered') or person_id is not null
    ),
    constraint information_request_released_by_two check (
      kind <> 'victim-information' or state <> 'settled' or (decided_by is not null and decided_by <> proposed_by)
    ),
    constraint information_request_waits_list check (jsonb_typeof(waits) = 'array')
  );
  create index information_request_by_due on app.information_request (handling_agency_id, next_due_at, request_id)
    where closed_at is null;
  create index information_request_closed on app.information_request (handling_agency_id, closed_at, request_id)
    where closed_at is not null;
  create index information_request_by_person on app.information_request (person_id);

  create table app.information_request_clock (
    request_id uuid not null,
    version integer not null,
    due text not null,
    due_on date not null,
    due_at timestamptz not null,
    inputs jsonb not null,
    recorded_at timestamptz not null,
    constraint information_request_clock_key primary key (request_id, version),
    constraint information_request_clock_of_request foreign key (request_id) references app.information_request
  );
  create trigger information_request_clock_append_only before update or delete on app.information_request_clock
    for each row execute function app.refuse_change();

  create table app.pack_item (
    request_id uuid not null,
    item_key text not null,
    sealed_kind text,
    person_id uuid not null,
    decision text,
    reason text,
    words_id uuid,
    decided_by uuid,
    decided_at timestamptz,
    revision integer not null default 1,
    constraint pack_item_key primary key (request_id, item_key),
    constraint pack_item_of_request foreign key (request_id) references app.information_request,
    constraint pack_item_decision_known check (decision in ('include', 'redact', 'withhold')),
    constraint pack_item_decided_whole check (num_nonnulls(decision, decided_by, decided_at) in (0, 3)),
    constraint pack_item_reworded_has_words check ((words_id is not null) = coalesce(decision = 'redact', false)),
    constraint pack_item_kept_back_says_why check (
      (decision is null or decision = 'include') = (reason is null)
    )
  );
  create index pack_item_by_person on app.pack_item (person_id);

  create table vault.request_record (
    record_id uuid primary key,
    person_id uuid,
    sealed bytea not null,
    sealed_at timestamptz not null,
    constraint request_record_of_person foreign key (person_id) references app.person
  );
  create index request_record_by_person on vault.request_record (person_id);

  create table app.rectification (
    rectification_id uuid primary key,
    request_id uuid not null,
    person_id uuid not null,
    field text not null,
    outcome text not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    constraint rectification_of_request foreign key (request_id) references app.information_request,
    constraint rectification_of_person foreign key (person_id) references app.person,
    constraint rectification_field_known check (field in ('full-name', 'name-to-ask-for', 'other')),
    constraint rectification_outcome_known check (outcome in ('corrected', 'note-added')),
    constraint rectification_other_is_noted check (field <> 'other' or outcome = 'note-added')
  );
  create index rectification_by_person on app.rectification (person_id);
  create trigger rectification_append_only before update or delete on app.rectification
    for each row execute function app.refuse_change();

  alter table app.person add column restricted_at timestamptz, add column restricted_by_request uuid,
    add constraint person_restricted_by_request check ((restricted_at is null) = (restricted_by_request is null));
  create index person_restricted on app.person (person_id) where restricted_at is not null;
`;

const RELEASES = `
  create table app.victim_information_request (
    request_id uuid primary key,
    counselling boolean not null,
    tests text[] not null default '{}',
    senior_approved boolean not null default false,
    notification text,
    notified_at timestamptz,
    view text,
    view_taken_by uuid,
    view_taken_at timestamptz,
    released text[] not null default '{}',
    legal_hold boolean not null default true,
    revision integer not null default 1,
    constraint victim_information_of_request foreign key (request_id) references app.information_request,
    constraint victim_information_tests_known check (tests <@ array[
      'belief-held', 'reasonable-line', 'necessary', 'probative-value'
    ]),
    constraint victim_information_notification_known check (
      notification in ('told', 'impracticable', 'harm-to-investigation', 'serious-harm')
    ),
    constraint victim_information_view_known check (view in ('agrees', 'objects', 'no-view', 'not-asked')),
    constraint victim_information_view_whole check (num_nonnulls(view, view_taken_by, view_taken_at) in (0, 3)),
    constraint victim_information_released_known check (released <@ array[
      'identity', 'contact-facts', 'dates-of-support', 'referral-facts', 'advocacy-records', 'counselling-records'
    ]),
    constraint victim_information_counselling_was_asked check (
      counselling or not released @> array['counselling-records']
    )
  );
`;

const BREACHES = `
  create table app.breach_record (
    breach_id uuid primary key,
    reference text not null,
    handling_agency_id uuid not null,
    kind text not null,
    risk text,
    people_affected integer not null,
    noticed_at timestamptz not null,
    recorded_at timestamptz not null,
    regulator_due_at timestamptz not null,
    reported_at timestamptz,
    people_told_at timestamptz,
    closed_at timestamptz,
    owner_user_id uuid not null,
    revision integer not null default 1,
    constraint breach_record_reference_once unique (reference),
    constraint breach_record_owned foreign key (owner_user_id) references app.staff_user,
    constraint breach_record_kind_known check (kind in (
      'wrong-recipient', 'seen-by-someone-unsafe', 'lost-or-stolen', 'unauthorised-access', 'not-available', 'other'
    )),
    constraint breach_record_risk_known check (risk in ('unlikely', 'risk', 'high-risk')),
    constraint breach_record_people_counted check (people_affected between 0 and 1000000),
    constraint breach_record_noticed_first check (noticed_at <= recorded_at and noticed_at < regulator_due_at),
    constraint breach_record_closed_with_duties_done check (closed_at is null or (
      risk is not null and (risk = 'unlikely' or reported_at is not null)
      and (risk <> 'high-risk' or people_told_at is not null)
    ))
  );
  create index breach_record_open on app.breach_record (handling_agency_id, regulator_due_at) where closed_at is null;
`;

const DEFINER = `stable security definer set search_path = ''`;

/** `mayReadRestricted` of domain/data-protection says the same as the last branch of \`behind_wall\`. */
const FUNCTIONS = `
  create function app.keeps_data_requests() returns boolean language sql stable as $$
    select app.claim_role() = 'data-protection-officer'
  $$;

  ${[
    'app.information_request',
    'app.information_request_clock',
    'app.pack_item',
    'app.rectification',
    'app.victim_information_request',
    'app.breach_record',
    'vault.request_record',
  ]
    .map(
      (table) => `
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    create policy service_works on ${table} to waymark_worker using (true) with check (true);`,
    )
    .join('\n')}
  create policy data_desk_keeper on app.information_request for select to current_user using (true);

  -- Whom an open request is about: the one door through which the desk reaches a person.
  create function app.people_of_requests() returns setof uuid language sql ${DEFINER} rows 20 as $$
    select r.person_id from app.information_request r
    where r.person_id is not null and r.handling_agency_id = app.claim_agency()
      and app.claim_role() = 'data-protection-officer'
      and (r.closed_at is null or r.kind = 'restriction')
  $$;

  -- The case of a reference that somebody gave with their request, of the desk's own agency.
  create function app.person_of_reference(with_reference text) returns table (case_id uuid, person_id uuid)
    language sql ${DEFINER} as $$
    select c.case_id, c.person_id from app.case_file c
    where c.reference = with_reference and c.handling_agency_id = app.claim_agency()
      and app.claim_role() = 'data-protection-officer'
      and c.case_id not in (select b.case_id from app.behind_wall() b)
  $$;

  create function app.may_be_asked_about(of_case uuid, of_person uuid) returns boolean language sql ${DEFINER} as $$
    select exists (
      select 1 from app.case_file c where c.case_id = of_case and c.person_id = of_person
        and c.handling_agency_id = app.claim_agency() and app.claim_role() = 'data-protection-officer'
        and c.case_id not in (select b.case_id from app.behind_wall() b)
    )
  $$;

  create or replace function app.behind_wall() returns table (case_id uuid, referral_id uuid, person_id uuid)
    language sql ${DEFINER} rows 20 as $$
    select w.case_id, w.referral_id, w.person_id from app.walled_off() w
    where not exists (
      select 1 from app.break_glass g where g.user_id = app.claim_user() and g.case_id = w.case_id
        and g.until_at > app.service_now()
    )
    union all
    select c.case_id, c.referral_id, c.person_id
    from app.person p join app.case_file c on c.person_id = p.person_id
    where p.restricted_at is not null and app.claim_role() not in ('data-protection-officer', 'duty-lead')
  $$;

  create or replace function app.mark_walled_cases() returns trigger language plpgsql
    security definer set search_path = app, pg_catalog as $$
  begin
    update app.case_file c set walled = not c.walled
    where c.person_id = new.person_id and c.walled <> (
      exists (select 1 from app.case_wall w where w.person_id = new.person_id and w.lifted_at is null)
      or exists (select 1 from app.person p where p.person_id = new.person_id and p.restricted_at is not null)
    );
    return null;
  end $$;
  create or replace function app.mark_new_case() returns trigger language plpgsql
    security definer set search_path = app, pg_catalog as $$
  begin
    new.walled := exists (
      select 1 from app.case_wall w where w.person_id = new.person_id and w.lifted_at is null
    ) or exists (
      select 1 from app.person p where p.person_id = new.person_id and p.restricted_at is not null
    );
    return new;
  end $$;
  create trigger restriction_marks_cases after update of restricted_at on app.person
    for each row execute function app.mark_walled_cases();

  revoke execute on function app.people_of_requests, app.person_of_reference,
    app.may_be_asked_about from public;
  grant execute on function app.people_of_requests, app.person_of_reference,
    app.may_be_asked_about to waymark_web;
`;

const DESK = `(select app.keeps_data_requests())`;
const OWN = `handling_agency_id = (select app.claim_agency())`;
const OF_REQUEST = (table: string) =>
  `exists (select 1 from app.information_request r where r.request_id = ${table}.request_id)`;
const MANAGER_OF_RELEASE = `(select app.claim_role()) = 'service-manager' and kind = 'victim-information'`;
const AUDITOR = `(select app.claim_role()) = 'auditor'`;

const POLICIES = `
  create policy desk_sees on app.information_request for select to waymark_web using (
    ${OWN} and (${DESK} or (${MANAGER_OF_RELEASE}))
  );
  create policy auditor_sees on app.information_request for select to waymark_web using (${AUDITOR});
  create policy desk_receives on app.information_request for insert to waymark_web with check (
    ${DESK} and ${OWN} and owner_user_id = (select app.claim_user()) and state = 'received'
    and (case_id is null or app.may_be_asked_about(case_id, person_id))
  );
  create policy desk_changes on app.information_request for update to waymark_web using (
    ${OWN} and closed_at is null and (${DESK} or (${MANAGER_OF_RELEASE} and state = 'proposed'))
  ) with check (
    ${OWN} and (case_id is null or (select app.claim_role()) = 'service-manager'
      or app.may_be_asked_about(case_id, person_id))
  );
  grant select, insert on app.information_request to waymark_web, waymark_worker;
  grant update (state, case_id, person_id, identity_how, identity_at, waits, extended_at, extension, acknowledged_at,
    next_due, next_due_on, next_due_at, pack_record_id, pack_hash, delivery, settlement, refusal, proposed_by,
    decided_by, closed_at, revision) on app.information_request to waymark_web;
  select app.put_behind_walls('app.information_request');

  ${['information_request_clock', 'pack_item', 'rectification', 'victim_information_request']
    .map(
      (table) => `
    create policy desk_sees on app.${table} for select to waymark_web using (${OF_REQUEST(table)});
    create policy desk_adds on app.${table} for insert to waymark_web with check (
      (${DESK}${table === 'information_request_clock' ? ` or (select app.claim_role()) = 'service-manager'` : ''})
      and ${OF_REQUEST(table)}
    );
    grant select, insert on app.${table} to waymark_web, waymark_worker;`,
    )
    .join('\n')}
  create policy desk_decides on app.pack_item for update to waymark_web using (${DESK} and ${OF_REQUEST('pack_item')})
    with check (decided_by = (select app.claim_user()));
  grant update (decision, reason, words_id, decided_by, decided_at, revision) on app.pack_item to waymark_web;
  select app.put_behind_walls('app.pack_item');
  select app.put_behind_walls('app.rectification');
  create policy desk_states on app.victim_information_request for update to waymark_web using (
    ${DESK} and ${OF_REQUEST('victim_information_request')}
  );
  grant update (counselling, tests, senior_approved, notification, notified_at, view, view_taken_by, view_taken_at,
    released, legal_hold, revision) on app.victim_information_request to waymark_web;

  create policy desk_sees on app.breach_record for select to waymark_web using (${DESK} and ${OWN});
  create policy auditor_sees on app.breach_record for select to waymark_web using (${AUDITOR});
  create policy desk_records on app.breach_record for insert to waymark_web with check (
    ${DESK} and ${OWN} and owner_user_id = (select app.claim_user())
  );
  create policy desk_changes on app.breach_record for update to waymark_web
    using (${DESK} and ${OWN} and closed_at is null) with check (${OWN});
  grant select, insert on app.breach_record to waymark_web, waymark_worker;
  grant update (risk, people_affected, reported_at, people_told_at, closed_at, revision) on app.breach_record
    to waymark_web;

  create policy desk_reads on vault.request_record for select to waymark_web using (
    exists (select 1 from app.information_request r where r.request_id = request_record.record_id)
    or exists (select 1 from app.breach_record b where b.breach_id = request_record.record_id)
  );
  create policy desk_seals on vault.request_record for insert to waymark_web with check (
    ${DESK} and (
      exists (select 1 from app.information_request r where r.request_id = request_record.record_id
        and r.person_id is not distinct from request_record.person_id)
      or exists (select 1 from app.breach_record b where b.breach_id = request_record.record_id)
    )
  );
  create policy desk_reseals on vault.request_record for update to waymark_web using (
    ${DESK} and exists (select 1 from app.information_request r where r.request_id = request_record.record_id)
  );
  grant select, insert on vault.request_record to waymark_web, waymark_worker;
  grant update (person_id, sealed, sealed_at) on vault.request_record to waymark_web;
  grant delete on vault.request_record to waymark_worker;
  select app.put_behind_walls('vault.request_record');

  create policy data_desk_seals on vault.person_record for insert to waymark_web with check (
    ${DESK} and kind in ('subject-pack', 'pack-words', 'rectification')
    and person_id in (select app.people_of_requests())
  );
  create policy packs_are_the_desks on vault.person_record as restrictive to waymark_web using (
    kind not in ('subject-pack', 'pack-words', 'rectification') or ${DESK}
  );
  create policy data_desk_reads on vault.person_record for select to waymark_web using (
    ${DESK} and person_id in (select app.people_of_requests())
  );
  create policy data_desk_corrects on vault.person_record for update to waymark_web using (
    ${DESK} and kind = 'identity' and exists (
      select 1 from app.information_request r where r.person_id = person_record.person_id
        and r.kind = 'rectification' and r.closed_at is null
    )
  );
  grant update (sealed, sealed_at) on vault.person_record to waymark_web;
  create policy data_desk_marks on vault.search_mark for insert to waymark_web with check (
    ${DESK} and ${OWN} and person_id in (select app.people_of_requests())
  );
  create policy data_desk_unmarks on vault.search_mark for delete to waymark_web using (
    ${DESK} and ${OWN} and person_id in (select app.people_of_requests())
  );
  create policy data_desk_finds_marks on vault.search_mark for select to waymark_web using (
    ${DESK} and ${OWN} and person_id in (select app.people_of_requests())
  );
  create policy data_desk_delivers on app.safe_contact_card for select to waymark_web
    using (person_id in (select app.people_of_requests()));
  create policy data_desk_delivers on app.contact_route for select to waymark_web
    using (person_id in (select app.people_of_requests()));
  create policy data_desk_delivers on app.case_file for select to waymark_web using (
    ${DESK} and ${OWN} and person_id in (select app.people_of_requests())
  );
  create policy data_desk_reads on app.person for select to waymark_web
    using (person_id in (select app.people_of_requests()));
  create policy data_desk_restricts on app.person for update to waymark_web using (
    exists (select 1 from app.information_request r where r.person_id = person.person_id
      and r.kind = 'restriction' and r.closed_at is null)
    and ${DESK}
  );
  grant update (restricted_at, restricted_by_request) on app.person to waymark_web;

  create policy data_desk_appends on app.journal for insert to waymark_web with check (
    (select app.claim_role()) in ('data-protection-officer', 'service-manager')
    and subject_kind in ('information-request', 'breach', 'message-cancellation')
    and actor_kind = 'staff' and actor_id = (select app.claim_user()) and agency_id = (select app.claim_agency())
  );
  create policy data_desk_reads_back on app.journal for select to waymark_web using (
    (subject_kind = 'information-request' and exists (
      select 1 from app.information_request r where r.request_id = journal.subject_id
    )) or (subject_kind = 'breach' and exists (
      select 1 from app.breach_record b where b.breach_id = journal.subject_id
    ))
  );
`;

/** Of what a pack leaves out by itself: hashes to find people again, and work lists that say nothing about anybody. */
const NOT_IN_PACKS = [
  'vault.search_mark',
  'app.match_task',
  'app.team_crime_mark',
  'app.referral_draft',
  'app.alert_notice',
  'vault.request_record',
  'app.pack_item',
];

const PACKS = `
  -- Every row about the person of a request, from every table that names a person, a case or a referral: tables that
  -- come later are found by their columns. Later migrations: call app.open_to_subject_packs for each new one.
  create function app.open_to_subject_packs(target regclass) returns void language plpgsql as $$
  begin
    execute format('create policy subject_pack_reads on %s for select to current_user using (true)', target);
  end $$;
  revoke execute on function app.open_to_subject_packs from public;
  do $$ declare t regclass; begin
    for t in
      select distinct c.oid::regclass from pg_class c
      join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('app', 'vault')
      join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
        and (a.attname in ('case_id', 'referral_id', 'person_id') or c.relname in ('deadline_version', 'staff_user'))
      where c.relkind in ('r', 'p')
    loop
      perform app.open_to_subject_packs(t);
    end loop;
  end $$;

  create function app.rows_about(request uuid) returns table (source text, body jsonb)
    language plpgsql stable security definer set search_path = '' as $$
  declare
    people uuid[];
    cases uuid[];
    referrals uuid[];
    t record;
  begin
    with recursive same (person_id) as (
      select r.person_id from app.information_request r
      where r.request_id = request and r.handling_agency_id = app.claim_agency()
        and app.claim_role() = 'data-protection-officer' and r.kind = 'subject-access'
        and r.state in ('searching', 'review', 'ready') and r.identity_at is not null
        and r.person_id not in (select app.people_behind_wall())
      union
      select case when l.person_id = s.person_id then l.other_person_id else l.person_id end
      from same s join app.person_link l on l.unlinked_at is null and s.person_id in (l.person_id, l.other_person_id)
    )
    select array_agg(s.person_id) into people from same s where s.person_id not in (select app.people_behind_wall());
    if people is null then return; end if;
    select coalesce(array_agg(c.case_id), '{}') into cases from app.case_file c
      where c.person_id = any (people) and c.handling_agency_id = app.claim_agency();
    select coalesce(array_agg(r.referral_id), '{}') into referrals from app.referral r
      where r.person_id = any (people) and r.handling_agency_id = app.claim_agency();
    for t in
      select distinct on (c.oid) format('%I.%I', n.nspname, c.relname) as name, a.attname as key
      from pg_catalog.pg_class c
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace and n.nspname in ('app', 'vault')
      join pg_catalog.pg_attribute a on a.attrelid = c.oid and not a.attisdropped
        and a.attname in ('person_id', 'case_id', 'referral_id')
      where c.relkind in ('r', 'p') and format('%I.%I', n.nspname, c.relname) <> all (array[
        ${[...NOT_IN_PACKS, 'app.journal'].map((table) => `'${table}'`).join(', ')}
      ])
      order by c.oid, array_position(array['person_id', 'case_id', 'referral_id']::name[], a.attname)
    loop
      return query execute format('select %L::text, to_jsonb(x) from %s x where x.%I = any ($1)', t.name, t.name, t.key)
        using case t.key when 'person_id' then people when 'case_id' then cases else referrals end;
    end loop;
    return query select 'app.deadline_version', to_jsonb(v) from app.deadline_version v
      join app.deadline d on d.deadline_id = v.deadline_id where d.case_id = any (cases);
    return query select 'app.journal', (to_jsonb(j) - 'leaf_hash' - 'transaction_id') || jsonb_build_object('role', u.role)
      from app.journal j left join app.staff_user u on u.user_id = j.actor_id
      where j.case_id = any (cases)
        or (j.subject_kind in ('person', 'case', 'referral', 'information-request') and j.subject_id = any (
          people || cases || referrals || array(select i.request_id from app.information_request i
            where i.person_id = any (people))))
      order by j.position;
  end $$;
  revoke execute on function app.rows_about from public;
  grant execute on function app.rows_about to waymark_web;
`;

/** One more code in the list that a check allows, whatever stands in it already. */
function allowed(table: string, constraint: string, column: string, add: string): string {
  return `
  do $$ declare codes text; begin
    select string_agg(distinct quote_literal(code), ', ') into codes from pg_constraint c,
      regexp_matches(pg_get_constraintdef(c.oid) || '''${add}''', '''([^'']+)''', 'g') as m(found),
      unnest(string_to_array(trim(both '{}' from m.found[1]), ',')) as code
    where c.conname = '${constraint}' and c.conrelid = '${table}'::regclass;
    execute format('alter table ${table} drop constraint ${constraint},
      add constraint ${constraint} check (${column} in (%s))', codes);
  end $$;`;
}
