import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Three places where the answer hung on what whoever asked could see. Whether a name waits for agreement is asked of
 * every referral now, so who sees none no longer reads the name. A wall that a lead sets reaches the records linked with
 * its person. And a conflict that was decided can be decided again: by two leads, with a reason, its walls up until then.
 */
export class CloseWhatEyesLeftOpen1790000000043 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(withheld('true', `stable security definer set search_path = ''`));
    await runner.query(
      `alter policy agreement_first on vault.person_record using (${OPEN} or ${EXCEPTIONS});`,
    );
    await runner.query(LINKED);
    await runner.query(CONFLICTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy lead_takes_down on app.case_wall;
      revoke update (lifted_by, lifted_at, revision) on app.case_wall from waymark_wall;
      alter policy lead_decides on wall.conflict with check (decided_by = (select app.claim_user()));
      revoke update (asked_again_by, asked_again_at, asked_again_because, decided_before) on wall.conflict
        from waymark_wall;
      alter table wall.conflict drop column asked_again_by, drop column asked_again_at,
        drop column asked_again_because, drop column decided_before;
      drop function app.linked_cases(uuid);
      alter policy agreement_first on vault.person_record using (${OPEN});
    `);
    await runner.query(withheld('false', 'stable security invoker'));
    await runner.query(`
      revoke execute on function app.identity_withheld(uuid) from waymark_web, waymark_worker;
      grant execute on function app.identity_withheld(uuid) to public;
    `);
  }
}

/** Of somebody without any referral nobody knows that they agreed. */
const withheld = (unknown: string, how: string) => `
  create or replace function app.identity_withheld(person uuid) returns boolean language sql ${how} as $$
    select coalesce(bool_and(
      r.source = 'police' and r.agreement = 'not-asked-yet' and r.referring_agency_id <> r.handling_agency_id
    ), ${unknown}) and not app.override_covers(person, 'this-service', 'be-called', 'identity')
    from app.referral r where r.person_id = person
  $$;
  revoke execute on function app.identity_withheld(uuid) from public;
  grant execute on function app.identity_withheld(uuid) to waymark_web, waymark_worker;`;

const OPEN = `
  (select app.claim_role()) = 'officer' or kind not in ('identity', 'contact-route', 'crime-reference')
  or not app.identity_withheld(person_id)`;

/**
 * Who reads a name although nobody has asked the person yet (docs/decisions/0023): whoever must keep a child safe, while
 * that task lives; the desk to which the person themselves turned; a provider, by an agreement or a ground of its own.
 */
const EXCEPTIONS = `
  ((select app.claim_role()) = 'safeguarding-lead' and kind = 'identity' and app.safeguards_now(person_id))
  or ((select app.claim_role()) = 'data-protection-officer' and person_id in (select app.people_of_requests()))
  or ((select app.claim_role()) = 'provider-worker' and app.shared_with_me(person_id, case kind
    when 'identity' then 'identity' when 'contact-route' then 'safe-contact' else 'investigation' end))`;

const LINKED = `
  create function app.linked_cases(person uuid) returns setof uuid
    language sql stable security definer set search_path = '' as $$
    select distinct on (c.person_id) c.case_id from app.linked_people(person) p
    join app.case_file c on c.person_id = p
    where app.leads_cases() and c.handling_agency_id = app.claim_agency()
    order by c.person_id, c.closed_at desc nulls first, c.opened_at desc
  $$;
  revoke execute on function app.linked_cases from public;
  grant execute on function app.linked_cases to waymark_web;
`;

const LEAD = `(select app.claim_role()) = 'duty-lead' and handling_agency_id = (select app.claim_agency())`;

const CONFLICTS = `
  alter table wall.conflict
    add column asked_again_by uuid,
    add column asked_again_at timestamptz,
    add column asked_again_because text,
    add column decided_before text,
    add constraint conflict_asked_again_whole check (
      num_nonnulls(asked_again_by, asked_again_at, asked_again_because, decided_before) in (0, 4)
    ),
    add constraint conflict_asked_again_because_known check (asked_again_because in (
      'new-details', 'chosen-by-mistake', 'no-longer-needed'
    )),
    add constraint conflict_decided_before_known check (decided_before in ('different-person', 'separate-workers')),
    add constraint conflict_other_answer_by_another check (
      state in ('held', 'put-off') or asked_again_by is null or state = decided_before or decided_by <> asked_again_by
    );
  grant update (asked_again_by, asked_again_at, asked_again_because, decided_before) on wall.conflict to waymark_wall;
  alter policy lead_decides on wall.conflict with check (
    decided_by = (select app.claim_user()) or (state = 'held' and asked_again_by = (select app.claim_user()))
  );

  -- Both halves of a wall between two people come down together, by the lead who decides their conflict.
  grant update (lifted_by, lifted_at, revision) on app.case_wall to waymark_wall;
  create policy lead_takes_down on app.case_wall for update to waymark_wall using (
    ${LEAD} and kind = 'conflict' and apart_from_person_id is not null and lifted_at is null
  ) with check (lifted_by = (select app.claim_user()));
`;
