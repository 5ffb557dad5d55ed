import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A call that was promised to somebody who is not to be contacted any more is neither kept nor late. */
export class EndPromisedCallsWhenContactStops1790000000041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table app.call_back drop constraint call_back_ended_known, add constraint call_back_ended_known
        check (ended in ('kept', 'late', 'replaced', 'case-closed', 'stopped'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table app.call_back drop constraint call_back_ended_known, no force row level security;
      update app.call_back set ended = 'replaced' where ended = 'stopped';
      alter table app.call_back add constraint call_back_ended_known
        check (ended in ('kept', 'late', 'replaced', 'case-closed')), force row level security;
    `);
  }
}
