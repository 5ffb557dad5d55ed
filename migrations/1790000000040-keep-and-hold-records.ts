import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowSealed, allowSeen } from './allow-codes';

/**
 * How long records are kept, holds that stop an erasure, and erasures with the two people who decided them. The
 * functions hand a data-protection officer references, outcomes and dates: never a name, and no row of a case (P7).
 */
export class KeepAndHoldRecords1790000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(STANDING);
    await runner.query(POLICIES);
    await runner.query(
      'insert into app.retention_rule_version (version, body, effective_from) values (1, $1, $2)',
      [JSON.stringify(FIRST_RULES), '2026-01-01T00:00:00Z'],
    );
    await runner.query(allowSealed('legal-hold-note'));
    await runner.query(allowSeen('legal-hold-note'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy record_keeper_notes on vault.person_record;
      drop policy record_keeper_reads on vault.person_record;
      drop policy record_keeper_appends on app.journal;
      drop policy record_keeper_reads_back on app.journal;
      drop function app.record_standing(text, timestamptz, integer) cascade;
      drop table app.erasure, app.legal_hold, app.retention_rule_version;
      drop function app.keeps_records();
      ${READ_BY_DEFINER.map((table) => `drop policy record_keeper on ${table};`).join('\n')}
    `);
  }
}

/** No statute fixes the years (law.md §8.2): each says whether it was found somewhere or assumed here. */
const FIRST_RULES = {
  version: 1,
  rules: [
    { record: 'person', outcome: 'child', years: 75, ground: 'iicsa-recommendation' },
    { record: 'person', outcome: 'spoken-with', years: 7, ground: 'practice-of-a-rape-crisis-centre' },
    { record: 'person', outcome: 'not-reached', years: 2, ground: 'assumed' },
    { record: 'person', outcome: 'redirected', years: 1, ground: 'assumed' },
    { record: 'person', outcome: 'duplicate', years: 1, ground: 'assumed' },
    { record: 'person', outcome: 'died', years: 7, ground: 'assumed' },
  ],
};

const REASONS_TO_HOLD = `'police-investigation', 'court-case', 'civil-claim', 'inquiry', 'complaint', 'access-request'`;

const TABLES = `
  create table app.retention_rule_version (
    version integer primary key,
    body jsonb not null,
    effective_from timestamptz not null
  );

  create table app.legal_hold (
    hold_id uuid primary key,
    person_id uuid not null,
    case_id uuid not null,
    reference text not null,
    handling_agency_id uuid not null,
    reason text not null,
    set_by uuid not null,
    set_at timestamptz not null,
    until_on date,
    lifted_by uuid,
    lifted_at timestamptz,
    revision integer not null default 1,
    constraint legal_hold_of_person foreign key (person_id) references app.person,
    constraint legal_hold_of_case foreign key (case_id) references app.case_file,
    constraint legal_hold_by_user foreign key (set_by) references app.staff_user,
    constraint legal_hold_reason_known check (reason in (${REASONS_TO_HOLD})),
    constraint legal_hold_lifted_by_someone check ((lifted_by is null) = (lifted_at is null))
  );
  create index legal_hold_by_person on app.legal_hold (person_id) where lifted_at is null;
  create index legal_hold_of_agency on app.legal_hold (handling_agency_id, set_at);

  create table app.erasure (
    erasure_id uuid primary key,
    person_id uuid not null,
    case_id uuid,
    reference text not null,
    handling_agency_id uuid not null,
    cause text not null,
    outcome text,
    rule_version integer,
    due_on date,
    state text not null,
    suggested_at timestamptz,
    proposed_by uuid,
    proposed_at timestamptz,
    decided_by uuid,
    decided_at timestamptz,
    decision_reason text,
    done_at timestamptz,
    revision integer not null default 1,
    constraint erasure_of_person foreign key (person_id) references app.person,
    constraint erasure_of_case foreign key (case_id) references app.case_file,
    constraint erasure_proposed_by_user foreign key (proposed_by) references app.staff_user,
    constraint erasure_decided_by_user foreign key (decided_by) references app.staff_user,
    constraint erasure_cause_known check (cause in ('request', 'retention', 'replayed')),
    constraint erasure_state_known check (
      state in ('suggested', 'proposed', 'approved', 'underway', 'done', 'declined', 'withdrawn')
    ),
    constraint erasure_due_by_rule check (
      (cause = 'retention') = (num_nonnulls(outcome, rule_version, due_on, suggested_at) = 4)
    ),
    constraint erasure_by_two check (
      cause = 'replayed' or state in ('suggested', 'withdrawn', 'declined') or proposed_by is not null
    ),
    constraint erasure_approved_by_another check (
      cause = 'replayed' or state not in ('approved', 'underway', 'done')
      or (decided_by is not null and decided_by <> proposed_by)
    ),
    constraint erasure_done_has_time check ((state = 'done') = (done_at is not null)),
    constraint erasure_reason_known check (
      decision_reason in ('still-needed', 'wrong-person', 'rule-does-not-fit', 'not-the-right-time')
    )
  );
  create unique index erasure_one_at_a_time on app.erasure (person_id)
    where state in ('suggested', 'proposed', 'approved', 'underway', 'done');
  create index erasure_by_agency on app.erasure (handling_agency_id, state, erasure_id);
  create index erasure_to_carry_out on app.erasure (decided_at) where state in ('approved', 'underway');
`;

const READ_BY_DEFINER = ['app.person', 'app.journal'];

/** Whom records are of, how their cases ended and what stands in the way; one row a person. */
const STANDING = `
  create policy record_keeper on app.person for select to current_user using (true);
  create policy record_keeper on app.journal for select to current_user using (true);
  create function app.keeps_records() returns boolean language sql stable as $$
    select app.claim_role() in ('data-protection-officer', 'service-manager')
  $$;
  alter table app.legal_hold enable row level security;
  alter table app.legal_hold force row level security;
  alter table app.erasure enable row level security;
  alter table app.erasure force row level security;
  create policy record_keeper on app.legal_hold for select to current_user using (true);
  create policy record_keeper on app.erasure to current_user using (true) with check (true);

  create function app.record_standing(asked text, ended_before timestamptz, most integer)
    returns table (person_id uuid, case_id uuid, reference text, handling_agency_id uuid, age_band text,
      ended_at timestamptz, close_reason text, spoken_with boolean, live boolean, held boolean, erasure text)
    language sql stable security definer set search_path = '' as $$
    select p.person_id, c.case_id, c.reference, c.handling_agency_id, p.age_band, c.closed_at,
      (select j.reason from app.journal j where j.case_id = c.case_id and j.event_type = 'case.closed'
        order by j.position desc limit 1),
      exists (select 1 from app.contact_attempt a join app.case_file o on o.case_id = a.case_id
        where o.person_id = p.person_id and a.rung >= 5),
      c.closed_at is null,
      exists (select 1 from app.legal_hold h where h.person_id = p.person_id and h.lifted_at is null
        and (h.until_on is null or h.until_on > (app.service_now() at time zone 'UTC')::date)),
      (select e.state from app.erasure e where e.person_id = p.person_id
        and e.state in ('suggested', 'proposed', 'approved', 'underway', 'done'))
    from app.person p
    cross join lateral (
      select f.case_id, f.reference, f.handling_agency_id, f.closed_at from app.case_file f
      where f.person_id = p.person_id order by f.closed_at desc nulls first, f.case_id desc limit 1
    ) c
    where (asked is null or exists (
        select 1 from app.case_file f where f.person_id = p.person_id and f.reference = asked
      ))
      and (ended_before is null or c.closed_at < ended_before)
      and (app.claim_role() = 'service' or (
        app.keeps_records() and p.person_id not in (select app.people_behind_wall()) and not exists (
          select 1 from app.case_file f
          where f.person_id = p.person_id and f.handling_agency_id <> app.claim_agency()
        )
      ))
    order by c.closed_at, c.case_id limit most
  $$;
  revoke execute on function app.record_standing from public;
  grant execute on function app.record_standing to waymark_web, waymark_worker;
`;

const OWN_AGENCY = 'handling_agency_id = (select app.claim_agency())';
const ME = '(select app.claim_user())';

const POLICIES = `
  alter table app.retention_rule_version enable row level security;
  alter table app.retention_rule_version force row level security;
  create policy everybody_reads on app.retention_rule_version for select to waymark_web, waymark_worker using (true);
  create policy migrator_writes on app.retention_rule_version to current_user using (true) with check (true);
  grant select on app.retention_rule_version to waymark_web, waymark_worker;

  ${['legal_hold', 'erasure']
    .map(
      (table) => `
  create policy record_keeper_sees on app.${table} for select to waymark_web using (
    (select app.keeps_records()) and ${OWN_AGENCY}
  );
  create policy auditor_sees on app.${table} for select to waymark_web using ((select app.claim_role()) = 'auditor');
  select app.put_behind_walls('app.${table}');
  grant select on app.${table} to waymark_web, waymark_worker;`,
    )
    .join('\n')}

  create policy service_reads on app.legal_hold for select to waymark_worker using (true);
  create policy record_keeper_holds on app.legal_hold for insert to waymark_web with check (
    (select app.keeps_records()) and ${OWN_AGENCY} and set_by = ${ME} and lifted_at is null and exists (
      select 1 from app.record_standing(reference, null, 1) s
      where s.person_id = legal_hold.person_id and s.erasure is distinct from 'underway'
        and s.erasure is distinct from 'done'
    )
  );
  create policy record_keeper_lifts on app.legal_hold for update to waymark_web using (
    (select app.keeps_records()) and ${OWN_AGENCY} and lifted_at is null
  ) with check (lifted_by = ${ME});
  grant insert on app.legal_hold to waymark_web;
  grant update (lifted_by, lifted_at, revision) on app.legal_hold to waymark_web;

  create policy service_works on app.erasure to waymark_worker using (true) with check (
    state in ('suggested', 'approved', 'underway', 'done')
  );
  grant insert on app.erasure to waymark_worker;
  grant update (state, revision) on app.erasure to waymark_worker;
  create policy officer_proposes on app.erasure for insert to waymark_web with check (
    (select app.claim_role()) = 'data-protection-officer' and ${OWN_AGENCY} and state = 'proposed'
    and cause = 'request' and proposed_by = ${ME} and decided_by is null and exists (
      select 1 from app.record_standing(reference, null, 1) s
      where s.person_id = erasure.person_id and not s.live and not s.held
    )
  );
  create policy record_keeper_decides on app.erasure for update to waymark_web using (
    (select app.keeps_records()) and ${OWN_AGENCY} and state in ('suggested', 'proposed')
  ) with check (
    (state = 'proposed' and proposed_by = ${ME} and (select app.claim_role()) = 'data-protection-officer')
    or (state in ('approved', 'declined') and decided_by = ${ME} and proposed_by is distinct from ${ME})
    or (state = 'withdrawn' and proposed_by = ${ME})
  );
  grant insert on app.erasure to waymark_web;
  grant update (state, proposed_by, proposed_at, decided_by, decided_at, decision_reason, revision)
    on app.erasure to waymark_web;

  create policy record_keeper_notes on vault.person_record for insert to waymark_web with check (
    kind = 'legal-hold-note' and exists (
      select 1 from app.legal_hold h where h.hold_id = person_record.record_id and h.set_by = ${ME}
    )
  );
  create policy record_keeper_reads on vault.person_record for select to waymark_web using (
    (select app.keeps_records()) and kind = 'legal-hold-note'
    and exists (select 1 from app.legal_hold h where h.hold_id = person_record.record_id)
  );
  create policy record_keeper_appends on app.journal for insert to waymark_web with check (
    (select app.keeps_records()) and subject_kind in ('erasure', 'legal-hold')
    and actor_kind = 'staff' and actor_id = ${ME} and agency_id = (select app.claim_agency())
  );
  create policy record_keeper_reads_back on app.journal for select to waymark_web using (
    (select app.keeps_records()) and ((subject_kind = 'erasure' and exists (
        select 1 from app.erasure e where e.erasure_id = journal.subject_id
      )) or (subject_kind = 'legal-hold' and exists (
        select 1 from app.legal_hold h where h.hold_id = journal.subject_id
      )))
  );
`;
