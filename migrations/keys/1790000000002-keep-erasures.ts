import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The ledger of erasures beside the keys, and the place this database was last opened at. A key that was destroyed is
 * never made again under the same id; a copy of the database knows that it stands elsewhere (P13).
 */
export class KeepErasures1790000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table keys.erasure (
        subject_id uuid primary key,
        erasure_id uuid not null,
        erased_at timestamptz not null default now()
      );
      create function keys.refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception '% is append-only', tg_table_name using errcode = '42501';
      end $$;
      create trigger erasure_append_only before update or delete on keys.erasure
        for each row execute function keys.refuse_change();
      create trigger erasure_never_truncated before truncate on keys.erasure
        for each statement execute function keys.refuse_change();
      create index data_key_by_master on keys.data_key (master_key, subject_id);

      alter table keys.erasure enable row level security;
      alter table keys.erasure force row level security;
      create policy vault_keeps_ledger on keys.erasure to waymark_keys using (true) with check (true);
      grant select, insert on keys.erasure to waymark_keys;
      -- Replaying is the operator's own act, with the account that owns the tables.
      create policy operator_replays on keys.erasure to current_user using (true) with check (true);
      create policy operator_replays on keys.data_key to current_user using (true) with check (true);

      create function keys.refuse_erased() returns trigger language plpgsql as $$
      begin
        if exists (select 1 from keys.erasure e where e.subject_id = new.subject_id) then
          raise exception 'this subject was erased' using errcode = '42501';
        end if;
        return new;
      end $$;
      create trigger data_key_never_again before insert on keys.data_key
        for each row execute function keys.refuse_erased();
      ${homeOf('keys', 'waymark_keys')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function keys.settle_home(), keys.home_state(), keys.here();
      drop table keys.home;
      drop trigger data_key_never_again on keys.data_key;
      drop function keys.refuse_erased();
      drop index keys.data_key_by_master;
      drop policy operator_replays on keys.data_key;
      drop table keys.erasure;
      drop function keys.refuse_change();
    `);
  }
}

/**
 * Where a database stands: which cluster, which database in it, which line of its history, which copy of the table. A
 * dump that was restored, a copy and a recovery to a point in time each change at least one of them.
 */
export function homeOf(schema: string, roles: string): string {
  return `
    create table ${schema}.home (
      only_row boolean primary key default true,
      place text not null,
      settled_at timestamptz not null,
      constraint home_one_row check (only_row)
    );
    alter table ${schema}.home enable row level security;
    alter table ${schema}.home force row level security;
    create policy home_keeper on ${schema}.home to current_user using (true) with check (true);

    create function ${schema}.here() returns text language sql stable security definer set search_path = '' as $$
      select concat_ws(':', (select system_identifier from pg_catalog.pg_control_system()),
        (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database()),
        (select timeline_id from pg_catalog.pg_control_checkpoint()), '${schema}.home'::pg_catalog.regclass::oid)
    $$;
    create function ${schema}.home_state() returns text
      language sql stable security definer set search_path = '' as $$
      select coalesce((select case when place = ${schema}.here() then 'home' else 'moved' end from ${schema}.home), 'new')
    $$;
    create function ${schema}.settle_home() returns void
      language sql security definer set search_path = '' as $$
      insert into ${schema}.home (place, settled_at) values (${schema}.here(), now())
      on conflict (only_row) do update set place = excluded.place, settled_at = excluded.settled_at
        where home.place <> excluded.place
    $$;
    revoke execute on function ${schema}.here, ${schema}.home_state, ${schema}.settle_home from public;
    grant execute on function ${schema}.home_state, ${schema}.settle_home to ${roles};`;
}
