import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Interpreters, the end of a round of attempts, back-dated reasons to wait, and who else may answer a number. */
export class RecordWhatContactNeeds1790000000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table app.interpreter_booking (
        booking_id uuid primary key,
        case_id uuid not null,
        handling_agency_id uuid not null,
        language text not null,
        gender text not null,
        outside_community boolean not null,
        outcome text not null,
        for_at timestamptz,
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        constraint interpreter_booking_of_case foreign key (case_id) references app.case_file,
        constraint interpreter_booking_gender_known check (gender in ('any', 'woman', 'man')),
        constraint interpreter_booking_outcome_known check (outcome in ('booked', 'none-available')),
        constraint interpreter_booking_has_time check ((outcome = 'booked') = (for_at is not null))
      );
      create index interpreter_booking_by_case on app.interpreter_booking (case_id, recorded_at);
      create trigger interpreter_booking_append_only before update or delete on app.interpreter_booking
        for each row execute function app.refuse_change();

      alter table app.second_person_check add column exception_id uuid,
        add constraint check_of_exception foreign key (exception_id) references app.deadline_exception,
        drop constraint check_kind_known,
        add constraint check_kind_known check (
          (kind = 'late-entry' and attempt_id is not null)
          or (kind = 'corrected-start' and corrected_start_at is not null)
          or (kind = 'back-dated-exception' and exception_id is not null)
          or kind = 'exhausted'
        );
      create unique index check_one_exhausted_waiting on app.second_person_check (case_id)
        where kind = 'exhausted' and state = 'waiting';
      create index check_by_exception on app.second_person_check (exception_id) where exception_id is not null;

      create table app.exhausted_contact (
        check_id uuid primary key,
        case_id uuid not null,
        handling_agency_id uuid not null,
        basis text not null,
        attempts integer not null,
        policy_version integer not null,
        welfare_check text not null,
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        constraint exhausted_contact_of_check foreign key (check_id) references app.second_person_check,
        constraint exhausted_contact_of_case foreign key (case_id) references app.case_file,
        constraint exhausted_contact_under_policy foreign key (policy_version)
          references app.attempt_policy_version,
        constraint exhausted_contact_basis_known check (
          basis in ('policy-used-up', 'calls-raise-the-risk', 'no-safe-way-left', 'person-is-elsewhere')
        ),
        constraint exhausted_contact_welfare_known check (welfare_check in ('agreed', 'not-agreed', 'not-known'))
      );
      create index exhausted_contact_by_case on app.exhausted_contact (case_id);
      create trigger exhausted_contact_append_only before update or delete on app.exhausted_contact
        for each row execute function app.refuse_change();

      alter table app.contact_route add column others_may_answer boolean not null default false;
    `);
    await runner.query(POLICIES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy handler_changes on vault.person_record;
      alter policy handler_changes on app.second_person_check using (
        (select app.handles_cases()) and handling_agency_id = (select app.claim_agency())
      );
      revoke update (sealed, sealed_at) on vault.person_record from waymark_web;
      alter table app.contact_route drop column others_may_answer;
      drop table app.exhausted_contact, app.interpreter_booking;
      alter table app.second_person_check drop column exception_id,
        add constraint check_kind_known check (
          (kind = 'late-entry' and attempt_id is not null)
          or (kind = 'corrected-start' and corrected_start_at is not null)
        );
    `);
  }
}

const byAgency = (table: string) => `
  alter table app.${table} enable row level security;
  alter table app.${table} force row level security;
  create policy service_works on app.${table} to waymark_worker using (true) with check (true);
  create policy handler_sees on app.${table} for select to waymark_web using (
    (select app.handles_cases()) and handling_agency_id = (select app.claim_agency())
  );
  create policy handler_adds on app.${table} for insert to waymark_web with check (
    (select app.handles_cases()) and handling_agency_id = (select app.claim_agency())
  );
  create policy auditor_sees on app.${table} for select to waymark_web
    using ((select app.claim_role()) = 'auditor');
  grant select, insert on app.${table} to waymark_web;
  grant select on app.${table} to waymark_worker;`;

/** Words of a person change when the person says so: they are sealed anew in their place. */
const POLICIES = `
  ${['interpreter_booking', 'exhausted_contact'].map(byAgency).join('\n')}

  alter policy handler_changes on app.second_person_check using (
    (select app.handles_cases()) and handling_agency_id = (select app.claim_agency())
    and (kind <> 'exhausted' or (select app.claim_role()) in ('duty-lead', 'service-manager'))
  );
  create policy handler_changes on vault.person_record for update to waymark_web using (
    (select app.claim_role()) in ('first-responder', 'duty-lead') and kind = 'safe-contact-words'
    and exists (select 1 from app.case_file c where c.person_id = person_record.person_id)
  );
  grant update (sealed, sealed_at) on vault.person_record to waymark_web;
  grant update (others_may_answer) on app.contact_route to waymark_web;
`;
