import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Counts of offences that the police recorded, as somebody published them, each with what it counts, its source and its
 * licence. A later count of the same stands beside the earlier one as its next version; none is ever overwritten.
 */
export class KeepRecordedOffences1790000000120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table app.offence_set (
        set_id uuid primary key,
        definition text not null,
        months smallint not null,
        source text not null,
        licence text not null,
        taken_at timestamptz not null,
        taken_by uuid not null,
        constraint offence_set_by_user foreign key (taken_by) references app.staff_user,
        constraint offence_set_definition_known check (definition in (
          'sexual-offences-with-victim', 'sexual-offences', 'rapes', 'rape-victims'
        )),
        constraint offence_set_length_known check (months in (1, 3, 12)),
        constraint offence_set_has_source check (length(source) between 3 and 300),
        constraint offence_set_has_licence check (length(licence) between 3 and 200),
        constraint offence_set_is_one_kind unique (set_id, definition, months)
      );
      create table app.offence_count (
        set_id uuid not null,
        definition text not null,
        months smallint not null,
        first_month text not null,
        district text not null,
        version integer not null,
        offences integer not null,
        constraint offence_count_key primary key (definition, months, first_month, district, version),
        constraint offence_count_once_a_set unique (set_id, first_month, district),
        constraint offence_count_of_set foreign key (set_id, definition, months)
          references app.offence_set (set_id, definition, months),
        constraint offence_count_in_district foreign key (district) references app.district,
        constraint offence_count_of_month check (first_month ~ '^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$'),
        constraint offence_count_versions_begin_at_one check (version >= 1),
        constraint offence_count_is_one check (offences between 0 and 1000000)
      );
      ${['offence_set', 'offence_count']
        .map(
          (table) => `
        alter table app.${table} enable row level security;
        alter table app.${table} force row level security;
        create trigger ${table}_append_only before update or delete on app.${table}
          for each row execute function app.refuse_change();
        create trigger ${table}_never_truncated before truncate on app.${table}
          for each statement execute function app.refuse_change();
        create policy reader_sees on app.${table} for select to waymark_web using (
          (select app.claim_role()) in ('commissioner', 'service-manager', 'auditor', 'administrator')
        );
        grant select, insert on app.${table} to waymark_web;`,
        )
        .join('\n')}
      create policy administrator_takes on app.offence_set for insert to waymark_web with check (
        (select app.claim_role()) = 'administrator' and taken_by = (select app.claim_user())
      );
      create policy administrator_takes on app.offence_count for insert to waymark_web with check (
        (select app.claim_role()) = 'administrator' and exists (
          select 1 from app.offence_set s
          where s.set_id = offence_count.set_id and s.taken_by = (select app.claim_user())
            and s.taken_at >= date_trunc('second', app.service_now())
        )
      );
      create policy offence_keeper_appends on app.journal for insert to waymark_web with check (
        (select app.claim_role()) = 'administrator' and subject_kind = 'offence-set' and case_id is null
        and actor_kind = 'staff' and actor_id = (select app.claim_user())
        and agency_id = (select app.claim_agency())
        and exists (select 1 from app.offence_set s where s.set_id = journal.subject_id)
      );
      create policy offence_keeper_reads_back on app.journal for select to waymark_web using (
        subject_kind = 'offence-set' and (select app.claim_role()) = 'administrator'
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy offence_keeper_appends on app.journal;
      drop policy offence_keeper_reads_back on app.journal;
      drop table app.offence_count, app.offence_set;
    `);
  }
}
