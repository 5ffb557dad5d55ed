import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Services that support is asked of, as versions that are only ever appended, and how much room each has. Everybody who
 * is signed in reads them: they name organisations, never a person. Administrators write; a duty lead confirms which
 * districts a service covers and changes nothing else; a coordinator keeps the room of the own agency's services.
 */
export class KeepTheDirectory1790000000054 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(POLICIES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy directory_keeper_reads_back on app.journal;
      drop policy directory_keeper_appends on app.journal;
      drop policy administrator_adds_provider on app.agency;
      revoke insert (agency_id, kind, name) on app.agency from waymark_web;
      drop table app.service_capacity, app.directory_service_version, app.directory_service;
      drop function app.only_confirms_coverage(uuid, integer, jsonb);
    `);
  }
}

const TABLES = `
  create table app.directory_service (
    service_id uuid primary key,
    agency_id uuid not null,
    constraint directory_service_of_agency foreign key (agency_id) references app.agency
  );
  create index directory_service_by_agency on app.directory_service (agency_id);

  -- The row before must be there, so versions have no gaps and two writers cannot both follow the same one.
  create table app.directory_service_version (
    service_id uuid not null,
    version integer not null,
    previous_version integer generated always as (nullif(version - 1, 0)) stored,
    body jsonb not null,
    effective_from timestamptz not null,
    recorded_by uuid,
    recorded_at timestamptz not null,
    reason text not null,
    constraint directory_service_version_key primary key (service_id, version),
    constraint directory_service_version_of_service foreign key (service_id) references app.directory_service,
    constraint directory_service_version_follows foreign key (service_id, previous_version)
      references app.directory_service_version (service_id, version),
    constraint directory_service_version_by_user foreign key (recorded_by) references app.staff_user,
    constraint directory_service_version_from_one check (version >= 1),
    constraint directory_service_version_named check (length(btrim(coalesce(body->>'name', ''))) > 0),
    constraint directory_service_version_kind_known check (body->>'kind' in ('isva', 'child-isva', 'sarc',
      'counselling', 'family-support', 'victim-support', 'idva', 'gp', 'sexual-health', 'mental-health', 'out-of-area')),
    constraint directory_service_version_state_known check (body->>'state' in ('open', 'retired')),
    constraint directory_service_version_covers_something check (
      body->>'state' = 'retired' or jsonb_array_length(body->'coverage') > 0
    ),
    constraint directory_service_version_has_hours check (body->'opening' ? 'timezone'),
    constraint directory_service_version_reason_known check (reason in ('area-pack', 'new-service', 'told-by-service',
      'told-by-commissioner', 'new-contract', 'read-on-their-pages', 'district-changed', 'put-right',
      'coverage-confirmed', 'imported', 'closed-down', 'opened-again'))
  );
  create trigger directory_service_version_append_only before update or delete on app.directory_service_version
    for each row execute function app.refuse_change();
  create trigger directory_service_version_never_truncated before truncate on app.directory_service_version
    for each statement execute function app.refuse_change();

  create table app.service_capacity (
    service_id uuid not null,
    revision integer not null,
    previous_revision integer generated always as (nullif(revision - 1, 0)) stored,
    posts numeric(6, 2) not null,
    case_limit integer,
    list_state text not null,
    list_since date not null,
    sample boolean not null default false,
    recorded_by uuid,
    recorded_at timestamptz not null,
    constraint service_capacity_key primary key (service_id, revision),
    constraint service_capacity_of_service foreign key (service_id) references app.directory_service,
    constraint service_capacity_follows foreign key (service_id, previous_revision)
      references app.service_capacity (service_id, revision),
    constraint service_capacity_by_user foreign key (recorded_by) references app.staff_user,
    constraint service_capacity_from_one check (revision >= 1),
    constraint service_capacity_posts_sound check (posts >= 0),
    constraint service_capacity_limit_sound check (case_limit is null or case_limit >= 0),
    constraint service_capacity_list_known check (list_state in ('open', 'closed'))
  );
  create trigger service_capacity_append_only before update or delete on app.service_capacity
    for each row execute function app.refuse_change();
  create trigger service_capacity_never_truncated before truncate on app.service_capacity
    for each statement execute function app.refuse_change();
`;

const ROLE = '(select app.claim_role())';
const ME = '(select app.claim_user())';

const POLICIES = `
  create function app.only_confirms_coverage(service uuid, next integer, wanted jsonb) returns boolean
    language sql stable as $$
    select exists (
      select 1 from app.directory_service_version v
      where v.service_id = service and v.version = next - 1 and v.body - 'coverage' = wanted - 'coverage'
        and jsonb_array_length(v.body->'coverage') = jsonb_array_length(wanted->'coverage')
        and not exists (
          select 1
          from jsonb_array_elements(v.body->'coverage') with ordinality was(line, n)
          join jsonb_array_elements(wanted->'coverage') with ordinality will(line, n) using (n)
          where was.line <> will.line and (
            was.line - '{evidence,basis}'::text[] <> will.line - '{evidence,basis}'::text[]
            or will.line->>'evidence' <> 'confirmed'
          )
        )
    )
  $$;

  ${['directory_service', 'directory_service_version', 'service_capacity']
    .map(
      (table) => `
        alter table app.${table} enable row level security;
        alter table app.${table} force row level security;
        create policy signed_in_reads on app.${table} for select to waymark_web using (${ROLE} is not null);
        create policy service_reads on app.${table} for select to waymark_worker using (true);
        create policy migrator_writes on app.${table} to current_user using (true) with check (true);
        grant select on app.${table} to waymark_web, waymark_worker;
        grant insert on app.${table} to waymark_web;`,
    )
    .join('\n')}

  create policy administrator_adds on app.directory_service for insert to waymark_web with check (
    ${ROLE} = 'administrator' and exists (
      select 1 from app.agency a where a.agency_id = directory_service.agency_id and a.kind = 'provider'
    )
  );
  create policy keeper_appends on app.directory_service_version for insert to waymark_web with check (
    recorded_by = ${ME} and (
      ${ROLE} = 'administrator'
      or (${ROLE} = 'duty-lead' and reason = 'coverage-confirmed'
        and app.only_confirms_coverage(service_id, version, body))
    )
  );
  create policy keeper_appends on app.service_capacity for insert to waymark_web with check (
    recorded_by = ${ME} and (
      ${ROLE} = 'administrator'
      or (${ROLE} = 'provider-coordinator' and exists (
        select 1 from app.directory_service s
        where s.service_id = service_capacity.service_id and s.agency_id = (select app.claim_agency())
      ))
    )
  );

  create policy administrator_adds_provider on app.agency for insert to waymark_web with check (
    ${ROLE} = 'administrator' and kind = 'provider' and not sarc
  );
  grant insert (agency_id, kind, name) on app.agency to waymark_web;

  create policy directory_keeper_appends on app.journal for insert to waymark_web with check (
    ${ROLE} in ('administrator', 'provider-coordinator') and subject_kind = 'directory-service' and case_id is null
    and actor_kind = 'staff' and actor_id = ${ME} and agency_id = (select app.claim_agency())
    and (${ROLE} = 'administrator' or exists (
      select 1 from app.directory_service s
      where s.service_id = journal.subject_id and s.agency_id = (select app.claim_agency())
    ))
  );
  create policy directory_keeper_reads_back on app.journal for select to waymark_web using (
    subject_kind = 'directory-service' and ${ROLE} in ('administrator', 'duty-lead', 'provider-coordinator')
  );
`;
