import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Districts as dated rows: when councils are made anew, old rows end and new ones begin, and nothing that was counted
 * under an old one changes. Every district of before stands from the beginning until further notice.
 */
export class DateDistricts1790000000062 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table app.district_period (
        code text not null,
        name text not null,
        valid_from date not null,
        valid_to date not null,
        constraint district_period_key primary key (code, valid_from),
        constraint district_period_of_district foreign key (code) references app.district,
        constraint district_period_forward check (valid_from < valid_to)
      );

      create function app.keep_district_periods() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' then
          raise exception 'the days of a district are never taken out' using errcode = '23514';
        end if;
        if tg_op = 'UPDATE' and (
          old.valid_to <> 'infinity'
          or (old.code, old.name, old.valid_from) is distinct from (new.code, new.name, new.valid_from)
        ) then
          raise exception 'a district that is there can only end, once' using errcode = '23514';
        end if;
        if exists (
          select from app.district_period other
          where other.code = new.code and other.valid_from <> new.valid_from
            and other.valid_from < new.valid_to and new.valid_from < other.valid_to
        ) then
          raise exception 'two districts with one code on one day' using errcode = '23P01';
        end if;
        return new;
      end $$;
      create trigger district_period_only_ends before insert or update or delete on app.district_period
        for each row execute function app.keep_district_periods();

      insert into app.district_period (code, name, valid_from, valid_to)
        select code, name, '-infinity', 'infinity' from app.district;

      alter table app.district_period enable row level security;
      alter table app.district_period force row level security;
      create policy everyone_reads on app.district_period for select using (true);
      create policy migrator_writes on app.district_period to current_user using (true) with check (true);
      grant select on app.district_period to waymark_web, waymark_worker, waymark_report;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table app.district_period;
      drop function app.keep_district_periods();
    `);
  }
}
