import type { MigrationInterface, QueryRunner } from 'typeorm';
import { homeOf } from './keys/1790000000002-keep-erasures';

/**
 * Erasing a person for good: the rows of the vault that no key opens any more, by functions that ask for a decision of
 * two people; and the place that this database was last opened at, so that a copy is not served before every erasure
 * was replayed (P13).
 */
export class ErasePeople1790000000041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(homeOf('app', 'waymark_web, waymark_worker'));
    await runner.query(ERASING);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger person_record_never_of_erased on vault.person_record;
      drop function app.refuse_erased(), app.carry_out_erasure(uuid), app.replay_erasure(uuid, uuid, timestamptz),
        app.erase_rows(uuid), app.not_erased(uuid[]), app.subjects_of_erasure(uuid);
      do $$ declare t regclass; begin
        for t in ${TABLES_OF_A_PERSON} loop execute format('drop policy if exists eraser on %s', t); end loop;
      end $$;
      drop function app.settle_home(), app.home_state(), app.here();
      drop table app.home;
    `);
  }
}

/** Every table of the vault, and of the walls beside it, that holds something of one person. */
const TABLES_OF_A_PERSON = `select c.oid::regclass from pg_catalog.pg_class c
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace and n.nspname in ('vault', 'wall')
  join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attname = 'person_id' and not a.attisdropped
  where c.relkind = 'r'`;

const ERASING = `
  -- Later tables of the vault: give the eraser its way in, in the migration that makes them.
  do $$ declare t regclass; begin
    for t in ${TABLES_OF_A_PERSON} loop
      execute format('create policy eraser on %s to current_user using (true) with check (true)', t);
    end loop;
  end $$;

  create function app.erase_rows(person uuid) returns void
    language plpgsql security definer set search_path = '' as $$
  declare t regclass;
  begin
    for t in ${TABLES_OF_A_PERSON} loop
      execute format('delete from %s where person_id = $1', t) using person;
    end loop;
  end $$;

  -- The worker erases whom two people decided about, and nobody else.
  create function app.carry_out_erasure(id uuid) returns void
    language plpgsql security definer set search_path = '' as $$
  declare person uuid;
  begin
    update app.erasure set state = 'done', done_at = app.service_now(), revision = revision + 1
    where erasure_id = id and state = 'underway' returning person_id into person;
    if person is null then
      raise exception 'this erasure is not under way' using errcode = '42501';
    end if;
    perform app.erase_rows(person);
  end $$;

  -- For the operator of a restored system alone: nobody who serves pages may call it.
  create function app.replay_erasure(person uuid, id uuid, at timestamptz) returns void
    language plpgsql security definer set search_path = '' as $$
  begin
    if not exists (select 1 from app.person p where p.person_id = person) then return; end if;
    delete from app.erasure e where e.person_id = person
      and e.state in ('suggested', 'proposed', 'approved', 'underway');
    insert into app.erasure (erasure_id, person_id, case_id, reference, handling_agency_id, cause, state, done_at)
    select id, person, c.case_id, c.reference, c.handling_agency_id, 'replayed', 'done', at
    from app.case_file c where c.person_id = person order by c.opened_at desc limit 1
    on conflict do nothing;
    perform app.erase_rows(person);
  end $$;

  -- The person, and whoever they named: each has a key of their own.
  create function app.subjects_of_erasure(id uuid) returns setof uuid
    language sql stable security definer set search_path = '' as $$
    select e.person_id from app.erasure e where e.erasure_id = id
    union all
    select s.suspect_id from app.erasure e join wall.suspect s on s.person_id = e.person_id where e.erasure_id = id
  $$;

  create function app.not_erased(subjects uuid[]) returns setof uuid
    language sql stable security definer set search_path = '' as $$
    select p.person_id from app.person p where p.person_id = any (subjects) and not exists (
      select 1 from app.erasure e where e.person_id = p.person_id and e.state in ('underway', 'done')
    )
  $$;
  revoke execute on function app.erase_rows, app.carry_out_erasure, app.replay_erasure, app.not_erased,
    app.subjects_of_erasure from public;
  grant execute on function app.carry_out_erasure, app.subjects_of_erasure to waymark_worker;
  grant execute on function app.not_erased to waymark_web, waymark_worker;

  create function app.refuse_erased() returns trigger
    language plpgsql security definer set search_path = '' as $$
  begin
    if exists (select 1 from app.erasure e where e.person_id = new.person_id and e.state in ('underway', 'done')) then
      raise exception 'this person was erased' using errcode = '42501';
    end if;
    return new;
  end $$;
  create trigger person_record_never_of_erased before insert or update on vault.person_record
    for each row execute function app.refuse_erased();
`;
