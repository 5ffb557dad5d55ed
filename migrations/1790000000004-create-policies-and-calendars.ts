import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Versions are appended and never changed: a started clock remembers the ones it began under (P2). */
export class CreatePoliciesAndCalendars1790000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table app.calendar_version (
        calendar_id text not null,
        version integer not null,
        hours jsonb not null,
        source text not null,
        effective_from timestamptz not null,
        constraint calendar_version_key primary key (calendar_id, version),
        constraint calendar_version_from_one check (version >= 1)
      );

      create table app.policy_version (
        policy_id text not null,
        version integer not null,
        promise text not null,
        referral_source text not null,
        body jsonb not null,
        effective_from timestamptz not null,
        constraint policy_version_key primary key (policy_id, version),
        constraint policy_version_from_one check (version >= 1)
      );

      create table app.district (
        code text primary key,
        name text not null
      );

      create trigger calendar_version_append_only before update or delete on app.calendar_version
        for each row execute function app.refuse_change();
      create trigger policy_version_append_only before update or delete on app.policy_version
        for each row execute function app.refuse_change();

      alter table app.calendar_version enable row level security;
      alter table app.calendar_version force row level security;
      create policy everyone_reads on app.calendar_version for select using (true);
      create policy migrator_writes on app.calendar_version for insert to current_user with check (true);

      alter table app.policy_version enable row level security;
      alter table app.policy_version force row level security;
      create policy everyone_reads on app.policy_version for select using (true);
      create policy migrator_writes on app.policy_version for insert to current_user with check (true);

      alter table app.district enable row level security;
      alter table app.district force row level security;
      create policy everyone_reads on app.district for select using (true);
      create policy migrator_writes on app.district to current_user using (true) with check (true);

      grant select on app.calendar_version, app.policy_version, app.district
        to waymark_web, waymark_worker, waymark_report;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table app.district, app.policy_version, app.calendar_version;`);
  }
}
