import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowSealed } from './allow-codes';

/**
 * The consent ledger, the lawful overrides beside it, and what follows at referral: until the person has agreed, or
 * the officer has recorded why it cannot wait, the desk reads neither the name nor the number that the police sent.
 * `mayShare` and `overrideCovers` in domain/consent say the same as the two functions here.
 */
export class KeepConsent1790000000029 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table app.consent_entry (
        entry_id uuid primary key,
        case_id uuid not null,
        person_id uuid not null,
        handling_agency_id uuid not null,
        decision text not null,
        recipient text not null,
        purpose text not null,
        data_class text,
        giver text not null,
        basis text,
        authority text,
        how text not null,
        wording text not null,
        taken_by uuid not null,
        recorded_at timestamptz not null,
        expires_at timestamptz,
        constraint consent_entry_of_case foreign key (case_id) references app.case_file,
        constraint consent_entry_of_person foreign key (person_id) references app.person,
        constraint consent_entry_taken_by_user foreign key (taken_by) references app.staff_user,
        constraint consent_entry_decision_known check (decision in ('given', 'refused', 'withdrawn')),
        constraint consent_entry_purpose_known check (purpose in (${PURPOSES})),
        constraint consent_entry_class_known check (data_class in (${CLASSES})),
        constraint consent_entry_given_is_specific check (decision <> 'given' or data_class is not null),
        constraint consent_entry_given_has_footing check ((decision = 'given') = (basis is not null)),
        constraint consent_entry_footing_known check (basis in (
          'adult', 'gillick', 'parental-responsibility', 'capacity-best-interests', 'authority'
        )),
        constraint consent_entry_giver_known check (giver in ('person', 'parent', 'proxy', 'best-interests')),
        constraint consent_entry_authority_stated check (basis <> 'authority' or authority is not null),
        constraint consent_entry_how_known check (how in (
          'by-phone', 'in-person', 'in-writing', 'through-interpreter', 'told-referrer'
        )),
        constraint consent_entry_only_given_ends check (decision = 'given' or expires_at is null),
        constraint consent_entry_ends_later check (expires_at > recorded_at)
      );
      create index consent_entry_by_person on app.consent_entry (person_id, recorded_at);
      create index consent_entry_by_case on app.consent_entry (case_id, recorded_at);
      create trigger consent_entry_append_only before update or delete on app.consent_entry
        for each row execute function app.refuse_change();
      create trigger consent_entry_never_truncated before truncate on app.consent_entry
        for each statement execute function app.refuse_change();

      create table app.consent_override (
        override_id uuid primary key,
        case_id uuid not null,
        person_id uuid not null,
        handling_agency_id uuid not null,
        reference text not null,
        origin text not null,
        recipient text not null,
        purpose text not null,
        data_classes text[] not null,
        basis text not null,
        hours integer not null,
        state text not null,
        asked_by uuid not null,
        asked_at timestamptz not null,
        decided_by uuid,
        decided_at timestamptz,
        ends_at timestamptz,
        ended_at timestamptz,
        review_due_at timestamptz,
        reviewed_by uuid,
        reviewed_at timestamptz,
        finding text,
        person_told boolean,
        revision integer not null default 1,
        constraint consent_override_of_case foreign key (case_id) references app.case_file,
        constraint consent_override_of_person foreign key (person_id) references app.person,
        constraint consent_override_asked_by_user foreign key (asked_by) references app.staff_user,
        constraint consent_override_state_known check (state in ('waiting', 'in-force', 'ended', 'declined')),
        constraint consent_override_origin_known check (origin in ('case', 'referral')),
        constraint consent_override_purpose_known check (purpose in (${PURPOSES})),
        constraint consent_override_classes_known check (
          cardinality(data_classes) > 0 and data_classes <@ array[${CLASSES}]
        ),
        constraint consent_override_basis_known check (basis in (
          'child-at-risk', 'adult-at-risk', 'vital-interests', 'serious-crime', 'court-order', 'legal-duty'
        )),
        constraint consent_override_hours_known check (hours in (4, 24, 72, 168, 672)),
        constraint consent_override_second_person check (decided_by is null or decided_by <> asked_by),
        constraint consent_override_stands_with_two check (
          state in ('waiting', 'declined') or origin = 'referral' or decided_by is not null
        ),
        constraint consent_override_stands_to_a_limit check (state in ('waiting', 'declined') or (
          ends_at is not null and review_due_at is not null
          and ends_at <= coalesce(decided_at, asked_at) + make_interval(hours => hours)
        )),
        constraint consent_override_ended_has_time check ((state = 'ended') = (ended_at is not null)),
        constraint consent_override_review_whole check (
          (reviewed_at is null) = (reviewed_by is null) and (reviewed_at is null) = (finding is null)
          and (reviewed_at is null) = (person_told is null)
        ),
        constraint consent_override_reviewed_by_another check (reviewed_by is null or reviewed_by <> asked_by),
        constraint consent_override_finding_known check (finding in ('was-needed', 'should-not-have-been'))
      );
      create index consent_override_by_person on app.consent_override (person_id);
      create index consent_override_by_case on app.consent_override (case_id, asked_at);
      create index consent_override_to_end on app.consent_override (ends_at) where state = 'in-force';
      create index consent_override_to_review on app.consent_override (handling_agency_id, review_due_at)
        where reviewed_at is null and state <> 'declined';

      ${allowSealed('consent-note')}
    `);
    await runner.query(POLICIES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy agreement_first on vault.person_record;
      drop function app.identity_withheld(uuid);
      drop function app.override_covers(uuid, text, text, text);
      drop function app.consent_stands(uuid, text, text, text);
      drop table app.consent_override, app.consent_entry;
    `);
  }
}

