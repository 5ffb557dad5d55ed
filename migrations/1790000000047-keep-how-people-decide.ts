import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowSealed, allowSeen } from './allow-codes';

/**
 * How somebody's capacity or understanding was judged for one decision, by whom, and when it is looked at again; the
 * latest about a decision counts. And a no that an officer brings back is an answer like any other: it stands in the
 * ledger of consent, in that officer's name.
 */
export class KeepHowPeopleDecide1790000000047 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table app.competence_record (
        record_id uuid primary key,
        case_id uuid not null,
        person_id uuid not null,
        handling_agency_id uuid not null,
        decision text not null,
        test text not null,
        finding text not null,
        assessor text not null,
        assessed_on date not null,
        review_on date,
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        constraint competence_record_of_case foreign key (case_id) references app.case_file,
        constraint competence_record_of_person foreign key (person_id) references app.person,
        constraint competence_record_by_user foreign key (recorded_by) references app.staff_user,
        constraint competence_record_decision_known check (decision in (
          'support', 'report-to-police', 'medical-examination', 'treatment', 'who-is-told', 'where-to-live', 'other'
        )),
        constraint competence_record_test_known check (test in ('gillick', 'capacity')),
        constraint competence_record_finding_known check (finding in ('can-decide', 'cannot-decide', 'not-yet')),
        constraint competence_record_assessor_known check (assessor in ('recorder', 'other-professional')),
        constraint competence_record_no_is_looked_at_again check (finding = 'can-decide' or review_on is not null),
        constraint competence_record_reviewed_later check (review_on > assessed_on)
      );
      create index competence_record_by_case on app.competence_record (case_id, recorded_at);
      create index competence_record_by_person on app.competence_record (person_id, recorded_at);
      create trigger competence_record_append_only before update or delete on app.competence_record
        for each row execute function app.refuse_change();
      create trigger competence_record_never_truncated before truncate on app.competence_record
        for each statement execute function app.refuse_change();

      alter table app.competence_record enable row level security;
      alter table app.competence_record force row level security;
      create policy handler_sees on app.competence_record for select to waymark_web using (${HANDLER});
      create policy auditor_sees on app.competence_record for select to waymark_web
        using ((select app.claim_role()) = 'auditor');
      create policy caller_adds on app.competence_record for insert to waymark_web with check (
        (select app.claim_role()) in ('first-responder', 'duty-lead') and ${HANDLER}
        and recorded_by = (select app.claim_user()) and ${OWN_CASE('competence_record')}
      );
      grant select, insert on app.competence_record to waymark_web;
      select app.put_behind_walls('app.competence_record');
      select app.open_to_subject_packs('app.competence_record');

      create policy answerer_adds on app.consent_entry for insert to waymark_web with check (
        case_id = (select app.answering_case()) and taken_by = (select app.claim_user())
        and decision in ('refused', 'withdrawn') and recipient = 'this-service' and how = 'told-referrer'
        and purpose in ('be-called', 'be-texted', 'be-emailed', 'be-left-voicemail', 'be-written-to')
        and ${OWN_CASE('consent_entry')}
      );

      ${allowSealed('competence-note')}
      ${allowSeen('competence-note')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy answerer_adds on app.consent_entry;
      drop table app.competence_record;
    `);
  }
}

const HANDLER = `(select app.handles_cases()) and handling_agency_id = (select app.claim_agency())`;
const OWN_CASE = (table: string) =>
  `exists (select 1 from app.case_file c where c.case_id = ${table}.case_id and c.person_id = ${table}.person_id
     and c.handling_agency_id = ${table}.handling_agency_id)`;
