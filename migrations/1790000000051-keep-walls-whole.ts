import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a restriction keeps from a colleague is kept from them wherever somebody else decides for them too: whom a mail
 * reaches, who may own a case, who is told. A wall between two people is read by duty leads alone, who alone know of the
 * conflict behind it. And who looked at whom is behind the person's walls also where no case is named.
 */
export class KeepWallsWhole1790000000051 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(behindWall(OR_RESTRICTED));
    await runner.query(`
      alter policy lead_sees on app.case_wall using (
        ${OWN_LEAD} and (kind <> 'conflict' or (select app.claim_role()) = 'duty-lead')
      );
      create policy person_behind_wall on app.access_log as restrictive for select to waymark_web
        using (person_id not in (select app.people_behind_wall()));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy person_behind_wall on app.access_log;
      alter policy lead_sees on app.case_wall using (${OWN_LEAD});
    `);
    await runner.query(behindWall(''));
  }
}

const OWN_LEAD = `(select app.leads_cases()) and handling_agency_id = (select app.claim_agency())`;

/** \`mayReadRestricted\` of domain/data-protection says the same, and \`app.behind_wall\` for whoever asks. */
const OR_RESTRICTED = `
  or exists (
    select 1 from app.staff_user u, app.case_file c join app.person p on p.person_id = c.person_id
    where u.user_id = who and c.case_id = of_case and p.restricted_at is not null
      and u.role not in ('data-protection-officer', 'duty-lead')
  )`;

const behindWall = (more: string) => `
  create or replace function app.user_is_behind_wall(of_case uuid, who uuid) returns boolean
    language sql stable security definer set search_path = '' as $$
    select exists (
      select 1 from app.staff_user u
      join app.case_file c on c.case_id = of_case
      join app.case_wall w on w.person_id = c.person_id
      where u.user_id = who and w.lifted_at is null and w.spared_user_id is distinct from u.user_id
        and not (w.spares_leads and u.role in ('duty-lead', 'service-manager'))
        and (w.walled_user_id = u.user_id or w.walled_team_id = u.team_id or w.walled_agency_id = u.agency_id
          or exists (select 1 from app.case_file o
            where o.person_id = w.apart_from_person_id and o.owner_user_id = u.user_id))
    )${more}
  $$;
`;
