import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The facts behind every figure and their rollups, kept twice: one side is read, the other is where a rebuild is made
 * beside it. They are built from the journal alone, so nothing is carried over: the worker reads the journal again.
 */
export class RollUpFigures1790000000130 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table report.promise_fact; ${READ_AGAIN}`);
    await runner.query(TABLES);
    for (const table of ['referral_fact', 'promise_fact', 'pathway_fact', 'rollup']) {
      await runner.query(`
        create table report.${table}_a partition of report.${table} for values in ('a') with (fillfactor = 85);
        create table report.${table}_b partition of report.${table} for values in ('b') with (fillfactor = 85);
        ${[table, `${table}_a`, `${table}_b`].map(guarded).join('\n')}
        grant select on report.${table} to waymark_report;
        grant select, insert, update, delete on report.${table} to waymark_worker;
        grant truncate on report.${table}_a, report.${table}_b to waymark_worker;
      `);
    }
    await runner.query(`
      ${guarded('figure_build')}
      grant select on report.figure_build to waymark_report;
      grant select, update on report.figure_build to waymark_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table report.figure_build, report.rollup, report.pathway_fact, report.promise_fact, report.referral_fact;
    `);
    await runner.query(BEFORE);
  }
}

const guarded = (table: string) => `
  alter table report.${table} enable row level security;
  alter table report.${table} force row level security;
  create policy reports_read on report.${table} for select to waymark_report using (true);
  create policy service_projects on report.${table} to waymark_worker using (true) with check (true);`;

/** Whoever builds these tables begins with the first row of the journal. */
const READ_AGAIN = `
  alter table app.journal_cursor no force row level security;
  delete from app.journal_cursor where consumer in ('promise-facts', 'promise-facts-a', 'promise-facts-b');
  alter table app.journal_cursor force row level security;`;

const TABLES = `
  create table report.figure_build (
    only_row boolean primary key default true,
    live_side text not null,
    building_side text,
    rows_read bigint not null default 0,
    rows_all bigint not null default 0,
    begun_at timestamptz,
    swapped_at timestamptz,
    constraint figure_build_one_row check (only_row),
    constraint figure_build_sides_known check (live_side in ('a', 'b') and building_side in ('a', 'b')),
    constraint figure_build_beside check (building_side <> live_side),
    constraint figure_build_begun check ((building_side is null) or (begun_at is not null))
  );
  insert into report.figure_build (live_side) values ('a');

  create table report.referral_fact (
    side text not null,
    case_id uuid not null,
    referral_id uuid,
    month_on date,
    source text not null,
    district text not null,
    offence_group text not null,
    centre text not null,
    weekday text not null,
    hour_band text not null,
    started_at timestamptz,
    submitted_at timestamptz,
    agreement text not null,
    session_at timestamptz,
    attempts jsonb not null,
    exceptions jsonb not null,
    attempt_at timestamptz,
    reach_at timestamptz,
    conversation_at timestamptz,
    engagement_at timestamptz,
    rung smallint not null,
    attempts_to_reach integer,
    counted boolean not null,
    constraint referral_fact_key primary key (side, case_id),
    constraint referral_fact_rung_known check (rung between 0 and 7)
  ) partition by list (side);

  create table report.promise_fact (
    side text not null,
    deadline_id uuid not null,
    case_id uuid not null,
    referral_id uuid not null,
    month_on date not null,
    source text not null,
    limb text not null,
    binding boolean not null,
    policy_id text not null,
    policy_version integer not null,
    calendar_id text not null,
    calendar_version integer not null,
    due_at timestamptz not null,
    adjusted_due_at timestamptz,
    met_at timestamptz,
    basis text,
    cancelled boolean not null default false,
    cancelled_because text,
    state text not null,
    in_adjusted_time boolean not null,
    turns_at timestamptz,
    first_attempt text,
    miss_reason text,
    constraint promise_fact_key primary key (side, deadline_id),
    constraint promise_fact_basis_known check (
      basis is null or basis in ('on-time', 'late-entry-confirmed', 'corrected-start', 'late')
    ),
    constraint promise_fact_cancelled_because_known check (
      cancelled_because is null or (cancelled and cancelled_because in ('redirected', 'died', 'duplicate'))
    ),
    constraint promise_fact_state_known check (state in ('met', 'missed', 'open', 'cancelled')),
    constraint promise_fact_first_attempt_known check (first_attempt in ('in-time', 'late', 'none', 'not-yet')),
    constraint promise_fact_miss_has_reason check ((state = 'missed') = (miss_reason is not null))
  ) partition by list (side);
  create index promise_fact_by_case on report.promise_fact (case_id);
  create index promise_fact_by_month on report.promise_fact (month_on, limb);
  create index promise_fact_turning on report.promise_fact (turns_at) where turns_at is not null;

  create table report.pathway_fact (
    side text not null,
    fact_id uuid not null,
    kind text not null,
    case_id uuid not null,
    month_on date not null,
    service text not null,
    provider text not null,
    started_at timestamptz not null,
    reached_at timestamptz,
    ended_at timestamptz,
    state text not null,
    constraint pathway_fact_key primary key (side, fact_id),
    constraint pathway_fact_kind_known check (kind in ('wait', 'justice')),
    constraint pathway_fact_state_known check (
      (kind = 'wait' and state in ('waiting', 'begun', 'declined', 'ended-before-it-began'))
      or (kind = 'justice' and state in ('recorded', 'charged', 'ended-without-charge', 'outcome-at-court'))
    )
  ) partition by list (side);
  create index pathway_fact_by_case on report.pathway_fact (case_id);

  create table report.rollup (
    side text not null,
    measure text not null,
    dimension text not null,
    month_on date not null,
    value text not null,
    limb text not null,
    bucket text not null,
    count bigint not null,
    constraint rollup_key primary key (side, measure, dimension, month_on, value, limb, bucket),
    constraint rollup_never_below_nothing check (count >= 0)
  ) partition by list (side);`;

const BEFORE = `
  create table report.promise_fact (
    deadline_id uuid primary key,
    referral_id uuid not null,
    month_on date not null,
    source text not null,
    limb text not null,
    binding boolean not null,
    policy_id text not null,
    policy_version integer not null,
    calendar_id text not null,
    calendar_version integer not null,
    due_at timestamptz not null,
    adjusted_due_at timestamptz,
    met_at timestamptz,
    basis text,
    cancelled boolean not null default false,
    cancelled_because text,
    constraint promise_fact_basis_known check (
      basis is null or basis in ('on-time', 'late-entry-confirmed', 'corrected-start', 'late')
    ),
    constraint promise_fact_cancelled_because_known check (
      cancelled_because is null or (cancelled and cancelled_because in ('redirected', 'died', 'duplicate'))
    )
  );
  create index promise_fact_by_month on report.promise_fact (month_on, limb);
  create index promise_fact_by_referral on report.promise_fact (referral_id);
  ${guarded('promise_fact')}
  grant select on report.promise_fact to waymark_report;
  grant select, insert, update, delete on report.promise_fact to waymark_worker;
  ${READ_AGAIN}`;
