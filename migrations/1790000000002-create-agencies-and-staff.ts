import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAgenciesAndStaff1790000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table app.agency (
        agency_id uuid primary key default uuidv7(),
        kind text not null,
        name text not null,
        constraint agency_kind_known check (kind in ('police', 'responder', 'provider', 'commissioner', 'operator'))
      );

      create table app.team (
        team_id uuid primary key default uuidv7(),
        agency_id uuid not null,
        name text not null,
        constraint team_of_agency foreign key (agency_id) references app.agency
      );
      create index team_by_agency on app.team (agency_id);

      create table app.staff_user (
        user_id uuid primary key default uuidv7(),
        agency_id uuid not null,
        team_id uuid,
        role text not null,
        state text not null default 'active',
        identity_provider text not null,
        identity_subject text not null,
        constraint staff_user_of_agency foreign key (agency_id) references app.agency,
        constraint staff_user_of_team foreign key (team_id) references app.team,
        constraint staff_user_state_known check (state in ('active', 'disabled')),
        constraint staff_user_one_per_identity unique (identity_provider, identity_subject)
      );
      create index staff_user_by_agency_and_role on app.staff_user (agency_id, role) where state = 'active';

      create table vault.staff_profile (
        user_id uuid primary key,
        sealed bytea not null,
        constraint staff_profile_of_user foreign key (user_id) references app.staff_user
      );

      create table app.web_session (
        sid text primary key,
        sess json not null,
        expire timestamptz not null
      );
      create index web_session_by_expiry on app.web_session (expire);

      alter table app.agency enable row level security;
      alter table app.agency force row level security;
      create policy signed_in_reads on app.agency for select using (app.claim_role() is not null);
      create policy migrator_writes on app.agency to current_user using (true) with check (true);
      create policy service_reads on app.agency for select to waymark_worker using (true);

      alter table app.team enable row level security;
      alter table app.team force row level security;
      create policy signed_in_reads on app.team for select using (app.claim_role() is not null);
      create policy migrator_writes on app.team to current_user using (true) with check (true);
      create policy service_reads on app.team for select to waymark_worker using (true);

      alter table app.staff_user enable row level security;
      alter table app.staff_user force row level security;
      create policy own_agency_or_overseer on app.staff_user for select to waymark_web using (
        (select app.claim_role()) in ('sign-in', 'auditor', 'administrator')
        or agency_id = (select app.claim_agency())
      );
      create policy service_reads on app.staff_user for select to waymark_worker using (true);
      create policy migrator_writes on app.staff_user to current_user using (true) with check (true);

      alter table vault.staff_profile enable row level security;
      alter table vault.staff_profile force row level security;
      create policy colleague_reads on vault.staff_profile for select to waymark_web using (
        exists (select 1 from app.staff_user u where u.user_id = staff_profile.user_id)
        and (select app.claim_role()) <> 'auditor'
      );
      create policy service_reads on vault.staff_profile for select to waymark_worker using (true);
      create policy migrator_writes on vault.staff_profile to current_user using (true) with check (true);

      alter table app.web_session enable row level security;
      alter table app.web_session force row level security;
      create policy web_keeps_sessions on app.web_session to waymark_web using (true) with check (true);

      grant select on app.agency, app.team, app.staff_user to waymark_web, waymark_worker;
      grant select on vault.staff_profile to waymark_web, waymark_worker;
      grant select, insert, update, delete on app.web_session to waymark_web;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table app.web_session, vault.staff_profile, app.staff_user, app.team, app.agency;
    `);
  }
}
