import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowCodes } from './allow-codes';

/**
 * How people are routed, as versions that are only ever appended: an administrator proposes the next one, another
 * person approves it, and the database takes nothing but the approved words. A draft is its author's alone.
 */
export class ChangeHowPeopleAreRouted1790000000056 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      allowCodes({
        table: 'app.change_proposal',
        constraint: 'change_proposal_kind_known',
        column: 'kind',
        codes: ['routing'],
      }),
    );
    await runner.query(`
      create table app.routing_table_version (
        table_id text not null,
        version integer not null,
        body jsonb not null,
        effective_from timestamptz not null,
        constraint routing_table_version_key primary key (table_id, version),
        constraint routing_table_version_from_one check (version >= 1),
        constraint routing_table_version_says_itself check (
          body->>'id' = table_id and (body->>'version')::integer = version
        ),
        constraint routing_table_version_has_parts check (
          jsonb_typeof(body->'rules') = 'array' and jsonb_typeof(body->'windows') = 'array'
          and jsonb_typeof(body->'healthWindows') = 'array'
        )
      );
      create trigger routing_table_version_append_only before update or delete on app.routing_table_version
        for each row execute function app.refuse_change();
      create trigger routing_table_version_never_truncated before truncate on app.routing_table_version
        for each statement execute function app.refuse_change();

      create table app.routing_draft (
        draft_id uuid primary key,
        owner_user_id uuid not null,
        based_on_version integer not null,
        body jsonb not null,
        begun_at timestamptz not null,
        changed_at timestamptz not null,
        revision integer not null default 1,
        constraint routing_draft_of_user foreign key (owner_user_id) references app.staff_user,
        constraint routing_draft_based_on_something check (based_on_version >= 1),
        constraint routing_draft_changed_later check (changed_at >= begun_at)
      );
      create index routing_draft_by_owner on app.routing_draft (owner_user_id, begun_at desc, draft_id);

      alter table app.routing_table_version enable row level security;
      alter table app.routing_table_version force row level security;
      create policy everyone_reads on app.routing_table_version for select using (true);
      create policy migrator_writes on app.routing_table_version for insert to current_user with check (true);
      create policy approved_change_is_appended on app.routing_table_version for insert to waymark_web with check (
        exists (
          select 1 from app.change_proposal p
          where p.kind = 'routing' and p.state = 'approved' and p.subject = routing_table_version.table_id
            and p.decided_by = ${ME} and p.proposed_by <> ${ME}
            and p.based_on_version + 1 = routing_table_version.version and p.body = routing_table_version.body
            and p.effective_from = routing_table_version.effective_from and p.effective_from > app.service_now()
        )
      );
      grant select on app.routing_table_version to waymark_web, waymark_worker, waymark_report;
      grant insert on app.routing_table_version to waymark_web;

      alter table app.routing_draft enable row level security;
      alter table app.routing_draft force row level security;
      create policy author_keeps on app.routing_draft to waymark_web using (
        (select app.claim_role()) = 'administrator' and owner_user_id = ${ME}
      ) with check ((select app.claim_role()) = 'administrator' and owner_user_id = ${ME});
      grant select, insert, delete on app.routing_draft to waymark_web;
      grant update (body, changed_at, revision) on app.routing_draft to waymark_web;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table app.routing_draft, app.routing_table_version;');
  }
}

const ME = '(select app.claim_user())';
