import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Support may go on after a case has closed, and what was promised to a person may lie years ahead: stored samples with
 * a day until which they are kept, a call on an anniversary. No record is proposed for erasing while a service supports
 * the person, and none is suggested by its age while such a promise stands; somebody who asks for erasing it themselves
 * gives the promise up with it.
 */
export class KeepRecordsWhileSupportGoesOn1790000000073 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create policy record_keeper on app.service_request for select to current_user using (true);
      create policy record_keeper on app.support_task for select to current_user using (true);
      create policy record_keeper on app.stored_sample for select to current_user using (true);

      create function app.support_stands(person uuid) returns table (goes_on boolean, promised boolean)
        language sql stable security definer set search_path = '' as $$
        select
          exists (select 1 from app.service_request r where r.person_id = person
            and r.state in ('proposed', 'sent', 'acknowledged', 'waiting', 'allocated', 'active')),
          exists (select 1 from app.support_task t where t.person_id = person and t.settled_at is null)
            or exists (select 1 from app.stored_sample s where s.person_id = person and s.ending is null
              and s.kept_until >= (app.service_now() at time zone 'UTC')::date)
        where app.claim_role() = 'service'
          or (app.keeps_records() and person not in (select app.people_behind_wall()))
      $$;
      revoke execute on function app.support_stands from public;
      grant execute on function app.support_stands to waymark_web, waymark_worker;

      create policy not_while_support_goes_on on app.erasure as restrictive for insert to waymark_web with check (
        not exists (select 1 from app.support_stands(person_id) s where s.goes_on)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy not_while_support_goes_on on app.erasure;
      drop function app.support_stands(uuid);
      drop policy record_keeper on app.stored_sample;
      drop policy record_keeper on app.support_task;
      drop policy record_keeper on app.service_request;
    `);
  }
}
