import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The sender looks every second for messages to take again and for people it has just written to. */
export class IndexSentMessages1790000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index sent_message_unsent on app.sent_message (claimed_at) where state = 'claimed';
      create index sent_message_newest on app.sent_message (recipient_user_id, claimed_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index app.sent_message_unsent, app.sent_message_newest;`);
  }
}
