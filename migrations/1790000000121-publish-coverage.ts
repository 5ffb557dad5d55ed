import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How many reports the police referred in a rolling year, by district, as it was published: counted once, a month after
 * the quarter that ends the year, and hidden or rounded before it was stored.
 */
export class PublishCoverage1790000000121 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table app.coverage_release (
        quarter text primary key,
        first_month text not null,
        referrals integer,
        made_at timestamptz not null,
        constraint coverage_release_of_quarter check (quarter ~ '^[0-9]{4}-(01|04|07|10)$'),
        constraint coverage_release_begins check (first_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$' and first_month <= quarter),
        constraint coverage_release_rounded check (${ROUNDED})
      );
      create table app.coverage_release_line (
        quarter text not null,
        district text not null,
        referrals integer,
        constraint coverage_release_line_key primary key (quarter, district),
        constraint coverage_release_line_of_release foreign key (quarter) references app.coverage_release,
        constraint coverage_release_line_in_district foreign key (district) references app.district,
        constraint coverage_release_line_rounded check (${ROUNDED})
      );
      ${['coverage_release', 'coverage_release_line']
        .map(
          (table) => `
        alter table app.${table} enable row level security;
        alter table app.${table} force row level security;
        create trigger ${table}_append_only before update or delete on app.${table}
          for each row execute function app.refuse_change();
        create trigger ${table}_never_truncated before truncate on app.${table}
          for each statement execute function app.refuse_change();
        create policy service_works on app.${table} to waymark_worker using (true) with check (true);
        create policy payer_sees on app.${table} for select to waymark_web
          using ((select app.claim_role()) in ('commissioner', 'service-manager', 'auditor'));
        grant select on app.${table} to waymark_web;
        grant select, insert on app.${table} to waymark_worker;`,
        )
        .join('\n')}
      create index report_by_reported_at on app.report (reported_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index app.report_by_reported_at;
      drop table app.coverage_release_line, app.coverage_release;
    `);
  }
}

const ROUNDED = 'referrals = 0 or (referrals >= 10 and referrals % 5 = 0)';
