import type { MigrationInterface, QueryRunner } from 'typeorm';

const APPEND_ONLY = ['calendar_version', 'policy_version', 'deadline_breach', 'deadline_exception'];

/** Row triggers do not see a truncate: what is append-only refuses that too. */
export class NeverTruncateLedgers1790000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of APPEND_ONLY) {
      await runner.query(`
        create trigger ${table}_never_truncated before truncate on app.${table}
          for each statement execute function app.refuse_change();
      `);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of APPEND_ONLY) {
      await runner.query(`drop trigger ${table}_never_truncated on app.${table};`);
    }
  }
}
