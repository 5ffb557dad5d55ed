import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The spine (DESIGN §2): one append-only table that is timeline, audit trail, outbox and reporting feed. */
export class CreateJournal1790000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function app.refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception '% is append-only', tg_table_name using errcode = '42501';
      end $$;

      create table app.journal (
        position bigint generated always as identity primary key,
        era integer not null,
        transaction_id xid8 not null default pg_current_xact_id(),
        subject_kind text not null,
        subject_id uuid not null,
        sequence integer not null,
        case_id uuid,
        event_type text not null,
        event_version integer not null,
        happened_at timestamptz not null,
        recorded_at timestamptz not null,
        actor_kind text not null,
        actor_id uuid,
        actor_process text,
        agency_id uuid,
        reason text,
        payload jsonb not null,
        leaf_hash bytea not null,
        constraint journal_sequence_per_subject unique (subject_kind, subject_id, sequence),
        constraint journal_sequence_from_one check (sequence >= 1),
        constraint journal_actor_named check (
          (actor_kind = 'staff' and actor_id is not null and agency_id is not null)
          or (actor_kind = 'service' and actor_process is not null)
        ),
        constraint journal_leaf_is_sha256 check (length(leaf_hash) = 32)
      );
      create index journal_in_reading_order on app.journal (era, transaction_id, position);
      create index journal_by_case on app.journal (case_id, position) where case_id is not null;
      create trigger journal_append_only before update or delete on app.journal
        for each row execute function app.refuse_change();
      create trigger journal_never_truncated before truncate on app.journal
        for each statement execute function app.refuse_change();

      create table app.journal_cursor (
        consumer text primary key,
        era integer not null,
        transaction_id xid8 not null,
        position bigint not null,
        moved_at timestamptz not null
      );

      create table app.access_log (
        access_id uuid primary key default uuidv7(),
        seen_at timestamptz not null,
        actor_id uuid not null,
        role text not null,
        agency_id uuid not null,
        person_id uuid not null,
        case_id uuid,
        what text not null,
        basis text not null,
        request_id text,
        leaf_hash bytea not null,
        constraint access_log_what_known check (
          what in ('identity', 'contact-route', 'safe-contact-words', 'referral-identity')
        ),
        constraint access_log_leaf_is_sha256 check (length(leaf_hash) = 32)
      );
      create index access_log_by_person on app.access_log (person_id, seen_at);
      create index access_log_by_actor on app.access_log (actor_id, seen_at);
      create index access_log_newest on app.access_log (seen_at, access_id);
      create trigger access_log_append_only before update or delete on app.access_log
        for each row execute function app.refuse_change();
      create trigger access_log_never_truncated before truncate on app.access_log
        for each statement execute function app.refuse_change();

      create table app.idempotency_key (
        actor_id uuid not null,
        route text not null,
        key text not null,
        request_hash bytea not null,
        response_body jsonb not null,
        created_at timestamptz not null,
        constraint idempotency_key_per_actor_and_route primary key (actor_id, route, key)
      );
      create index idempotency_key_by_age on app.idempotency_key (created_at);

      alter table app.journal enable row level security;
      alter table app.journal force row level security;
      create policy staff_appends_as_themselves on app.journal for insert to waymark_web
        with check (actor_kind = 'staff' and actor_id = (select app.claim_user()));
      create policy auditor_reads on app.journal for select to waymark_web
        using ((select app.claim_role()) = 'auditor');
      create policy service_reads on app.journal for select to waymark_worker using (true);
      create policy service_appends on app.journal for insert to waymark_worker
        with check (actor_kind = 'service');

      alter table app.journal_cursor enable row level security;
      alter table app.journal_cursor force row level security;
      create policy service_keeps_place on app.journal_cursor to waymark_worker using (true) with check (true);

      alter table app.access_log enable row level security;
      alter table app.access_log force row level security;
      create policy staff_logs_themselves on app.access_log for insert to waymark_web
        with check (actor_id = (select app.claim_user()));
      create policy auditor_reads on app.access_log for select to waymark_web
        using ((select app.claim_role()) = 'auditor');

      alter table app.idempotency_key enable row level security;
      alter table app.idempotency_key force row level security;
      create policy own_keys on app.idempotency_key to waymark_web
        using (actor_id = (select app.claim_user())) with check (actor_id = (select app.claim_user()));
      create policy service_prunes on app.idempotency_key for delete to waymark_worker using (true);

      grant select, insert on app.journal to waymark_web, waymark_worker;
      grant select, insert, update on app.journal_cursor to waymark_worker;
      grant select, insert on app.access_log to waymark_web;
      grant select, insert on app.idempotency_key to waymark_web;
      grant select, delete on app.idempotency_key to waymark_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table app.idempotency_key, app.access_log, app.journal_cursor, app.journal;
      drop function app.refuse_change();
    `);
  }
}
