import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Offers of a call that were declined, for coverage: month, district and the day on which to ask again, and nothing
 * that identifies. Redirects to another body: the case stays ours until that body says it has taken the person on,
 * and a clock that ended so is counted apart.
 */
export class RedirectAndCountDeclinedOffers1790000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table app.declined_offer (
        offer_id uuid primary key,
        agency_id uuid not null,
        team_id uuid,
        answer text not null,
        district text,
        month_on date not null,
        ask_again_on date,
        asked_again_on date,
        constraint declined_offer_to_agency foreign key (agency_id) references app.agency,
        constraint declined_offer_to_team foreign key (team_id) references app.team,
        constraint declined_offer_in_district foreign key (district) references app.district,
        constraint declined_offer_answer_known check (answer in ('not-now', 'no')),
        constraint declined_offer_month_is_first check (extract(day from month_on) = 1),
        constraint declined_offer_asked_again_was_due check (asked_again_on is null or ask_again_on is not null)
      );
      create index declined_offer_to_ask_again on app.declined_offer (agency_id, team_id, ask_again_on)
        where ask_again_on is not null and asked_again_on is null;
      create index declined_offer_by_month on app.declined_offer (month_on, district);

      create table app.redirect (
        redirect_id uuid primary key,
        case_id uuid not null,
        referral_id uuid not null,
        handling_agency_id uuid not null,
        reason text not null,
        receiving_body text not null,
        basis text not null,
        judged_by uuid not null,
        judged_at timestamptz not null,
        state text not null default 'waiting',
        acknowledged_how text,
        acknowledged_at timestamptz,
        ended_by uuid,
        ended_at timestamptz,
        revision integer not null default 1,
        constraint redirect_of_case foreign key (case_id) references app.case_file,
        constraint redirect_of_referral foreign key (referral_id) references app.referral,
        constraint redirect_by_user foreign key (judged_by) references app.staff_user,
        constraint redirect_reason_known check (reason in ('out-of-scope', 'out-of-county')),
        constraint redirect_receiving_body_known check (receiving_body in (
          'victim-support', 'idva-service', 'childrens-social-care', 'adult-social-care', 'service-of-another-county',
          'health-service', 'police'
        )),
        constraint redirect_basis_known check (basis in ('person-agreed', 'safeguarding-duty', 'nothing-shared')),
        constraint redirect_state_known check (state in ('waiting', 'acknowledged', 'taken-back')),
        constraint redirect_acknowledged_how_known check (
          acknowledged_how in ('phone', 'email', 'in-person', 'their-system')
        ),
        constraint redirect_acknowledged_has_time check (
          (state = 'acknowledged') = (acknowledged_at is not null and acknowledged_how is not null)
        ),
        constraint redirect_ended_has_time check ((state = 'waiting') = (ended_at is null and ended_by is null)),
        constraint redirect_acknowledged_in_order check (acknowledged_at between judged_at and ended_at)
      );
      create unique index redirect_one_waiting on app.redirect (case_id) where state = 'waiting';
      create index redirect_by_case on app.redirect (case_id, judged_at);

      alter table vault.person_record
        drop constraint person_record_kind_known,
        add constraint person_record_kind_known check (kind in (
          'identity', 'contact-route', 'safe-contact-words', 'crime-reference', 'referrer', 'redirect-acknowledgement'
        ));

      alter table report.promise_fact
        add column cancelled_because text,
        add constraint promise_fact_cancelled_because_known check (
          cancelled_because is null or (cancelled and cancelled_because in ('redirected'))
        );
    `);
    await runner.query(POLICIES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table report.promise_fact drop column cancelled_because;
      alter table vault.person_record
        drop constraint person_record_kind_known,
        add constraint person_record_kind_known check (
          kind in ('identity', 'contact-route', 'safe-contact-words', 'crime-reference', 'referrer')
        );
      drop policy offer_team_reads on app.journal;
      drop table app.redirect, app.declined_offer;
    `);
  }
}

/** An offer is seen by the team that made it; a redirect by the agency that handles the case (domain/access). */
const POLICIES = `
  alter table app.declined_offer enable row level security;
  alter table app.declined_offer force row level security;
  create policy own_team_sees on app.declined_offer for select to waymark_web using (
    (select app.claim_role()) in ('officer', 'first-responder', 'duty-lead')
    and agency_id = (select app.claim_agency())
    and team_id is not distinct from (select app.claim_team())
  );
  create policy own_team_adds on app.declined_offer for insert to waymark_web with check (
    (select app.claim_role()) in ('officer', 'first-responder', 'duty-lead')
    and agency_id = (select app.claim_agency())
    and team_id is not distinct from (select app.claim_team())
  );
  create policy own_team_changes on app.declined_offer for update to waymark_web using (
    (select app.claim_role()) in ('officer', 'first-responder', 'duty-lead')
    and agency_id = (select app.claim_agency())
    and team_id is not distinct from (select app.claim_team())
  );
  create policy offer_team_reads on app.journal for select to waymark_web using (
    subject_kind = 'declined-offer'
    and exists (select 1 from app.declined_offer o where o.offer_id = journal.subject_id)
  );
  create policy reports_count on app.declined_offer for select to waymark_report using (true);
  create policy service_counts on app.declined_offer for select to waymark_worker using (true);
  grant select, insert on app.declined_offer to waymark_web;
  grant update (asked_again_on) on app.declined_offer to waymark_web;
  grant select (answer, district, month_on) on app.declined_offer to waymark_report;
  grant select on app.declined_offer to waymark_worker;

  alter table app.redirect enable row level security;
  alter table app.redirect force row level security;
  create policy handler_sees on app.redirect for select to waymark_web using (
    (select app.handles_cases()) and handling_agency_id = (select app.claim_agency())
  );
  create policy auditor_sees on app.redirect for select to waymark_web
    using ((select app.claim_role()) = 'auditor');
  create policy lead_judges on app.redirect for insert to waymark_web with check (
    (select app.claim_role()) = 'duty-lead' and handling_agency_id = (select app.claim_agency())
    and judged_by = (select app.claim_user())
    and exists (select 1 from app.case_file c where c.case_id = redirect.case_id
      and c.handling_agency_id = redirect.handling_agency_id)
  );
  create policy lead_ends on app.redirect for update to waymark_web using (
    (select app.claim_role()) = 'duty-lead' and handling_agency_id = (select app.claim_agency())
  );
  create policy service_works on app.redirect for select to waymark_worker using (true);
  grant select, insert on app.redirect to waymark_web;
  grant update (state, acknowledged_how, acknowledged_at, ended_by, ended_at, revision) on app.redirect to waymark_web;
  grant select on app.redirect to waymark_worker;
`;