const listed = (codes: readonly string[]) => codes.map((code) => `'${code}'`).join(', ');

const PURPOSES = listed([
  'be-called',
  'be-texted',
  'be-emailed',
  'be-left-voicemail',
  'be-written-to',
  'hold-record',
  'support',
  'fact-of-support',
  'investigation',
  'health-care',
  'safeguarding',
  'interpreting',
  'research',
  'feedback',
]);
const CLASSES = listed(['identity', 'safe-contact', 'incident', 'investigation', 'needs', 'support-fact']);

const HANDLER = `(select app.handles_cases()) and handling_agency_id = (select app.claim_agency())`;
const CALLER = `(select app.claim_role()) in ('first-responder', 'duty-lead')`;
const OWN_CASE = (table: string) =>
  `exists (select 1 from app.case_file c where c.case_id = ${table}.case_id and c.person_id = ${table}.person_id
     and c.handling_agency_id = ${table}.handling_agency_id)`;
const NAMES_MY_AGENCY = `(select app.claim_role()) = 'provider-worker'
  and recipient = 'agency:' || (select app.claim_agency())::text`;

const POLICIES = `
  ${['consent_entry', 'consent_override']
    .map(
      (table) => `
    alter table app.${table} enable row level security;
    alter table app.${table} force row level security;
    create policy service_works on app.${table} to waymark_worker using (true) with check (true);
    create policy handler_sees on app.${table} for select to waymark_web using (${HANDLER});
    create policy recipient_sees on app.${table} for select to waymark_web using (${NAMES_MY_AGENCY});
    create policy auditor_sees on app.${table} for select to waymark_web
      using ((select app.claim_role()) = 'auditor');
    grant select, insert on app.${table} to waymark_web;
    grant select on app.${table} to waymark_worker;`,
    )
    .join('\n')}

  create policy handler_adds on app.consent_entry for insert to waymark_web with check (
    ${CALLER} and ${HANDLER} and taken_by = (select app.claim_user()) and ${OWN_CASE('consent_entry')}
  );
  create policy handler_asks on app.consent_override for insert to waymark_web with check (
    ${CALLER} and ${HANDLER} and origin = 'case' and state = 'waiting'
    and asked_by = (select app.claim_user()) and ${OWN_CASE('consent_override')}
  );
  create policy officer_records on app.consent_override for insert to waymark_web with check (
    (select app.claim_role()) = 'officer' and origin = 'referral' and recipient = 'this-service'
    and purpose = 'be-called' and asked_by = (select app.claim_user()) and exists (
      select 1 from app.referral r where r.person_id = consent_override.person_id
        and r.referred_by = (select app.claim_user()) and r.handling_agency_id = consent_override.handling_agency_id
        and r.reference = consent_override.reference
    )
  );
  create policy second_person_changes on app.consent_override for update to waymark_web using (
    (select app.claim_role()) in ('duty-lead', 'service-manager') and ${HANDLER}
  );
  grant update (state, decided_by, decided_at, ends_at, ended_at, review_due_at, reviewed_by, reviewed_at, finding,
    person_told, revision) on app.consent_override to waymark_web, waymark_worker;

  -- The latest answer counts; of two at one instant, no beats yes; never asked and expired are no.
  create function app.consent_stands(person uuid, whom text, why text, what text) returns boolean
    language sql stable as $$
    select coalesce((
      select e.decision = 'given' and (e.expires_at is null or e.expires_at > app.service_now())
      from app.consent_entry e
      where e.person_id = person and e.recipient = whom and e.purpose = why
        and (e.data_class = what or e.data_class is null)
      order by e.recorded_at desc, (e.decision = 'given') limit 1
    ), false)
  $$;

  create function app.override_covers(person uuid, whom text, why text, what text) returns boolean
    language sql stable as $$
    select exists (
      select 1 from app.consent_override o
      where o.person_id = person and o.recipient = whom and o.purpose = why and what = any (o.data_classes)
        and o.state = 'in-force' and o.ends_at > app.service_now()
    )
  $$;

  -- A referral that another agency's officer sent before anybody asked the person. One that the desk keyed from a
  -- telephone call is not: the caller has told the desk already.
  create function app.identity_withheld(person uuid) returns boolean language sql stable as $$
    select coalesce(bool_and(
      r.source = 'police' and r.agreement = 'not-asked-yet' and r.referring_agency_id <> r.handling_agency_id
    ), false) and not app.override_covers(person, 'this-service', 'be-called', 'identity')
    from app.referral r where r.person_id = person
  $$;

  create policy agreement_first on vault.person_record as restrictive for select to waymark_web using (
    (select app.claim_role()) = 'officer' or kind not in ('identity', 'contact-route', 'crime-reference')
    or not app.identity_withheld(person_id)
  );
`;
