import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Figures tell where reaching each person stands, and why it was agreed to stop trying. No table changes: the worker
 * reads the journal again from its first row, for what the facts did not hold before.
 */
export class FollowWhereReachingStands1790000000127 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(READ_AGAIN);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(READ_AGAIN);
  }
}

/** On a new database the facts are made after this, and have not been read yet. */
const READ_AGAIN = `
  do $$
  begin
    if to_regclass('report.rollup') is null then return; end if;
    truncate report.referral_fact, report.promise_fact, report.pathway_fact, report.rollup;
    if to_regclass('report.strand_fact') is not null then truncate report.strand_fact; end if;
    alter table report.figure_build no force row level security;
    update report.figure_build set building_side = null;
    alter table report.figure_build force row level security;
    alter table app.journal_cursor no force row level security;
    delete from app.journal_cursor where consumer in ('promise-facts-a', 'promise-facts-b');
    alter table app.journal_cursor force row level security;
  end $$;`;
