import type { MigrationInterface, QueryRunner } from 'typeorm';

/** References, districts and policies of one area mean nothing in another: an opened instance keeps its area. */
export class KeepAnInstanceInItsArea1790000000063 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function app.keep_area() returns trigger language plpgsql as $$
      begin
        if old.opened_at is not null and new.area_pack is distinct from old.area_pack then
          raise exception 'an opened instance keeps its area' using errcode = '23514';
        end if;
        return new;
      end $$;
      create trigger instance_keeps_area before update on app.instance
        for each row execute function app.keep_area();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger instance_keeps_area on app.instance;
      drop function app.keep_area();
    `);
  }
}
