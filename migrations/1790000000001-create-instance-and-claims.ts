import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Schemas, the one service clock and the claims of a unit of work. Roles exist already: `migrate` makes them,
 * because roles belong to the cluster and outlive any one database.
 */
export class CreateInstanceAndClaims1790000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema app;
      create schema vault;
      create schema report;
      grant usage on schema app to waymark_web, waymark_worker, waymark_report, waymark_wall;
      grant usage on schema vault to waymark_web, waymark_worker;
      grant usage on schema report to waymark_report, waymark_worker;

      create table app.instance (
        only_row boolean primary key default true,
        instance_id uuid not null default uuidv7(),
        area_pack text not null,
        era integer not null default 1,
        synthetic boolean not null default false,
        opened_at timestamptz,
        offset_seconds bigint not null default 0,
        constraint instance_one_row check (only_row),
        constraint instance_offset_only_when_synthetic check (offset_seconds = 0 or synthetic),
        constraint instance_offset_never_back check (offset_seconds >= 0 or opened_at is null)
      );

      create function app.keep_instance_open() returns trigger language plpgsql as $$
      begin
        if old.opened_at is not null and new.opened_at is null then
          raise exception 'an opened instance stays open' using errcode = '23514';
        end if;
        if old.synthetic is distinct from new.synthetic and old.opened_at is not null then
          raise exception 'an opened instance keeps its kind' using errcode = '23514';
        end if;
        return new;
      end $$;
      create trigger instance_stays_open before update on app.instance
        for each row execute function app.keep_instance_open();

      create function app.service_now() returns timestamptz language sql stable as $$
        select now() + make_interval(secs => offset_seconds) from app.instance
      $$;

      create function app.claim(name text) returns text language sql stable as $$
        select nullif(current_setting('waymark.' || name, true), '')
      $$;
      create function app.claim_role() returns text language sql stable as $$ select app.claim('role') $$;
      create function app.claim_user() returns uuid language sql stable as $$ select app.claim('user')::uuid $$;
      create function app.claim_agency() returns uuid language sql stable as $$ select app.claim('agency')::uuid $$;
      create function app.claim_team() returns uuid language sql stable as $$ select app.claim('team')::uuid $$;

      create function app.begin_work(role text, user_id uuid, agency_id uuid, team_id uuid)
        returns timestamptz language plpgsql as $$
      begin
        perform set_config('waymark.role', role, true),
                set_config('waymark.user', coalesce(user_id::text, ''), true),
                set_config('waymark.agency', coalesce(agency_id::text, ''), true),
                set_config('waymark.team', coalesce(team_id::text, ''), true);
        return app.service_now();
      end $$;

      alter table app.instance enable row level security;
      alter table app.instance force row level security;
      create policy everyone_reads on app.instance for select using (true);
      create policy demo_moves_clock on app.instance for update to waymark_web
        using (synthetic) with check (synthetic);
      create policy migrator_writes on app.instance to current_user using (true) with check (true);
      grant select on app.instance to waymark_web, waymark_worker, waymark_report, waymark_wall;
      grant update (offset_seconds) on app.instance to waymark_web;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop schema report cascade; drop schema vault cascade; drop schema app cascade;`);
  }
}
