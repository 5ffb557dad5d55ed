import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is followed for a case and counted by where it stands: kinds of support that were asked for, what people said to
 * the same question at first and at last, whom each service has, and who goes on with justice. Kept from the journal alone, so the worker reads it again from its first row.
 */
export class FollowNeedsAndOutcomes1790000000123 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table report.strand_fact (
        side text not null,
        kind text not null,
        fact_id uuid not null,
        case_id uuid not null,
        month_on date not null,
        value text not null,
        state text not null,
        evidence jsonb not null,
        constraint strand_fact_key primary key (side, kind, fact_id),
        constraint strand_fact_side_known check (side in ('a', 'b')),
        constraint strand_fact_kind_known check (kind in ('need', 'outcome', 'caseload', 'staying')),
        constraint strand_fact_evidence_is_list check (jsonb_typeof(evidence) = 'array')
      ) partition by list (side);
      create index strand_fact_by_case on report.strand_fact (case_id);
      create table report.strand_fact_a partition of report.strand_fact for values in ('a') with (fillfactor = 85);
      create table report.strand_fact_b partition of report.strand_fact for values in ('b') with (fillfactor = 85);
      ${['strand_fact', 'strand_fact_a', 'strand_fact_b'].map(guarded).join('\n')}
      grant select on report.strand_fact to waymark_report;
      grant select, insert, update, delete on report.strand_fact to waymark_worker;
      grant truncate on report.strand_fact_a, report.strand_fact_b to waymark_worker;
      ${READ_AGAIN}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table report.strand_fact; ${READ_AGAIN}`);
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
    truncate report.referral_fact, report.promise_fact, report.pathway_fact, report.rollup;
    alter table report.figure_build no force row level security;
    update report.figure_build set building_side = null;
    alter table report.figure_build force row level security;
    alter table app.journal_cursor no force row level security;
    delete from app.journal_cursor where consumer in ('promise-facts-a', 'promise-facts-b');
    alter table app.journal_cursor force row level security;
  end $$;`;
