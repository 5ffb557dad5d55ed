import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowSeen } from './allow-codes';
import { OPENED } from './1790000000034-break-the-glass';
import { MARKED_BY_WALLS } from './1790000000035-count-the-board-without-walls';
import { TABLES } from './1790000000037-keep-data-requests';

/**
 * Who works at the data-protection desk, and the one function through which it reaches a person: never a table of
 * cases, and only while a request is open. A restricted person is behind a wall for everybody but the desk and the leads.
 */
export class OpenTheDataDesk1790000000038 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FUNCTIONS);
    await runner.query(POLICIES);
    await runner.query(allowSeen('request-words'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger restriction_marks_cases on app.person;
      ${OPENED}
      ${MARKED_BY_WALLS}
      do $$ declare p record; begin
        for p in select schemaname, tablename, policyname from pg_policies
          where (schemaname, tablename) in (${TABLES.map((table) => `('${table.replace('.', "', '")}')`).join(', ')})
            and policyname <> 'service_works' or policyname in ('data_desk_appends', 'data_desk_reads_back')
        loop
          execute format('drop policy %I on %I.%I', p.policyname, p.schemaname, p.tablename);
        end loop;
      end $$;
      drop function app.may_be_asked_about(uuid, uuid), app.person_of_reference(text), app.people_of_requests(),
        app.keeps_data_requests();
      revoke all on ${TABLES.join(', ')} from waymark_web, waymark_worker;
    `);
  }
}

const DEFINER = `stable security definer set search_path = ''`;

/** `mayReadRestricted` of domain/data-protection says the same as the last branch of \`behind_wall\`. */
const FUNCTIONS = `
  create function app.keeps_data_requests() returns boolean language sql stable as $$
    select app.claim_role() = 'data-protection-officer'
  $$;

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

export const DESK = `(select app.keeps_data_requests())`;
export const OWN = `handling_agency_id = (select app.claim_agency())`;
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
