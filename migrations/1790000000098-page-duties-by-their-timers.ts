import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Limits of the Code end at midnight, thousands at the same second: the worker queues them page by page in the order of
 * time and id, which the index of their timers now has, so that each page begins where the last one ended.
 */
export class PageDutiesByTheirTimers1790000000098 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index app.duty_next_to_fire;
      create index duty_next_to_fire on app.duty (next_fire_at, duty_id) where next_fire_at is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index app.duty_next_to_fire;
      create index duty_next_to_fire on app.duty (next_fire_at) where next_fire_at is not null;
    `);
  }
}
