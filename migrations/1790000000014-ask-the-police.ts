import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Questions that go back to the police team which sent a referral, each with a clock. An officer sees no case; to
 * enter an answer, one transaction reaches the one case that an open task of their own team is about, named by the
 * claim `answering` (`PoliceTaskStore.reachCaseOf`). Nothing of that case leaves the use case (P7).
 */
export class AskThePolice1790000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table app.police_task (
        task_id uuid primary key,
        kind text not null,
        cause text not null,
        case_id uuid not null,
        referral_id uuid not null,
        reference text not null,
        referring_agency_id uuid not null,
        team_id uuid not null,
        handling_agency_id uuid not null,
        state text not null,
        opened_at timestamptz not null,
        due_at timestamptz not null,
        reminded_at timestamptz,
        overdue_at timestamptz,
        ask_again_at timestamptz,
        next_fire_at timestamptz,
        outcome text,
        settled_by uuid,
        settled_at timestamptz,
        revision integer not null default 1,
        constraint police_task_of_case foreign key (case_id) references app.case_file,
        constraint police_task_of_referral foreign key (referral_id) references app.referral,
        constraint police_task_for_agency foreign key (referring_agency_id) references app.agency,
        constraint police_task_for_team foreign key (team_id) references app.team,
        constraint police_task_by_agency foreign key (handling_agency_id) references app.agency,
        constraint police_task_settled_by_user foreign key (settled_by) references app.staff_user,
        constraint police_task_kind_known check (
          kind in ('find-safe-route', 'wrong-number', 'add-crime-number', 'ask-agreement')
        ),
        constraint police_task_state_known check (state in ('open', 'answered', 'withdrawn')),
        constraint police_task_due_after_opening check (due_at > opened_at),
        constraint police_task_settled_has_time check ((state = 'open') = (settled_at is null)),
        constraint police_task_settled_has_outcome check ((state = 'open') = (outcome is null)),
        constraint police_task_answered_by_somebody check ((state = 'answered') = (settled_by is not null)),
        constraint police_task_settled_fires_nothing check (state = 'open' or next_fire_at is null)
      );
      create unique index police_task_one_open_per_kind on app.police_task (case_id, kind) where state = 'open';
      create index police_task_by_case on app.police_task (case_id);
      create index police_task_by_referral on app.police_task (referral_id);
      create index police_task_open_of_team on app.police_task (team_id, due_at, task_id) where state = 'open';
      create index police_task_open_of_agency on app.police_task (handling_agency_id, due_at, task_id)
        where state = 'open';
      create index police_task_firing on app.police_task (next_fire_at) where next_fire_at is not null;
    `);
    await runner.query(POLICIES);
  }

  async down(runner: QueryRunner): Promise<void> {
    const reaching = REACHES.map(({ table, name }) => `drop policy ${name} on ${table};`).join('\n');
    await runner.query(`${reaching}
      drop function app.answering_case();
      drop table app.police_task;
      revoke update (permissions, checked_at) on app.contact_route from waymark_web;
      revoke update (agreement, call_from_at) on app.referral from waymark_web;
      revoke update (victim_agreed_at) on app.report from waymark_web;
    `);
  }
}

const OWN_TEAM = `(select app.claim_role()) = 'officer' and referring_agency_id = (select app.claim_agency())
  and team_id = (select app.claim_team())`;
const HANDLER = `(select app.handles_cases()) and handling_agency_id = (select app.claim_agency())`;

const ANSWERED_CASE = 'case_id = (select app.answering_case())';
const ANSWERED_PERSON = (table: string) =>
  `exists (select 1 from app.case_file c where c.case_id = (select app.answering_case())
     and c.person_id = ${table}.person_id)`;
const ANSWERED_REFERRAL = `exists (select 1 from app.case_file c where c.case_id = (select app.answering_case())
  and c.referral_id = referral.referral_id)`;
const ANSWERED_REPORT = `exists (select 1 from app.case_file c join app.referral r using (referral_id)
  where c.case_id = (select app.answering_case()) and r.report_id = report.report_id)`;

/** What entering an answer has to read and change, and not a table more. */
const REACHES = [
  { table: 'app.case_file', name: 'answerer_reaches', act: 'select', which: ANSWERED_CASE },
  { table: 'app.case_file', name: 'answerer_changes', act: 'update', which: ANSWERED_CASE },
  { table: 'app.contact_attempt', name: 'answerer_reaches', act: 'select', which: ANSWERED_CASE },
  { table: 'app.deadline', name: 'answerer_changes', act: 'update', which: ANSWERED_CASE },
  { table: 'app.alert', name: 'answerer_reaches', act: 'select', which: ANSWERED_CASE },
  { table: 'app.alert', name: 'answerer_changes', act: 'update', which: ANSWERED_CASE },
  {
    table: 'app.safe_contact_card',
    name: 'answerer_reaches',
    act: 'select',
    which: ANSWERED_PERSON('safe_contact_card'),
  },
  {
    table: 'app.contact_route',
    name: 'answerer_reaches',
    act: 'select',
    which: ANSWERED_PERSON('contact_route'),
  },
  {
    table: 'app.contact_route',
    name: 'answerer_changes',
    act: 'update',
    which: ANSWERED_PERSON('contact_route'),
  },
  {
    table: 'vault.person_record',
    name: 'answerer_reaches',
    act: 'select',
    which: ANSWERED_PERSON('person_record'),
  },
  { table: 'app.referral', name: 'answerer_changes', act: 'update', which: ANSWERED_REFERRAL },
  { table: 'app.report', name: 'answerer_changes', act: 'update', which: ANSWERED_REPORT },
] as const;

const CHANGING =
  'state, reminded_at, overdue_at, ask_again_at, next_fire_at, outcome, settled_by, settled_at, revision';

const POLICIES = `
  alter table app.police_task enable row level security;
  alter table app.police_task force row level security;
  create policy service_works on app.police_task to waymark_worker using (true) with check (true);
  create policy own_team_sees on app.police_task for select to waymark_web using (${OWN_TEAM});
  create policy handler_sees on app.police_task for select to waymark_web using (${HANDLER});
  create policy auditor_sees on app.police_task for select to waymark_web
    using ((select app.claim_role()) = 'auditor');
  create policy own_team_opens on app.police_task for insert to waymark_web with check (${OWN_TEAM});
  create policy handler_opens on app.police_task for insert to waymark_web with check (${HANDLER});
  create policy own_team_answers on app.police_task for update to waymark_web using (${OWN_TEAM})
    with check (${OWN_TEAM} and (settled_by is null or settled_by = (select app.claim_user())));
  create policy handler_withdraws on app.police_task for update to waymark_web using (${HANDLER})
    with check (${HANDLER} and state <> 'answered');

  grant select, insert on app.police_task to waymark_web, waymark_worker;
  grant update (${CHANGING}) on app.police_task to waymark_web, waymark_worker;

  -- The second half of the condition keeps the case in reach for the rest of the transaction that settles the task.
  create function app.answering_case() returns uuid language sql stable as $$
    select t.case_id from app.police_task t
    where t.task_id = app.claim('answering')::uuid and app.claim_role() = 'officer'
      and t.referring_agency_id = app.claim_agency() and t.team_id = app.claim_team()
      and (t.state = 'open' or t.settled_at > app.service_now() - interval '1 second')
  $$;

  ${REACHES.map(
    ({ table, name, act, which }) =>
      `create policy ${name} on ${table} for ${act} to waymark_web using (${which});`,
  ).join('\n')}

  grant update (permissions, checked_at) on app.contact_route to waymark_web;
  grant update (agreement, call_from_at) on app.referral to waymark_web;
  grant update (victim_agreed_at) on app.report to waymark_web;
`;
