import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The rights of a case are read at a service by whoever works with the person there, and by nobody who has others in
 * hand; still only while the investigation is shared on a ground that stands (P6).
 */
export class NarrowWhoReadsRights1790000000103 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(readBy('app.works_on_case'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(readBy('app.case_shared_with_me'));
  }
}

const readBy = (whose: string) =>
  ['enhanced_rights', 'code_event', 'duty', 'duty_version']
    .map(
      (table) => `
    alter policy provider_sees on app.${table} using (
      (select app.works_at_provider()) and ${whose}(${table}.case_id)
      and app.shared_with_me(${table}.person_id, 'investigation')
    );`,
    )
    .join('\n');
