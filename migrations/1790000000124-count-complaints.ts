import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Complaints by whether they were answered in time, of no case and of nobody. Kept from the journal alone, so the worker
 * reads it again from its first row.
 */
export class CountComplaints1790000000124 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table report.complaint_fact (
        side text not null,
        complaint_id uuid not null,
        month_on date not null,
        reply_due_at timestamptz not null,
        answered_at timestamptz,
        withdrawn boolean not null,
        state text not null,
        turns_at timestamptz,
        constraint complaint_fact_key primary key (side, complaint_id),
        constraint complaint_fact_side_known check (side in ('a', 'b')),
        constraint complaint_fact_state_known check (
          state in ('in-time', 'late', 'not-answered', 'open', 'withdrawn')
        ),
        constraint complaint_fact_turns_while_open check ((state = 'open') = (turns_at is not null))
      ) partition by list (side);
      create index complaint_fact_turning on report.complaint_fact (turns_at) where turns_at is not null;
      create table report.complaint_fact_a partition of report.complaint_fact for values in ('a');
      create table report.complaint_fact_b partition of report.complaint_fact for values in ('b');
      ${['complaint_fact', 'complaint_fact_a', 'complaint_fact_b'].map(guarded).join('\n')}
      grant select on report.complaint_fact to waymark_report;
      grant select, insert, update, delete on report.complaint_fact to waymark_worker;
      grant truncate on report.complaint_fact_a, report.complaint_fact_b to waymark_worker;
      ${READ_AGAIN}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table report.complaint_fact; ${READ_AGAIN}`);
  }
}

const guarded = (table: string) => `
  alter table report.${table} enable row level security;
  alter table report.${table} force row level security;
  create policy reports_read on report.${table} for select to waymark_report using (true);
  create policy service_projects on report.${table} to waymark_worker using (true) with check (true);`;

/** On a new database the other facts are made after these, and have not been read yet. */
const READ_AGAIN = `
  do $$
  begin
    if to_regclass('report.rollup') is null then return; end if;
    truncate report.referral_fact, report.promise_fact, report.pathway_fact, report.strand_fact, report.rollup;
    alter table report.figure_build no force row level security;
    update report.figure_build set building_side = null;
    alter table report.figure_build force row level security;
    alter table app.journal_cursor no force row level security;
    delete from app.journal_cursor where consumer in ('promise-facts-a', 'promise-facts-b');
    alter table app.journal_cursor force row level security;
  end $$;`;
