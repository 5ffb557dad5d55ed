import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One signed tree over the journal and the access log (DESIGN §2). Rows are sealed in the order in which they may be
 * read, each once; heads are added and never changed. The access log learns which transaction wrote a row, so that a slow
 * one is never skipped. Nobody but the worker seals, and it reads no more of the access log than its hashes.
 */
export class SealTheJournal1790000000110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ORDER_OF_READS);
    await runner.query(SEALS);
    await runner.query(RECEIPTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.receipt_leaf(uuid);
      drop table app.seal_node, app.sealed_leaf, app.journal_seal, app.seal_key;
      drop policy service_seals on app.access_log;
      revoke select (access_id, era, transaction_id, leaf_hash) on app.access_log from waymark_worker;
      alter table app.access_log drop column era, drop column transaction_id;
      drop function app.current_era();
    `);
  }
}

const ORDER_OF_READS = `
  create function app.current_era() returns integer language sql stable as $$ select era from app.instance $$;
  alter table app.access_log
    add column era integer not null default app.current_era(),
    add column transaction_id xid8 not null default pg_current_xact_id();
  create index access_log_in_reading_order on app.access_log (era, transaction_id, access_id);
  create policy service_seals on app.access_log for select to waymark_worker using (true);
  grant select (access_id, era, transaction_id, leaf_hash) on app.access_log to waymark_worker;
`;

/** Hashes are of the tree of domain/journal; of whole subtrees only those of 256 leaves and more are kept. */
const SEALS = `
  create table app.seal_key (
    key_id text primary key,
    public_key text not null,
    from_seal bigint not null,
    introduced_at timestamptz not null,
    previous_key text,
    endorsement bytea,
    constraint seal_key_one_from_seal unique (from_seal),
    constraint seal_key_of_previous foreign key (previous_key) references app.seal_key,
    constraint seal_key_endorsed_by_previous check (endorsement is null or previous_key is not null)
  );

  create table app.journal_seal (
    number bigint primary key,
    from_leaf bigint not null,
    size bigint not null,
    root bytea not null,
    rows_root bytea not null,
    previous bytea not null,
    sealed_at timestamptz not null,
    key_id text not null,
    signature bytea not null,
    peaks bytea not null,
    journal_era integer not null,
    journal_transaction xid8 not null,
    journal_position bigint not null,
    access_era integer not null,
    access_transaction xid8 not null,
    access_id uuid not null,
    constraint journal_seal_by_key foreign key (key_id) references app.seal_key,
    constraint journal_seal_from_one check (number >= 1),
    constraint journal_seal_only_grows check (from_leaf >= 0 and size > from_leaf),
    constraint journal_seal_one_from_leaf unique (from_leaf),
    constraint journal_seal_one_size unique (size),
    constraint journal_seal_of_sha256 check (length(root) = 32 and length(rows_root) = 32 and length(previous) = 32),
    constraint journal_seal_is_ed25519 check (length(signature) = 64)
  );

  create table app.sealed_leaf (
    leaf_index bigint primary key,
    source text not null,
    journal_position bigint,
    access_id uuid,
    leaf_hash bytea not null,
    constraint sealed_leaf_source_known check (source in ('journal', 'access')),
    constraint sealed_leaf_of_one_row check (
      (source = 'journal') = (journal_position is not null) and (source = 'access') = (access_id is not null)
    ),
    constraint sealed_leaf_is_sha256 check (length(leaf_hash) = 32)
  );
  create unique index sealed_leaf_once_by_position on app.sealed_leaf (journal_position)
    where journal_position is not null;
  create unique index sealed_leaf_once_by_access on app.sealed_leaf (access_id) where access_id is not null;

  create table app.seal_node (
    level integer not null,
    node_index bigint not null,
    hash bytea not null,
    primary key (level, node_index),
    constraint seal_node_is_sha256 check (length(hash) = 32)
  );

  ${['seal_key', 'journal_seal', 'sealed_leaf', 'seal_node']
    .map(
      (table) => `
    alter table app.${table} enable row level security;
    alter table app.${table} force row level security;
    create trigger ${table}_append_only before update or delete on app.${table}
      for each row execute function app.refuse_change();
    create trigger ${table}_never_truncated before truncate on app.${table}
      for each statement execute function app.refuse_change();
    create policy service_reads on app.${table} for select to waymark_worker using (true);
    create policy service_seals on app.${table} for insert to waymark_worker with check (true);
    create policy proof_reads on app.${table} for select to waymark_web
      using ((select app.claim_role()) in ('auditor', 'officer'));
    grant select on app.${table} to waymark_web;
    grant select, insert on app.${table} to waymark_worker;`,
    )
    .join('\n')}
`;

const RECEIPTS = `
  -- Where the row of a referral's receipt stands in the sealed tree, and nothing else of it: for the team that referred,
  -- and for the auditor. No place yet while it waits for the next seal.
  create function app.receipt_leaf(of_referral uuid) returns table (leaf_hash bytea, leaf_index bigint)
    language sql stable security definer set search_path = '' as $$
    select j.leaf_hash, l.leaf_index
    from app.journal j join app.referral r on r.referral_id = j.subject_id
    left join app.sealed_leaf l on l.journal_position = j.position
    where j.subject_kind = 'referral' and j.subject_id = of_referral and j.sequence = 1
      and (app.claim_role() = 'auditor' or (
        app.claim_role() = 'officer' and r.referring_agency_id = app.claim_agency()
        and r.referring_team_id = app.claim_team()
      ))
  $$;
  revoke execute on function app.receipt_leaf from public;
  grant execute on function app.receipt_leaf to waymark_web;
`;
