import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An auditor has no act at the data-protection desk: what requests, breaches, holds and erasures came to stands in the
 * journal, in codes. Their rows name cases and people, and whoever saw a row saw what is sealed beside it as well.
 */
export class KeepAuditorsFromTheDataDesk1790000000053 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES.map((table) => `drop policy auditor_sees on app.${table};`).join('\n'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      TABLES.map(
        (table) => `
      create policy auditor_sees on app.${table} for select to waymark_web
        using ((select app.claim_role()) = 'auditor');`,
      ).join('\n'),
    );
  }
}

const TABLES = ['information_request', 'breach_record', 'legal_hold', 'erasure'];
