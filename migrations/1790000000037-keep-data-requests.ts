import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The register of the data-protection desk: requests about people's data with every version of their clocks, packs and
 * what in them is about others, releases to somebody else by two people, corrections, restrictions and breaches.
 */
export class KeepDataRequests1790000000037 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REQUESTS);
    await runner.query(RELEASES);
    await runner.query(BREACHES);
    await runner.query(FORCED);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table ${TABLES.join(', ')};
      alter table app.person drop column restricted_at, drop column restricted_by_request;
    `);
  }
}

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

export const TABLES = [
  'app.information_request_clock',
  'app.pack_item',
  'app.rectification',
  'app.victim_information_request',
  'app.information_request',
  'app.breach_record',
  'vault.request_record',
];

const FORCED = TABLES.map(
  (table) => `
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    create policy service_works on ${table} to waymark_worker using (true) with check (true);`,
).join('\n');
