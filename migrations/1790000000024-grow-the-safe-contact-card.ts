import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The whole safe-contact card as data: never-times and dated exceptions beside the safe times, what may show of our
 * number, the wording that was agreed, a third person by relation, and what may be done when contact is lost. Rows of
 * the card are versions; every change of a route leaves a version too, whoever made it. `windows` stays what rules
 * ask: the hours that are left when all of it is taken together.
 */
export class GrowTheSafeContactCard1790000000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CARD);
    await runner.query(ROUTES);
    await runner.query(POLICIES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table app.access_log drop constraint access_log_what_known, add constraint access_log_what_known check (
        what in ('identity', 'initials', 'contact-route', 'safe-contact-words', 'referral-identity')
      );
      alter policy handler_changes on app.contact_route using (
        (select app.handles_cases())
        and exists (select 1 from app.case_file c where c.person_id = contact_route.person_id)
      );
      drop policy caller_writes on app.safe_contact_card;
      revoke insert on app.safe_contact_card from waymark_worker;
      alter policy referrer_adds on app.safe_contact_card with check ((select app.may_refer()));
      drop trigger route_keeps_versions on app.contact_route;
      drop function app.keep_route_version();
      drop table app.contact_route_version;
      alter table app.contact_route drop constraint contact_route_kind_known, drop column seen_by,
        drop column recheck_days, drop column purpose;
      alter table app.contact_route add constraint contact_route_kind_known
        check (kind in ('mobile', 'landline', 'work', 'email', 'third-party'));
      drop trigger safe_contact_card_append_only on app.safe_contact_card;
      alter table app.safe_contact_card drop column said_windows, drop column never, drop column exceptions,
        drop column caller_id, drop column wording, drop column third_party_relation,
        drop column third_party_knows, drop column police_check, drop column police_check_after_days,
        drop column police_check_via, drop column recorded_by, drop column changed;
    `);
  }
}

const CARD = `
  alter table app.safe_contact_card
    add column said_windows jsonb,
    add column never jsonb,
    add column exceptions jsonb not null default '[]',
    add column caller_id text,
    add column wording text,
    add column third_party_relation text,
    add column third_party_knows text,
    add column police_check text not null default 'unknown',
    add column police_check_after_days integer,
    add column police_check_via text,
    add column recorded_by uuid default app.claim_user(),
    add column changed text not null default 'referral',
    add constraint safe_contact_card_caller_known check (caller_id in ('show', 'withhold', 'neutral')),
    add constraint safe_contact_card_wording_is_code check (wording ~ '^[a-z0-9-]{1,60}$'),
    add constraint safe_contact_card_third_party_known check (
      (third_party_relation is null) = (third_party_knows is null)
      and third_party_relation in ('family', 'friend', 'support-worker', 'colleague', 'other')
      and third_party_knows in ('nothing', 'might-ring', 'everything')
    ),
    add constraint safe_contact_card_lost_contact_known check (
      police_check in ('yes', 'no', 'unknown')
      and police_check_after_days between 1 and 365
      and police_check_via in ('police-check-address', 'third-party', 'referring-officer')
    ),
    add constraint safe_contact_card_exceptions_list check (jsonb_typeof(exceptions) = 'array'),
    add constraint safe_contact_card_changed_is_code check (changed ~ '^[a-z-]{1,40}$');
  create trigger safe_contact_card_append_only before update or delete on app.safe_contact_card
    for each row execute function app.refuse_change();
`;

/** \`app.contact_route_version\` is written by the trigger alone, so that no path can forget it. */
const ROUTES = `
  alter table app.contact_route
    drop constraint contact_route_kind_known,
    add column seen_by text[] not null default '{}',
    add column recheck_days integer not null default 30,
    add column purpose text not null default 'contact',
    add constraint contact_route_kind_known check (
      kind in ('mobile', 'landline', 'work', 'email', 'third-party', 'address', 'app', 'in-person')
    ),
    add constraint contact_route_seen_by_known check (seen_by <@ array[
      'suspect', 'close-to-suspect', 'household', 'work', 'shared-device', 'shared-account', 'bill-payer'
    ]),
    add constraint contact_route_recheck_in_time check (recheck_days between 1 and 90),
    add constraint contact_route_purpose_known check (
      purpose in ('contact', 'post', 'police-check') and (purpose = 'contact') = (kind <> 'address')
    );

  create table app.contact_route_version (
    route_id uuid not null,
    version integer not null,
    person_id uuid not null,
    kind text not null,
    purpose text not null,
    permissions jsonb not null,
    state text not null,
    seen_by text[] not null,
    others_may_answer boolean not null,
    recheck_days integer not null,
    checked_at timestamptz not null,
    changed_by uuid,
    changed_at timestamptz not null,
    constraint contact_route_version_key primary key (route_id, version),
    constraint contact_route_version_of_route foreign key (route_id) references app.contact_route,
    constraint contact_route_version_of_person foreign key (person_id) references app.person
  );
  create index contact_route_version_by_person on app.contact_route_version (person_id, changed_at);

  insert into app.contact_route_version
  select route_id, 1, person_id, kind, purpose, permissions, state, seen_by, others_may_answer, recheck_days,
    checked_at, null, checked_at
  from app.contact_route;
  create trigger contact_route_version_append_only before update or delete on app.contact_route_version
    for each row execute function app.refuse_change();
  create trigger contact_route_version_never_truncated before truncate on app.contact_route_version
    for each statement execute function app.refuse_change();

  create function app.keep_route_version() returns trigger language plpgsql
    security definer set search_path = app, pg_catalog as $$
  begin
    insert into app.contact_route_version
    select new.route_id,
      coalesce((select max(v.version) from app.contact_route_version v where v.route_id = new.route_id), 0) + 1,
      new.person_id, new.kind, new.purpose, new.permissions, new.state, new.seen_by, new.others_may_answer,
      new.recheck_days, new.checked_at, app.claim_user(), app.service_now();
    return null;
  end $$;
  create trigger route_keeps_versions after insert or update on app.contact_route
    for each row execute function app.keep_route_version();
`;

/** Whoever refers writes the first version; from then on the card belongs to those who call. */
const POLICIES = `
  alter table app.contact_route_version enable row level security;
  alter table app.contact_route_version force row level security;
  create policy service_works on app.contact_route_version to waymark_worker using (true) with check (true);
  create policy version_keeper on app.contact_route_version to current_user using (true) with check (true);
  create policy handler_sees on app.contact_route_version for select to waymark_web using (
    (select app.handles_cases())
    and exists (select 1 from app.case_file c where c.person_id = contact_route_version.person_id)
  );
  grant select on app.contact_route_version to waymark_web, waymark_worker;

  alter policy referrer_adds on app.safe_contact_card with check ((select app.may_refer()) and version = 1);
  create policy caller_writes on app.safe_contact_card for insert to waymark_web with check (
    (select app.claim_role()) in ('first-responder', 'duty-lead') and recorded_by = (select app.claim_user())
    and exists (select 1 from app.case_file c where c.person_id = safe_contact_card.person_id)
  );
  grant insert on app.safe_contact_card to waymark_worker;

  alter policy handler_changes on app.contact_route using (
    (select app.claim_role()) in ('first-responder', 'duty-lead')
    and exists (select 1 from app.case_file c where c.person_id = contact_route.person_id)
  );
  grant update (seen_by, recheck_days) on app.contact_route to waymark_web;

  alter table app.access_log drop constraint access_log_what_known, add constraint access_log_what_known check (
    what in ('identity', 'initials', 'contact-route', 'safe-contact-words', 'referral-identity', 'code-word',
      'stop-word')
  );
`;
