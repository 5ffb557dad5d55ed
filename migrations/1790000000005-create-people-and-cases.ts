import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Codes, ids and times only: whatever names a person is sealed in `vault.person_record`. */
export class CreatePeopleAndCases1790000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table app.person (
        person_id uuid primary key,
        created_at timestamptz not null,
        age_band text not null,
        language_need text not null,
        constraint person_age_band_known check (
          age_band in ('under-13', '13-15', '16-17', '18-24', '25-39', '40-59', '60-plus')
        )
      );

      create table vault.person_record (
        record_id uuid not null,
        kind text not null,
        person_id uuid not null,
        sealed bytea not null,
        sealed_at timestamptz not null,
        constraint person_record_key primary key (record_id, kind),
        constraint person_record_of_person foreign key (person_id) references app.person,
        constraint person_record_kind_known check (
          kind in ('identity', 'contact-route', 'safe-contact-words', 'crime-reference')
        )
      );
      create index person_record_by_person on vault.person_record (person_id);

      create table app.report (
        report_id uuid primary key,
        person_id uuid not null,
        channel text not null,
        reported_at timestamptz not null,
        victim_agreed_at timestamptz,
        constraint report_of_person foreign key (person_id) references app.person,
        constraint report_channel_known check (channel in ('police')),
        constraint report_at_is_sane check (reported_at between '1950-01-01' and '2200-01-01')
      );
      create index report_by_person on app.report (person_id);

      create table app.incident (
        incident_id uuid primary key,
        person_id uuid not null,
        report_id uuid not null,
        offence_group text not null,
        when_band text not null,
        relationship text not null,
        suspect_access text[] not null,
        constraint incident_of_person foreign key (person_id) references app.person,
        constraint incident_in_report foreign key (report_id) references app.report
      );
      create index incident_by_report on app.incident (report_id);

      create table app.referral (
        referral_id uuid primary key,
        reference text not null,
        person_id uuid not null,
        report_id uuid not null,
        source text not null,
        state text not null,
        referring_agency_id uuid not null,
        referring_team_id uuid,
        referred_by uuid not null,
        handling_agency_id uuid not null,
        district text not null,
        dangers text[] not null,
        agreement text not null,
        feedback text not null default 'received',
        submitted_at timestamptz not null,
        call_from_at timestamptz,
        revision integer not null default 1,
        constraint referral_one_per_reference unique (reference),
        constraint referral_of_person foreign key (person_id) references app.person,
        constraint referral_of_report foreign key (report_id) references app.report,
        constraint referral_from_agency foreign key (referring_agency_id) references app.agency,
        constraint referral_to_agency foreign key (handling_agency_id) references app.agency,
        constraint referral_by_user foreign key (referred_by) references app.staff_user,
        constraint referral_in_district foreign key (district) references app.district,
        constraint referral_source_known check (source in ('police')),
        constraint referral_state_known check (state in (
          'draft', 'submitted', 'match-review', 'returned', 'out-of-scope', 'redirected', 'linked-duplicate',
          'accepted-for-triage', 'withdrawn', 'abandoned'
        )),
        constraint referral_feedback_known check (feedback in (
          'received', 'not-yet', 'reached', 'could-not-reach-safely', 'need-a-new-number'
        ))
      );
      create index referral_by_team on app.referral (referring_team_id, submitted_at desc, referral_id);
      create index referral_by_report on app.referral (report_id);
      create index referral_by_person on app.referral (person_id);

      create table app.case_file (
        case_id uuid primary key,
        referral_id uuid not null,
        person_id uuid not null,
        reference text not null,
        contact_state text not null,
        handling_agency_id uuid not null,
        owner_team_id uuid not null,
        owner_user_id uuid,
        danger boolean not null,
        act_by_at timestamptz,
        act_by_safe boolean not null default true,
        next_due_at timestamptz,
        attempts integer not null default 0,
        opened_at timestamptz not null,
        closed_at timestamptz,
        revision integer not null default 1,
        constraint case_one_per_referral unique (referral_id),
        constraint case_one_per_reference unique (reference),
        constraint case_of_referral foreign key (referral_id) references app.referral,
        constraint case_of_person foreign key (person_id) references app.person,
        constraint case_of_agency foreign key (handling_agency_id) references app.agency,
        constraint case_owned_by_team foreign key (owner_team_id) references app.team,
        constraint case_owned_by_user foreign key (owner_user_id) references app.staff_user,
        constraint case_contact_state_known check (contact_state in (
          'safety-check', 'ready', 'attempting', 'deferred-by-person', 'no-safe-route', 'unsafe', 'exhausted',
          'reached', 'not-wanted', 'closed'
        )),
        constraint case_live_has_next_due check (closed_at is not null or next_due_at is not null),
        constraint case_closed_has_time check ((contact_state = 'closed') = (closed_at is not null))
      );
      create index case_on_board on app.case_file (handling_agency_id, danger desc, act_by_at, case_id)
        where act_by_at is not null and closed_at is null;
      create index case_by_person on app.case_file (person_id);

      create table app.safe_contact_card (
        person_id uuid not null,
        version integer not null,
        windows jsonb,
        stopped boolean not null default false,
        recorded_at timestamptz not null,
        constraint safe_contact_card_key primary key (person_id, version),
        constraint safe_contact_card_of_person foreign key (person_id) references app.person
      );

      create table app.contact_route (
        route_id uuid primary key,
        person_id uuid not null,
        kind text not null,
        permissions jsonb not null,
        state text not null,
        rank integer not null,
        checked_at timestamptz not null,
        constraint contact_route_of_person foreign key (person_id) references app.person,
        constraint contact_route_kind_known check (kind in ('mobile', 'landline', 'work', 'email', 'third-party')),
        constraint contact_route_state_known check (state in ('active', 'suspended', 'quarantined'))
      );
      create index contact_route_by_person on app.contact_route (person_id, rank);
    `);
    await runner.query(POLICIES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table app.contact_route, app.safe_contact_card, app.case_file, app.referral, app.incident, app.report,
        vault.person_record, app.person;
    `);
  }
}

