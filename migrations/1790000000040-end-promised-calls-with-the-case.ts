import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A closed case has no call left to make, so that promised calls are counted without looking at their cases. */
export class EndPromisedCallsWithTheCase1790000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table app.call_back drop constraint call_back_ended_known, no force row level security;
      update app.call_back b set ended = 'case-closed', ended_at = c.closed_at
      from app.case_file c where c.case_id = b.case_id and c.closed_at is not null and b.ended is null;
      alter table app.call_back add constraint call_back_ended_known
        check (ended in ('kept', 'late', 'replaced', 'case-closed')), force row level security;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table app.call_back drop constraint call_back_ended_known, no force row level security;
      update app.call_back set ended = 'replaced' where ended = 'case-closed';
      alter table app.call_back
        add constraint call_back_ended_known check (ended in ('kept', 'late', 'replaced')), force row level security;
    `);
  }
}
