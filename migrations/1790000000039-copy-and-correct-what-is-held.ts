import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowSealed, allowSeen } from './allow-codes';
import { DESK, OWN } from './1790000000038-open-the-data-desk';

/**
 * What the desk does with what is held of a person who asked: a copy of everything, from every table there is, and
 * corrections.
 */
export class CopyAndCorrectWhatIsHeld1790000000039 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REACH);
    await runner.query(PACKS);
    await runner.query(allowSealed('subject-pack', 'pack-words', 'rectification'));
    await runner.query(
      allowSeen('subject-pack', 'crime-reference', 'referrer', 'redirect-acknowledgement', 'match-note'),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$ declare p record; begin
        for p in select schemaname, tablename, policyname from pg_policies
          where policyname in ('subject_pack_reads', 'data_desk_seals', 'packs_are_the_desks', 'data_desk_reads',
            'data_desk_corrects', 'data_desk_marks', 'data_desk_unmarks', 'data_desk_finds_marks',
            'data_desk_delivers', 'data_desk_restricts')
        loop
          execute format('drop policy %I on %I.%I', p.policyname, p.schemaname, p.tablename);
        end loop;
      end $$;
      revoke update (restricted_at, restricted_by_request) on app.person from waymark_web;
      drop function app.rows_about(uuid), app.open_to_subject_packs(regclass);
    `);
  }
}

const REACH = `
  create policy data_desk_seals on vault.person_record for insert to waymark_web with check (
    ${DESK} and kind in ('subject-pack', 'pack-words', 'rectification')
    and person_id in (select app.people_of_requests())
  );
  create policy packs_are_the_desks on vault.person_record as restrictive to waymark_web using (
    kind not in ('subject-pack', 'pack-words', 'rectification') or ${DESK}
  );
  create policy data_desk_reads on vault.person_record for select to waymark_web using (
    ${DESK} and person_id in (select app.people_of_requests())
  );
  create policy data_desk_corrects on vault.person_record for update to waymark_web using (
    ${DESK} and kind = 'identity' and exists (
      select 1 from app.information_request r where r.person_id = person_record.person_id
        and r.kind = 'rectification' and r.closed_at is null
    )
  );
  create policy data_desk_marks on vault.search_mark for insert to waymark_web with check (
    ${DESK} and ${OWN} and person_id in (select app.people_of_requests())
  );
  create policy data_desk_unmarks on vault.search_mark for delete to waymark_web using (
    ${DESK} and ${OWN} and person_id in (select app.people_of_requests())
  );
  create policy data_desk_finds_marks on vault.search_mark for select to waymark_web using (
    ${DESK} and ${OWN} and person_id in (select app.people_of_requests())
  );
  create policy data_desk_delivers on app.safe_contact_card for select to waymark_web
    using (person_id in (select app.people_of_requests()));
  create policy data_desk_delivers on app.contact_route for select to waymark_web
    using (person_id in (select app.people_of_requests()));
  create policy data_desk_delivers on app.case_file for select to waymark_web using (
    ${DESK} and ${OWN} and person_id in (select app.people_of_requests())
  );
  create policy data_desk_reads on app.person for select to waymark_web
    using (person_id in (select app.people_of_requests()));
  create policy data_desk_restricts on app.person for update to waymark_web using (
    exists (select 1 from app.information_request r where r.person_id = person.person_id
      and r.kind = 'restriction' and r.closed_at is null)
    and ${DESK}
  );
  grant update (restricted_at, restricted_by_request) on app.person to waymark_web;
`;

/** Of what a pack leaves out by itself: hashes to find people again, and work lists that say nothing about anybody. */
const NOT_IN_PACKS = [
  'vault.search_mark',
  'app.match_task',
  'app.team_crime_mark',
  'app.referral_draft',
  'app.alert_notice',
  'vault.request_record',
  'app.pack_item',
];

const PACKS = `
  -- Every row about the person of a request, from every table that names a person, a case or a referral: tables that
  -- come later are found by their columns. Later migrations: call app.open_to_subject_packs for each new one.
  create function app.open_to_subject_packs(target regclass) returns void language plpgsql as $$
  begin
    execute format('create policy subject_pack_reads on %s for select to current_user using (true)', target);
  end $$;
  revoke execute on function app.open_to_subject_packs from public;
  do $$ declare t regclass; begin
    for t in
      select distinct c.oid::regclass from pg_class c
      join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('app', 'vault')
      join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
        and (a.attname in ('case_id', 'referral_id', 'person_id') or c.relname in ('deadline_version', 'staff_user'))
      where c.relkind in ('r', 'p')
    loop
      perform app.open_to_subject_packs(t);
    end loop;
  end $$;

  create function app.rows_about(request uuid) returns table (source text, body jsonb)
    language plpgsql stable security definer set search_path = '' as $$
  declare
    people uuid[];
    cases uuid[];
    referrals uuid[];
    t record;
  begin
    with recursive same (person_id) as (
      select r.person_id from app.information_request r
      where r.request_id = request and r.handling_agency_id = app.claim_agency()
        and app.claim_role() = 'data-protection-officer' and r.kind = 'subject-access'
        and r.state in ('searching', 'review', 'ready') and r.identity_at is not null
        and r.person_id not in (select app.people_behind_wall())
      union
      select case when l.person_id = s.person_id then l.other_person_id else l.person_id end
      from same s join app.person_link l on l.unlinked_at is null and s.person_id in (l.person_id, l.other_person_id)
    )
    select array_agg(s.person_id) into people from same s where s.person_id not in (select app.people_behind_wall());
    if people is null then return; end if;
    select coalesce(array_agg(c.case_id), '{}') into cases from app.case_file c
      where c.person_id = any (people) and c.handling_agency_id = app.claim_agency();
    select coalesce(array_agg(r.referral_id), '{}') into referrals from app.referral r
      where r.person_id = any (people) and r.handling_agency_id = app.claim_agency();
    for t in
      select distinct on (c.oid) format('%I.%I', n.nspname, c.relname) as name, a.attname as key
      from pg_catalog.pg_class c
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace and n.nspname in ('app', 'vault')
      join pg_catalog.pg_attribute a on a.attrelid = c.oid and not a.attisdropped
        and a.attname in ('person_id', 'case_id', 'referral_id')
      where c.relkind in ('r', 'p') and format('%I.%I', n.nspname, c.relname) <> all (array[
        ${[...NOT_IN_PACKS, 'app.journal'].map((table) => `'${table}'`).join(', ')}
      ])
      order by c.oid, array_position(array['person_id', 'case_id', 'referral_id']::name[], a.attname)
    loop
      return query execute format('select %L::text, to_jsonb(x) from %s x where x.%I = any ($1)', t.name, t.name, t.key)
        using case t.key when 'person_id' then people when 'case_id' then cases else referrals end;
    end loop;
    return query select 'app.deadline_version', to_jsonb(v) from app.deadline_version v
      join app.deadline d on d.deadline_id = v.deadline_id where d.case_id = any (cases);
    return query select 'app.journal', (to_jsonb(j) - 'leaf_hash' - 'transaction_id') || jsonb_build_object('role', u.role)
      from app.journal j left join app.staff_user u on u.user_id = j.actor_id
      where j.case_id = any (cases)
        or (j.subject_kind in ('person', 'case', 'referral', 'information-request') and j.subject_id = any (
          people || cases || referrals || array(select i.request_id from app.information_request i
            where i.person_id = any (people))))
      order by j.position;
  end $$;
  revoke execute on function app.rows_about from public;
  grant execute on function app.rows_about to waymark_web;
`;
