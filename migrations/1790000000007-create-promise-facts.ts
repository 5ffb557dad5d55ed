import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One row per referral and limb, built from the journal alone, without anything that names a person. */
export class CreatePromiseFacts1790000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table report.promise_fact (
        deadline_id uuid primary key,
        referral_id uuid not null,
        month_on date not null,
        source text not null,
        limb text not null,
        binding boolean not null,
        policy_id text not null,
        policy_version integer not null,
        calendar_id text not null,
        calendar_version integer not null,
        due_at timestamptz not null,
        adjusted_due_at timestamptz,
        met_at timestamptz,
        basis text,
        cancelled boolean not null default false,
        constraint promise_fact_basis_known check (
          basis is null or basis in ('on-time', 'late-entry-confirmed', 'corrected-start', 'late')
        )
      );
      create index promise_fact_by_month on report.promise_fact (month_on, limb);
      create index promise_fact_by_referral on report.promise_fact (referral_id);

      alter table report.promise_fact enable row level security;
      alter table report.promise_fact force row level security;
      create policy reports_read on report.promise_fact for select to waymark_report using (true);
      create policy service_projects on report.promise_fact to waymark_worker using (true) with check (true);
      grant select on report.promise_fact to waymark_report;
      grant select, insert, update, delete on report.promise_fact to waymark_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table report.promise_fact;`);
  }
}
