import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly, codesOf } from './case-tables';

/**
 * The figures of a quarter as one person counted and proposed them and another signed them off, with their tables word
 * for word and what was signed of them. A restatement stands beside what it restates, and both stay.
 */
export class FreezeQuarters1790000000125 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(GUARDS);
    await runner.query(POLICIES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy snapshot_reader_reads on app.journal_seal;
      drop policy snapshot_reader_reads on app.seal_key;
      drop policy snapshot_keeper_appends on app.journal;
      drop policy snapshot_reads_back on app.journal;
      drop table app.snapshot_seal, app.snapshot_table, app.snapshot;
      drop function app.keep_snapshot();
    `);
  }
}

const STATES = ['draft', 'proposed', 'signed-off', 'restated', 'discarded'];
const REASONS = [
  'late-records',
  'corrected-times',
  'records-joined',
  'definition-changed',
  'counting-mistake',
  'small-counts-shown',
];
const SENT_BACK = ['figures-look-wrong', 'waits-for-records', 'people-might-be-found'];

const TABLES = `
  create table app.snapshot (
    snapshot_id uuid primary key,
    quarter text not null,
    version integer not null,
    state text not null,
    counted_at timestamptz not null,
    counted_by uuid not null,
    seal_number bigint,
    disclosure_rule text not null,
    policy_versions text[] not null,
    calendar_versions text[] not null,
    restates uuid,
    reason text,
    proposed_by uuid,
    proposed_at timestamptz,
    sent_back_because text,
    signed_off_by uuid,
    signed_off_at timestamptz,
    revision integer not null default 1,
    constraint snapshot_one_version unique (quarter, version),
    constraint snapshot_of_quarter check (quarter ~ '^(19|20|21)[0-9]{2}-(01|04|07|10)$'),
    constraint snapshot_of_a_quarter_that_is_over check (
      to_char((counted_at at time zone 'UTC') - interval '3 months', 'YYYY-MM') >= quarter
    ),
    constraint snapshot_versions_begin_at_one check (version >= 1),
    constraint snapshot_state_known check (state in (${codesOf(STATES)})),
    constraint snapshot_reason_known check (reason in (${codesOf(REASONS)})),
    constraint snapshot_sent_back_known check (sent_back_because in (${codesOf(SENT_BACK)})),
    constraint snapshot_restates_with_reason check ((restates is null) = (reason is null)),
    constraint snapshot_restates_one foreign key (restates) references app.snapshot,
    constraint snapshot_counted_by foreign key (counted_by) references app.staff_user,
    constraint snapshot_proposed_by foreign key (proposed_by) references app.staff_user,
    constraint snapshot_signed_off_by foreign key (signed_off_by) references app.staff_user,
    constraint snapshot_counted_under_seal foreign key (seal_number) references app.journal_seal,
    constraint snapshot_proposed_has_time check ((proposed_by is null) = (proposed_at is null)),
    constraint snapshot_signed_off_has_time check ((signed_off_by is null) = (signed_off_at is null)),
    constraint snapshot_proposed_by_somebody check (state not in ('proposed', 'signed-off', 'restated')
      or proposed_by is not null),
    constraint snapshot_published_by_somebody check ((state in ('signed-off', 'restated')) = (signed_off_by is not null)),
    constraint snapshot_signed_off_by_another check (signed_off_by <> proposed_by and signed_off_by <> counted_by)
  );
  create unique index snapshot_one_being_closed on app.snapshot (quarter) where state in ('draft', 'proposed');
  create unique index snapshot_closed_once on app.snapshot (quarter) where state = 'signed-off';

  create table app.snapshot_table (
    snapshot_id uuid not null,
    place smallint not null,
    table_id text not null,
    body text not null,
    sha256 text not null,
    constraint snapshot_table_key primary key (snapshot_id, place),
    constraint snapshot_table_once unique (snapshot_id, table_id),
    constraint snapshot_table_of_snapshot foreign key (snapshot_id) references app.snapshot,
    constraint snapshot_table_named check (table_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(table_id) <= 60),
    constraint snapshot_table_is_bounded check (length(body) <= 1000000),
    constraint snapshot_table_hashed check (sha256 = encode(sha256(convert_to(body, 'UTF8')), 'hex'))
  );

  create table app.snapshot_seal (
    snapshot_id uuid primary key,
    manifest text not null,
    signature bytea not null,
    key_id text not null,
    sealed_at timestamptz not null default now(),
    constraint snapshot_seal_of_snapshot foreign key (snapshot_id) references app.snapshot,
    constraint snapshot_seal_by_key foreign key (key_id) references app.seal_key,
    constraint snapshot_seal_is_ed25519 check (length(signature) = 64)
  );
`;

const GUARDS = `
  -- What is published stays as it is: the one thing that may still come to it is that a later one restates it.
  create function app.keep_snapshot() returns trigger language plpgsql set search_path = '' as $$
  begin
    if tg_op = 'DELETE' then raise exception 'a snapshot is never deleted'; end if;
    if old.state in ('restated', 'discarded') then raise exception 'a snapshot that has ended stays as it is'; end if;
    if old.state = 'signed-off' and (
      new.state <> 'restated' or (to_jsonb(new) - 'state' - 'revision') <> (to_jsonb(old) - 'state' - 'revision')
    ) then raise exception 'a snapshot that is signed off is only ever restated'; end if;
    if new.state = 'signed-off' and old.state <> 'proposed' then
      raise exception 'only a proposed snapshot is signed off';
    end if;
    return new;
  end $$;
  create trigger snapshot_kept before update or delete on app.snapshot
    for each row execute function app.keep_snapshot();
  create trigger snapshot_never_truncated before truncate on app.snapshot
    for each statement execute function app.refuse_change();
  ${appendOnly('snapshot_table')}
  ${appendOnly('snapshot_seal')}
`;

const ROLE = '(select app.claim_role())';
const USER = '(select app.claim_user())';
const READERS = `${ROLE} in ('service-manager', 'data-protection-officer', 'auditor')`;
const CLOSERS = `${ROLE} in ('service-manager', 'data-protection-officer')`;

const POLICIES = `
  ${['snapshot', 'snapshot_table', 'snapshot_seal']
    .map(
      (table) => `
    alter table app.${table} enable row level security;
    alter table app.${table} force row level security;
    create policy service_reads on app.${table} for select to waymark_worker using (true);
    grant select on app.${table} to waymark_web, waymark_worker;`,
    )
    .join('\n')}
  create policy reader_sees on app.snapshot for select to waymark_web using (
    ${READERS} or (${ROLE} = 'commissioner' and state in ('signed-off', 'restated'))
  );
  ${['snapshot_table', 'snapshot_seal']
    .map(
      (table) => `
    create policy reader_sees on app.${table} for select to waymark_web using (
      exists (select 1 from app.snapshot s where s.snapshot_id = ${table}.snapshot_id)
    );`,
    )
    .join('\n')}
  create policy manager_counts on app.snapshot for insert to waymark_web with check (
    ${ROLE} = 'service-manager' and counted_by = ${USER} and state = 'draft'
  );
  create policy closer_moves on app.snapshot for update to waymark_web using (${CLOSERS}) with check (
    ${CLOSERS} and (state not in ('proposed', 'discarded') or ${ROLE} = 'service-manager')
  );
  create policy manager_counts on app.snapshot_table for insert to waymark_web with check (
    ${ROLE} = 'service-manager' and exists (
      select 1 from app.snapshot s where s.snapshot_id = snapshot_table.snapshot_id and s.state = 'draft'
        and s.counted_by = ${USER} and s.revision = 1
    )
  );
  create policy service_seals on app.snapshot_seal for insert to waymark_worker with check (
    exists (select 1 from app.snapshot s
      where s.snapshot_id = snapshot_seal.snapshot_id and s.state in ('signed-off', 'restated'))
  );
  grant insert on app.snapshot, app.snapshot_table to waymark_web;
  grant update (state, proposed_by, proposed_at, sent_back_because, signed_off_by, signed_off_at, revision)
    on app.snapshot to waymark_web;
  grant insert on app.snapshot_seal to waymark_worker;

  create policy snapshot_reader_reads on app.journal_seal for select to waymark_web
    using (${READERS} or ${ROLE} = 'commissioner');
  create policy snapshot_reader_reads on app.seal_key for select to waymark_web
    using (${READERS} or ${ROLE} = 'commissioner');

  create policy snapshot_keeper_appends on app.journal for insert to waymark_web with check (
    ${CLOSERS} and subject_kind = 'snapshot' and case_id is null
    and actor_kind = 'staff' and actor_id = ${USER} and agency_id = (select app.claim_agency())
    and exists (select 1 from app.snapshot s where s.snapshot_id = journal.subject_id)
  );
  create policy snapshot_reads_back on app.journal for select to waymark_web
    using (subject_kind = 'snapshot' and ${CLOSERS});
`;
