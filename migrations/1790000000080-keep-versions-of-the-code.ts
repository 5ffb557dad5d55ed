import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Versions of the Victims' Code as data. Two are never in force on one day. A version that is there never changes but
 * for its end, which is set once, when its successor is known.
 */
export class KeepVersionsOfTheCode1790000000080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table app.code_version (
        version text primary key,
        status text not null,
        in_force_from date,
        in_force_to date,
        body jsonb not null,
        loaded_at timestamptz not null default now(),
        constraint code_version_is_code check (version ~ '^[a-z0-9-]{1,20}$'),
        constraint code_version_status_known check (status in ('in-force', 'draft')),
        constraint code_version_draft_has_no_start check ((status = 'draft') = (in_force_from is null)),
        constraint code_version_ends_after_start check (in_force_to > in_force_from),
        constraint code_version_never_overlaps exclude using gist (
          daterange(in_force_from, in_force_to) with &&
        ) where (status = 'in-force')
      );
      create function app.keep_code_version() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and old.in_force_to is null and new.in_force_to is not null
          and (new.version, new.status, new.in_force_from, new.body, new.loaded_at)
            is not distinct from (old.version, old.status, old.in_force_from, old.body, old.loaded_at)
        then
          return new;
        end if;
        raise exception 'a version of the Code is never changed' using errcode = '42501';
      end $$;
      create trigger code_version_only_ends before update or delete on app.code_version
        for each row execute function app.keep_code_version();
      create trigger code_version_never_truncated before truncate on app.code_version
        for each statement execute function app.refuse_change();
      alter table app.code_version enable row level security;
      alter table app.code_version force row level security;
      create policy everyone_reads on app.code_version for select using (true);
      create policy migrator_writes on app.code_version to current_user using (true) with check (true);
      grant select on app.code_version to waymark_web, waymark_worker, waymark_report;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table app.code_version; drop function app.keep_code_version();');
  }
}
