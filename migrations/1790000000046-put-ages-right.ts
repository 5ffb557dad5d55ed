import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowSealed } from './allow-codes';

/**
 * An age that was wrong is put right by those who call, on a case of theirs, and by the data-protection desk while
 * somebody asks for it. What stood there before is sealed. Whoever adds a way to reach somebody learns whether they
 * may be a child, and no more of their age: an officer who answers a question too.
 */
export class PutAgesRight1790000000046 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create policy caller_corrects_age on app.person for update to waymark_web using (
        (${CALLER} and exists (
          select 1 from app.case_file c where c.person_id = person.person_id
            and c.handling_agency_id = (select app.claim_agency())
        )) or ${ASKED_OF_DESK('person')}
      );
      grant update (age_band, age_at_incident, age_now, age_looked_on) on app.person to waymark_web;
      create policy caller_corrects_age on vault.person_record for update to waymark_web using (
        ${CALLER} and kind = 'identity'
        and exists (select 1 from app.case_file c where c.person_id = person_record.person_id)
      );
      create policy data_desk_seals_ages on vault.person_record for insert to waymark_web with check (
        kind = 'age-correction' and ${ASKED_OF_DESK('person_record')}
      );

      create function app.may_be_child(person uuid) returns boolean
        language sql stable security definer set search_path = '' as $$
        select coalesce((
          select coalesce(p.age_now, p.age_band) in ('under-13', '13-15', '16-17')
          from app.person p
          where p.person_id = person and exists (
            select 1 from app.case_file c where c.person_id = p.person_id and (
              c.case_id = app.answering_case()
              or (app.handles_cases() and c.handling_agency_id = app.claim_agency())
            )
          )
        ), true)
      $$;
      -- What an age is worked out from beside the birth, for whoever may put it right.
      create function app.report_of(person uuid) returns table (when_band text, reported_at timestamptz)
        language sql stable security definer set search_path = '' as $$
        select i.when_band, r.reported_at from app.report r join app.incident i on i.person_id = r.person_id
        where r.person_id = person and (
          person in (select app.people_of_requests())
          or (app.handles_cases() and exists (
            select 1 from app.case_file c where c.person_id = person and c.handling_agency_id = app.claim_agency()
          ))
        )
        order by r.reported_at limit 1
      $$;
      revoke execute on function app.may_be_child, app.report_of from public;
      grant execute on function app.may_be_child, app.report_of to waymark_web;

      ${allowSealed('age-correction')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.may_be_child(uuid), app.report_of(uuid);
      drop policy data_desk_seals_ages on vault.person_record;
      drop policy caller_corrects_age on vault.person_record;
      drop policy caller_corrects_age on app.person;
      revoke update (age_band, age_at_incident, age_now, age_looked_on) on app.person from waymark_web;
    `);
  }
}

const CALLER = `(select app.claim_role()) in ('first-responder', 'duty-lead')`;

const ASKED_OF_DESK = (table: string) => `((select app.keeps_data_requests()) and exists (
  select 1 from app.information_request r where r.person_id = ${table}.person_id
    and r.kind = 'rectification' and r.closed_at is null
))`;
