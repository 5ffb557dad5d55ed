import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who was referred, reached and came to support in a year, by sex, age band and ethnic group of the whole area, as it was
 * published: counted once, and hidden or rounded before it was stored.
 */
export class PublishReach1790000000138 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table app.reach_release (
        year integer primary key,
        made_at timestamptz not null,
        tables jsonb,
        constraint reach_release_of_year check (year between 1900 and 2199),
        constraint reach_release_is_tables check (jsonb_typeof(tables) = 'array')
      );
      alter table app.reach_release enable row level security;
      alter table app.reach_release force row level security;
      create trigger reach_release_append_only before update or delete on app.reach_release
        for each row execute function app.refuse_change();
      create trigger reach_release_never_truncated before truncate on app.reach_release
        for each statement execute function app.refuse_change();
      create policy service_works on app.reach_release to waymark_worker using (true) with check (true);
      create policy payer_sees on app.reach_release for select to waymark_web
        using ((select app.claim_role()) in ('commissioner', 'service-manager', 'auditor'));
      grant select on app.reach_release to waymark_web;
      grant select, insert on app.reach_release to waymark_worker;
      create policy service_counts on app.equality_answer for select to waymark_worker using (true);
      grant select (case_id, question, answer, recorded_at, entry_id) on app.equality_answer to waymark_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke select (case_id, question, answer, recorded_at, entry_id) on app.equality_answer from waymark_worker;
      drop policy service_counts on app.equality_answer;
      drop table app.reach_release;
    `);
  }
}
