import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly, codesOf } from './case-tables';

/**
 * Cases behind a figure, drawn at random for whoever pays or opened by an auditor for a purpose: who asked, by which seed
 * they were drawn, the cases under names of their own, and what was signed of them. Whoever pays sees how many there are
 * and their hash; the cases are for the auditor alone.
 */
export class DrawSamplesOfFigures1790000000135 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(POLICIES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy sampler_appends on app.journal;
      drop policy sampler_reads_back on app.journal;
      drop table app.figure_sample_seal, app.figure_sample_cases, app.figure_sample_draw, app.figure_sample;
    `);
  }
}

const TABLES = `
  create table app.figure_sample (
    sample_id uuid primary key,
    table_id text not null,
    span text not null,
    until_month text not null,
    value text,
    limb text not null,
    part text not null,
    size integer not null,
    purpose text not null,
    asked_by uuid not null,
    asked_at timestamptz not null,
    asked_under_seal bigint,
    constraint figure_sample_asked_by foreign key (asked_by) references app.staff_user,
    constraint figure_sample_under_seal foreign key (asked_under_seal) references app.journal_seal,
    constraint figure_sample_span_known check (span in ('quarter', 'twelve-months')),
    constraint figure_sample_until_a_month check (until_month ~ '^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$'),
    constraint figure_sample_part_known check (part in (${codesOf(['met', 'missed', 'open', 'cancelled'])})),
    constraint figure_sample_purpose_known check (
      purpose in (${codesOf(['check-a-figure', 'look-into-misses', 'check-the-records'])})
    ),
    constraint figure_sample_size_in_range check (size between 5 and 100),
    constraint figure_sample_texts_bounded check (
      length(table_id) <= 60 and length(limb) <= 60 and length(value) <= 60
    )
  );

  create table app.figure_sample_draw (
    sample_id uuid primary key,
    drawn_by uuid not null,
    drawn_at timestamptz not null,
    seal_number bigint,
    seed text not null,
    population integer not null,
    drawn integer not null,
    sha256 text not null,
    constraint figure_sample_draw_of_sample foreign key (sample_id) references app.figure_sample,
    constraint figure_sample_drawn_by foreign key (drawn_by) references app.staff_user,
    constraint figure_sample_draw_of_seal foreign key (seal_number) references app.journal_seal,
    constraint figure_sample_seed_is_a_hash check (seed ~ '^[0-9a-f]{64}$'),
    constraint figure_sample_draws_what_there_is check (drawn between 0 and population and drawn <= 100),
    constraint figure_sample_hashed check (sha256 ~ '^[0-9a-f]{64}$')
  );

  create table app.figure_sample_cases (
    sample_id uuid primary key,
    statement text not null,
    constraint figure_sample_cases_of_draw foreign key (sample_id) references app.figure_sample_draw,
    constraint figure_sample_cases_bounded check (length(statement) <= 1000000)
  );

  create table app.figure_sample_seal (
    sample_id uuid primary key,
    signature bytea not null,
    key_id text not null,
    sealed_at timestamptz not null default now(),
    constraint figure_sample_seal_of_draw foreign key (sample_id) references app.figure_sample_draw,
    constraint figure_sample_seal_by_key foreign key (key_id) references app.seal_key,
    constraint figure_sample_seal_is_ed25519 check (length(signature) = 64)
  );
  create index figure_sample_newest on app.figure_sample (asked_at desc, sample_id desc);
`;

const ROLE = '(select app.claim_role())';
const USER = '(select app.claim_user())';
const ALL = ['figure_sample', 'figure_sample_draw', 'figure_sample_cases', 'figure_sample_seal'];

const POLICIES = `
  ${ALL.map(
    (table) => `
    ${appendOnly(table)}
    alter table app.${table} enable row level security;
    alter table app.${table} force row level security;
    create policy service_works on app.${table} for select to waymark_worker using (true);
    create policy auditor_sees on app.${table} for select to waymark_web using (${ROLE} = 'auditor');
    grant select on app.${table} to waymark_web, waymark_worker;`,
  ).join('\n')}
  create policy payer_sees on app.figure_sample for select to waymark_web
    using (${ROLE} = 'commissioner' and asked_by = ${USER});
  ${['figure_sample_draw', 'figure_sample_seal']
    .map(
      (table) => `
    create policy payer_sees on app.${table} for select to waymark_web using (
      ${ROLE} = 'commissioner' and exists (
        select 1 from app.figure_sample s where s.sample_id = ${table}.sample_id and s.asked_by = ${USER}
      )
    );`,
    )
    .join('\n')}
  create policy somebody_asks on app.figure_sample for insert to waymark_web with check (
    asked_by = ${USER} and (${ROLE} = 'auditor' or (${ROLE} = 'commissioner' and value is null))
  );
  create policy auditor_draws on app.figure_sample_draw for insert to waymark_web with check (
    ${ROLE} = 'auditor' and drawn_by = ${USER}
  );
  create policy auditor_draws on app.figure_sample_cases for insert to waymark_web with check (
    ${ROLE} = 'auditor' and exists (
      select 1 from app.figure_sample_draw d where d.sample_id = figure_sample_cases.sample_id
        and d.drawn_by = ${USER}
        and d.sha256 = encode(sha256(convert_to(figure_sample_cases.statement, 'UTF8')), 'hex')
    )
  );
  create policy service_seals on app.figure_sample_seal for insert to waymark_worker with check (true);
  grant insert on app.figure_sample, app.figure_sample_draw, app.figure_sample_cases to waymark_web;
  grant insert on app.figure_sample_seal to waymark_worker;

  create policy sampler_appends on app.journal for insert to waymark_web with check (
    ${ROLE} in ('commissioner', 'auditor') and subject_kind = 'figure-sample' and case_id is null
    and actor_kind = 'staff' and actor_id = ${USER} and agency_id = (select app.claim_agency())
    and exists (select 1 from app.figure_sample s where s.sample_id = journal.subject_id)
  );
  create policy sampler_reads_back on app.journal for select to waymark_web
    using (subject_kind = 'figure-sample' and ${ROLE} in ('commissioner', 'auditor') and actor_id = ${USER});
`;
