import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The key database: a data key per person, wrapped by a master key that is never stored here. */
export class CreateDataKeys1790000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema keys;
      grant usage on schema keys to waymark_keys;
      create table keys.data_key (
        subject_id uuid primary key,
        wrapped bytea not null,
        master_key text not null,
        created_at timestamptz not null default now()
      );
      alter table keys.data_key enable row level security;
      alter table keys.data_key force row level security;
      create policy vault_keeps_keys on keys.data_key to waymark_keys using (true) with check (true);
      grant select, insert, update, delete on keys.data_key to waymark_keys;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop schema keys cascade;`);
  }
}