const forced = (table: string) =>
  `alter table ${table} enable row level security; alter table ${table} force row level security;
   create policy service_works on ${table} to waymark_worker using (true) with check (true);`;

/**
 * Officers see the referrals of their own team and no case; responders see the cases their agency handles; the
 * auditor sees codes and times, never the vault (DESIGN §9, and `mayActOn` in domain/access).
 */
const POLICIES = `
  create function app.handles_cases() returns boolean language sql stable as $$
    select app.claim_role() in ('first-responder', 'duty-lead', 'service-manager')
  $$;
  create function app.may_refer() returns boolean language sql stable as $$
    select app.claim_role() in ('officer', 'first-responder', 'duty-lead')
  $$;

  ${[
    'app.person',
    'vault.person_record',
    'app.report',
    'app.incident',
    'app.referral',
    'app.case_file',
    'app.safe_contact_card',
    'app.contact_route',
  ]
    .map(forced)
    .join('\n')}

  create policy handler_sees on app.referral for select to waymark_web using (
    (select app.handles_cases()) and handling_agency_id = (select app.claim_agency())
  );
  create policy own_team_sees on app.referral for select to waymark_web using (
    (select app.claim_role()) = 'officer'
    and referring_agency_id = (select app.claim_agency())
    and referring_team_id = (select app.claim_team())
  );
  create policy auditor_sees on app.referral for select to waymark_web using ((select app.claim_role()) = 'auditor');
  create policy referrer_adds on app.referral for insert to waymark_web with check (
    (select app.may_refer()) and referred_by = (select app.claim_user())
    and referring_agency_id = (select app.claim_agency())
    and referring_team_id is not distinct from (select app.claim_team())
  );
  create policy handler_changes on app.referral for update to waymark_web using (
    (select app.handles_cases()) and handling_agency_id = (select app.claim_agency())
  );

  create policy handler_sees on app.case_file for select to waymark_web using (
    (select app.handles_cases()) and handling_agency_id = (select app.claim_agency())
  );
  create policy auditor_sees on app.case_file for select to waymark_web using ((select app.claim_role()) = 'auditor');
  create policy referrer_opens on app.case_file for insert to waymark_web with check ((select app.may_refer()));
  create policy handler_changes on app.case_file for update to waymark_web using (
    (select app.handles_cases()) and handling_agency_id = (select app.claim_agency())
  );

  create policy handler_sees on app.person for select to waymark_web using (
    exists (select 1 from app.case_file c where c.person_id = person.person_id)
  );
  create policy referrer_adds on app.person for insert to waymark_web with check ((select app.may_refer()));

  create policy handler_sees on vault.person_record for select to waymark_web using (
    (select app.handles_cases())
    and exists (select 1 from app.case_file c where c.person_id = person_record.person_id)
  );
  create policy referrer_adds on vault.person_record for insert to waymark_web with check ((select app.may_refer()));

  create policy handler_sees on app.report for select to waymark_web using (
    exists (select 1 from app.referral r where r.report_id = report.report_id)
  );
  create policy referrer_adds on app.report for insert to waymark_web with check ((select app.may_refer()));
  create policy handler_changes on app.report for update to waymark_web using (
    (select app.handles_cases()) and exists (select 1 from app.referral r where r.report_id = report.report_id)
  );

  create policy handler_sees on app.incident for select to waymark_web using (
    exists (select 1 from app.case_file c where c.person_id = incident.person_id)
  );
  create policy referrer_adds on app.incident for insert to waymark_web with check ((select app.may_refer()));

  create policy handler_sees on app.safe_contact_card for select to waymark_web using (
    (select app.handles_cases())
    and exists (select 1 from app.case_file c where c.person_id = safe_contact_card.person_id)
  );
  create policy referrer_adds on app.safe_contact_card for insert to waymark_web
    with check ((select app.may_refer()));

  create policy handler_sees on app.contact_route for select to waymark_web using (
    (select app.handles_cases())
    and exists (select 1 from app.case_file c where c.person_id = contact_route.person_id)
  );
  create policy referrer_adds on app.contact_route for insert to waymark_web with check ((select app.may_refer()));
  create policy handler_changes on app.contact_route for update to waymark_web using (
    (select app.handles_cases())
    and exists (select 1 from app.case_file c where c.person_id = contact_route.person_id)
  );

  create policy case_handler_reads on app.journal for select to waymark_web using (
    case_id is not null and exists (select 1 from app.case_file c where c.case_id = journal.case_id)
  );
  create policy referrer_reads on app.journal for select to waymark_web using (
    subject_kind = 'referral' and exists (select 1 from app.referral r where r.referral_id = journal.subject_id)
  );

  grant select, insert on app.person, vault.person_record, app.incident, app.safe_contact_card to waymark_web;
  grant select, insert on app.report, app.referral, app.case_file, app.contact_route to waymark_web;
  grant update (reported_at) on app.report to waymark_web, waymark_worker;
  grant update (state, feedback, revision) on app.referral to waymark_web, waymark_worker;
  grant update (contact_state, owner_team_id, owner_user_id, danger, act_by_at, act_by_safe, next_due_at, attempts,
    closed_at, revision) on app.case_file to waymark_web, waymark_worker;
  grant update (state, checked_at) on app.contact_route to waymark_web, waymark_worker;
  grant select on app.person, app.report, app.incident, app.referral, app.case_file, app.safe_contact_card,
    app.contact_route to waymark_worker;
`;
