import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Figures tell how long the first attempt took once this service knew, apart from what the police took. No table
 * changes: the worker reads the journal again from its first row, so that every cell is counted by one rule.
 */
export class TellTheResponseApart1790000000131 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(READ_AGAIN);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(READ_AGAIN);
  }
}

const READ_AGAIN = `
  truncate report.referral_fact, report.promise_fact, report.pathway_fact, report.strand_fact, report.rollup;
  alter table report.figure_build no force row level security;
  update report.figure_build set building_side = null;
  alter table report.figure_build force row level security;
  alter table app.journal_cursor no force row level security;
  delete from app.journal_cursor where consumer in ('promise-facts-a', 'promise-facts-b');
  alter table app.journal_cursor force row level security;
`;
