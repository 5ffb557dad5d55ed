import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowSealed, allowSeen } from './allow-codes';

/**
 * Every answer that a case was given, with the facts in codes, the version of the table and who asked; and where
 * somebody chose otherwise, why. Which agencies a wall or a conflict shuts is worked out anew each time; what that does
 * to an answer stands in the table that leads alone read, for it would tell whoever reads it of another person.
 */
export class KeepHowCasesWereRouted1790000000057 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(POLICIES);
    await runner.query(FUNCTIONS);
    await runner.query(allowSealed('routing-note'));
    await runner.query(allowSeen('routing-note', 'routing-suggested'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.barred_agencies(uuid);
      drop table app.routing_whole_answer, app.routing_override, app.routing_decision;
    `);
  }
}

const TABLES = `
  create table app.routing_decision (
    decision_id uuid primary key,
    case_id uuid not null,
    person_id uuid not null,
    handling_agency_id uuid not null,
    wanted text[] not null,
    facts jsonb not null,
    answer jsonb not null,
    table_version integer not null,
    decided_by uuid not null,
    decided_at timestamptz not null,
    constraint routing_decision_of_case foreign key (case_id) references app.case_file,
    constraint routing_decision_of_person foreign key (person_id) references app.person,
    constraint routing_decision_by_user foreign key (decided_by) references app.staff_user,
    constraint routing_decision_tells_of_no_conflict check (not facts ? 'barredAgencies'),
    constraint routing_decision_tells_of_no_wall check (not answer @? '$.**.code ? (@ == "not-suitable")'),
    constraint routing_decision_answers check (jsonb_typeof(answer->'answers') = 'array')
  );
  create index routing_decision_by_case on app.routing_decision (case_id, decided_at desc, decision_id);
  create index routing_decision_by_person on app.routing_decision (person_id);
  create index routing_decision_by_time on app.routing_decision (decided_at);

  create table app.routing_override (
    override_id uuid primary key,
    decision_id uuid not null,
    case_id uuid not null,
    person_id uuid not null,
    handling_agency_id uuid not null,
    support_kind text not null,
    service_id uuid not null,
    reason text not null,
    chosen_by uuid not null,
    chosen_as text not null,
    chosen_at timestamptz not null,
    constraint routing_override_of_decision foreign key (decision_id) references app.routing_decision,
    constraint routing_override_of_case foreign key (case_id) references app.case_file,
    constraint routing_override_of_person foreign key (person_id) references app.person,
    constraint routing_override_to_service foreign key (service_id) references app.directory_service,
    constraint routing_override_by_user foreign key (chosen_by) references app.staff_user,
    constraint routing_override_chosen_as_known check (chosen_as in ('first-responder', 'duty-lead')),
    constraint routing_override_once unique (decision_id, support_kind, service_id),
    constraint routing_override_reason_known check (reason in (
      'persons-choice', 'known-worker', 'nearer-or-easier', 'shorter-wait', 'confirmed-by-service', 'safety',
      'table-is-wrong'
    ))
  );
  create index routing_override_by_case on app.routing_override (case_id, chosen_at);
  create index routing_override_by_person on app.routing_override (person_id);

  -- The answer as leads read it, beside every decision. What everybody else reads names no service of a kind that the
  -- lead decides, so that what a wall takes away is not told from anything else.
  create table app.routing_whole_answer (
    decision_id uuid primary key,
    answer jsonb not null,
    constraint routing_whole_answer_of_decision foreign key (decision_id) references app.routing_decision,
    constraint routing_whole_answer_answers check (jsonb_typeof(answer->'answers') = 'array')
  );
`;

const KEPT = ['routing_decision', 'routing_override'];
const HANDLER = `(select app.handles_cases()) and handling_agency_id = (select app.claim_agency())`;
const CALLER = `(select app.claim_role()) in ('first-responder', 'duty-lead')`;
const OWN_CASE = (table: string) =>
  `exists (select 1 from app.case_file c where c.case_id = ${table}.case_id and c.person_id = ${table}.person_id
     and c.handling_agency_id = ${table}.handling_agency_id and c.closed_at is null)`;

const POLICIES = `
  ${KEPT.map(
    (table) => `
    create trigger ${table}_append_only before update or delete on app.${table}
      for each row execute function app.refuse_change();
    create trigger ${table}_never_truncated before truncate on app.${table}
      for each statement execute function app.refuse_change();
    alter table app.${table} enable row level security;
    alter table app.${table} force row level security;
    create policy service_works on app.${table} to waymark_worker using (true) with check (true);
    create policy handler_sees on app.${table} for select to waymark_web using (${HANDLER});
    create policy auditor_sees on app.${table} for select to waymark_web
      using ((select app.claim_role()) = 'auditor');
    grant select, insert on app.${table} to waymark_web;
    grant select on app.${table} to waymark_worker;
    select app.put_behind_walls('app.${table}');
    select app.open_to_subject_packs('app.${table}');`,
  ).join('\n')}

  create policy caller_routes on app.routing_decision for insert to waymark_web with check (
    ${CALLER} and ${HANDLER} and decided_by = (select app.claim_user()) and ${OWN_CASE('routing_decision')}
    and exists (select 1 from app.routing_table_version v where v.version = table_version)
  );
  create policy caller_overrides on app.routing_override for insert to waymark_web with check (
    ${CALLER} and ${HANDLER} and chosen_by = (select app.claim_user()) and ${OWN_CASE('routing_override')}
    and chosen_as = (select app.claim_role())
    and exists (select 1 from app.routing_decision d where d.decision_id = routing_override.decision_id
      and d.case_id = routing_override.case_id)
  );

  create trigger routing_whole_answer_append_only before update or delete on app.routing_whole_answer
    for each row execute function app.refuse_change();
  create trigger routing_whole_answer_never_truncated before truncate on app.routing_whole_answer
    for each statement execute function app.refuse_change();
  alter table app.routing_whole_answer enable row level security;
  alter table app.routing_whole_answer force row level security;
  create policy lead_sees on app.routing_whole_answer for select to waymark_web using (
    (select app.claim_role()) in ('duty-lead', 'service-manager')
    and exists (select 1 from app.routing_decision d where d.decision_id = routing_whole_answer.decision_id)
  );
  create policy caller_routes on app.routing_whole_answer for insert to waymark_web with check (
    ${CALLER} and exists (select 1 from app.routing_decision d
      where d.decision_id = routing_whole_answer.decision_id and d.decided_by = (select app.claim_user()))
  );
  grant select, insert on app.routing_whole_answer to waymark_web;
`;

/** Requests for support come in a later migration: these functions look for them when they are called. */
const FUNCTIONS = `
  -- Which agencies a wall shuts, and which of them support somebody from whom this person is kept apart. For the
  -- decision of a use case about a case that the caller may see; no page shows it.
  create function app.barred_agencies(person uuid) returns setof uuid
    language plpgsql stable security definer set search_path = '' as $$
  begin
    if not app.handles_cases() or person in (select app.people_behind_wall()) or not exists (
      select 1 from app.case_file c where c.person_id = person and c.handling_agency_id = app.claim_agency()
    ) then return; end if;
    return query
      select w.walled_agency_id from app.case_wall w
      where w.person_id = person and w.lifted_at is null and w.walled_agency_id is not null
      union
      select s.agency_id from app.case_wall w join app.share s on s.person_id = w.apart_from_person_id
      where w.person_id = person and w.lifted_at is null and s.state = 'open';
    if to_regclass('app.service_request') is null then return; end if;
    return query execute $q$
      select r.agency_id from app.case_wall w join app.service_request r on r.person_id = w.apart_from_person_id
      where w.person_id = $1 and w.lifted_at is null
        and r.agency_id is not null
        and r.state not in ('proposed', 'declined', 'redirected', 'ended', 'withdrawn', 'not-wanted')
    $q$ using person;
  end $$;

  revoke execute on function app.barred_agencies from public;
  grant execute on function app.barred_agencies to waymark_web;
`;
