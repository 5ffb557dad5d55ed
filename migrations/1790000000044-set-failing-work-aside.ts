import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Rows that the worker could not work on, so that each of them rests a while and holds up no other. Ids and codes alone;
 * pages see how many there are and not which. And the worker may end a promised call, as it must when it closes a case.
 */
export class SetFailingWorkAside1790000000044 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table app.set_aside_work (
        kind text not null,
        row_id uuid not null,
        tries integer not null,
        told_tries integer not null default 0,
        fault text not null,
        failed_at timestamptz not null,
        retry_at timestamptz not null,
        constraint set_aside_work_key primary key (kind, row_id),
        constraint set_aside_work_kind_is_code check (kind ~ '^[a-z-]{1,40}$'),
        constraint set_aside_work_fault_is_code check (fault ~ '^[A-Za-z0-9-]{1,40}$'),
        constraint set_aside_work_tried check (tries > 0 and told_tries between 0 and tries),
        constraint set_aside_work_rests check (retry_at > failed_at)
      );
      alter table app.set_aside_work enable row level security;
      alter table app.set_aside_work force row level security;
      create policy service_works on app.set_aside_work to waymark_worker using (true) with check (true);
      create policy keeper_counts on app.set_aside_work for select to waymark_web using (
        (select app.claim_role()) in ('administrator', 'service-manager', 'duty-lead')
      );
      grant select, insert, update, delete on app.set_aside_work to waymark_worker;
      grant select (kind) on app.set_aside_work to waymark_web;

      create function app.is_set_aside(work text, id uuid) returns boolean language sql stable as $$
        select exists (
          select 1 from app.set_aside_work s where s.kind = work and s.row_id = id and s.retry_at > now()
        )
      $$;

      grant update (ended, ended_at, ended_by_attempt) on app.call_back to waymark_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke update (ended, ended_at, ended_by_attempt) on app.call_back from waymark_worker;
      drop function app.is_set_aside(text, uuid);
      drop table app.set_aside_work;
    `);
  }
}
