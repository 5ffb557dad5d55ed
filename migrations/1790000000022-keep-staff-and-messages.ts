import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * People who use the service, kept by administrators and managers within what they may give; and the texts that
 * staff are written to, as versions that a second person approved.
 */
export class KeepStaffAndMessages1790000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(STAFF);
    await runner.query(TEMPLATES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table app.message_template_version;
      drop function app.open_cases_of(uuid);
      drop policy staff_keeper_reads on app.journal;
      drop policy keeper_renames on app.team;
      drop policy keeper_adds on app.team;
      drop index app.team_name_once;
      alter table app.team drop column revision;
      drop policy keeper_seals on vault.staff_profile;
      drop trigger staff_user_rights_kept on app.staff_user;
      drop function app.keep_staff_rights();
      drop policy sign_in_activates on app.staff_user;
      drop policy keeper_changes on app.staff_user;
      drop policy keeper_adds on app.staff_user;
      drop function app.may_give_role(text, uuid);
      drop function app.keeps_staff_of(uuid);
      alter table app.staff_user drop constraint staff_user_invited_until, drop constraint staff_user_state_known,
        drop column revision, drop column invited_until, drop column last_signed_in_on, drop column disabled_at;
      alter table app.staff_user add constraint staff_user_state_known check (state in ('active', 'disabled'));
    `);
  }
}

const STAFF = `
  alter table app.staff_user
    add column revision integer not null default 1,
    add column invited_until timestamptz,
    add column last_signed_in_on date,
    add column disabled_at timestamptz,
    drop constraint staff_user_state_known;
  alter table app.staff_user
    add constraint staff_user_state_known check (state in ('invited', 'active', 'disabled')),
    add constraint staff_user_invited_until check (state <> 'invited' or invited_until is not null);

  create function app.keeps_staff_of(agency uuid) returns boolean language sql stable as $$
    select app.claim_role() = 'administrator' or (app.claim_role() = 'service-manager' and agency = app.claim_agency())
  $$;
  create function app.may_give_role(role text, agency uuid) returns boolean language sql stable as $$
    select app.keeps_staff_of(agency) and role <> 'administrator' and exists (
      select 1 from app.agency a where a.agency_id = agency and case a.kind
        when 'police' then role = 'officer'
        when 'responder' then role in ('first-responder', 'duty-lead', 'service-manager', 'safeguarding-lead')
        when 'provider' then role in ('provider-worker', 'provider-coordinator')
        when 'commissioner' then role = 'commissioner'
        else role in ('auditor', 'data-protection-officer')
      end
    )
  $$;

  create policy keeper_adds on app.staff_user for insert to waymark_web with check (
    state = 'invited' and app.may_give_role(role, agency_id)
  );
  create policy keeper_changes on app.staff_user for update to waymark_web
    using (user_id <> (select app.claim_user()) and app.keeps_staff_of(agency_id))
    with check (
      user_id <> (select app.claim_user())
      and (app.may_give_role(role, agency_id) or (state = 'disabled' and app.keeps_staff_of(agency_id)))
    );
  create policy sign_in_activates on app.staff_user for update to waymark_web
    using ((select app.claim_role()) = 'sign-in' and state in ('invited', 'active'))
    with check ((select app.claim_role()) = 'sign-in' and state = 'active');

  create function app.keep_staff_rights() returns trigger language plpgsql as $$
  begin
    if app.claim_role() = 'sign-in' and (new.role, new.agency_id, new.team_id) is distinct from
       (old.role, old.agency_id, old.team_id) then
      raise exception 'signing in gives nobody other rights' using errcode = '42501';
    end if;
    if new.role is distinct from old.role and new.role = 'administrator' then
      raise exception 'nobody is made an administrator here' using errcode = '42501';
    end if;
    if new.team_id is not null and not exists (
      select 1 from app.team t where t.team_id = new.team_id and t.agency_id = new.agency_id
    ) then
      raise exception 'a team of another agency' using errcode = '23514', constraint = 'staff_user_team_of_own_agency';
    end if;
    return new;
  end $$;
  create trigger staff_user_rights_kept before update on app.staff_user
    for each row execute function app.keep_staff_rights();

  grant insert on app.staff_user to waymark_web;
  grant update (role, team_id, state, revision, invited_until, last_signed_in_on, disabled_at)
    on app.staff_user to waymark_web;

  create policy keeper_seals on vault.staff_profile for insert to waymark_web with check (
    exists (select 1 from app.staff_user u where u.user_id = staff_profile.user_id
      and u.state = 'invited' and app.keeps_staff_of(u.agency_id))
  );
  grant insert on vault.staff_profile to waymark_web;

  alter table app.team add column revision integer not null default 1;
  create unique index team_name_once on app.team (agency_id, lower(name));
  create policy keeper_adds on app.team for insert to waymark_web with check (app.keeps_staff_of(agency_id));
  create policy keeper_renames on app.team for update to waymark_web
    using (app.keeps_staff_of(agency_id)) with check (app.keeps_staff_of(agency_id));
  grant insert on app.team to waymark_web;
  grant update (name, revision) on app.team to waymark_web;

  create policy staff_keeper_reads on app.journal for select to waymark_web using (
    (subject_kind = 'staff' and exists (
      select 1 from app.staff_user u where u.user_id = journal.subject_id and app.keeps_staff_of(u.agency_id)
    ))
    or (subject_kind = 'team' and exists (
      select 1 from app.team t where t.team_id = journal.subject_id and app.keeps_staff_of(t.agency_id)
    ))
  );

  create function app.open_cases_of(person uuid) returns integer
    language sql stable security definer set search_path = '' as $$
    select count(*)::integer from app.case_file c join app.staff_user u on u.user_id = c.owner_user_id
    where c.owner_user_id = person and c.closed_at is null and app.keeps_staff_of(u.agency_id)
  $$;
  revoke execute on function app.open_cases_of(uuid) from public;
  grant execute on function app.open_cases_of(uuid) to waymark_web;
`;

/** What the mailer said before texts became versions, and the same for pages. */
const FIRST_TEXTS = [
  {
    id: 'alerts-waiting',
    body: {
      one: {
        subject: 'Waymark: {{reference}} needs you',
        body: '{{reference}} needs you.\n\nOpen it: {{link}}',
      },
      many: {
        subject: 'Waymark: {{count}} references need you',
        body: 'These need you:\n{{references}}\n\nOpen them: {{link}}',
      },
    },
  },
  {
    id: 'urgent-page',
    body: {
      one: {
        subject: 'Waymark: {{reference}} needs an answer now',
        body: '{{reference}} needs an answer now.\n\nOpen it and say that you have it: {{link}}',
      },
      many: {
        subject: 'Waymark: {{count}} references need an answer now',
        body: 'These need an answer now:\n{{references}}\n\nOpen them and say that you have them: {{link}}',
      },
    },
  },
];

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

const TEMPLATES = `
  create table app.message_template_version (
    template_id text not null,
    version integer not null,
    body jsonb not null,
    effective_from timestamptz not null,
    constraint message_template_version_key primary key (template_id, version),
    constraint message_template_known check (template_id in ('alerts-waiting', 'urgent-page'))
  );
  create trigger message_template_version_append_only before update or delete on app.message_template_version
    for each row execute function app.refuse_change();
  insert into app.message_template_version (template_id, version, body, effective_from) values
    ${FIRST_TEXTS.map(({ id, body }) => `(${literal(id)}, 1, ${literal(JSON.stringify(body))}, '2000-01-01T00:00:00Z')`).join(', ')};

  alter table app.message_template_version enable row level security;
  alter table app.message_template_version force row level security;
  create policy service_reads on app.message_template_version for select to waymark_worker using (true);
  create policy template_keeper_sees on app.message_template_version for select to waymark_web using (
    (select app.claim_role()) in ('administrator', 'service-manager', 'auditor', 'duty-lead')
  );
  create policy approved_change_is_appended on app.message_template_version for insert to waymark_web with check (
    exists (
      select 1 from app.change_proposal p
      where p.kind = 'message-template' and p.state = 'approved' and p.subject = message_template_version.template_id
        and p.decided_by = (select app.claim_user()) and p.proposed_by <> (select app.claim_user())
        and p.based_on_version + 1 = message_template_version.version and p.body = message_template_version.body
        and p.effective_from = message_template_version.effective_from and p.effective_from > app.service_now()
    )
  );
  grant select on app.message_template_version to waymark_web, waymark_worker;
  grant insert on app.message_template_version to waymark_web;
`;
