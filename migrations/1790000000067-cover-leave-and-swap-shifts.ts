import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowCodes } from './allow-codes';

/**
 * When somebody is away, offers that cover their cases or bring them back, and shifts that a colleague is asked to
 * take. Whoever is away is passed over when somebody must hear of something. The ladder of urgent pages changes as
 * every rule does, by two people.
 */
export class CoverLeaveAndSwapShifts1790000000067 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(POLICIES);
    await runner.query(staffToTell(' + case when app.is_away(u.user_id) then 10 else 0 end'));
    await runner.query(
      allowCodes({
        table: 'app.handover',
        constraint: 'handover_kind_known',
        column: 'kind',
        codes: ['leave', 'return'],
      }),
    );
    await runner.query(
      allowCodes({
        table: 'app.overdue_work',
        constraint: 'overdue_work_kind_known',
        column: 'kind',
        codes: ['leave-cover'],
      }),
    );
    await runner.query(
      allowCodes({
        table: 'app.change_proposal',
        constraint: 'change_proposal_kind_known',
        column: 'kind',
        codes: ['paging-ladder'],
      }),
    );
    await runner.query(STANDS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.notice_stands(text, uuid);
      alter function app.notice_stands_without_leave(text, uuid) rename to notice_stands;
      drop policy approved_change_is_appended on app.paging_policy_version;
      revoke insert on app.paging_policy_version from waymark_web;
      drop policy leave_reads_back on app.journal;
      drop policy swap_reads_back on app.journal;
      drop policy leave_gives_back on app.handover;
      drop policy swap_moves_shift on app.on_call_shift;
      revoke insert on app.handover from waymark_worker;
      alter table app.handover drop column leave_id;
    `);
    await runner.query(staffToTell(''));
    await runner.query(`
      drop table app.shift_swap, app.staff_leave;
      drop function app.keep_leave_apart(), app.is_away(uuid);
    `);
  }
}

const TABLES = `
  create table app.staff_leave (
    leave_id uuid primary key,
    agency_id uuid not null,
    user_id uuid not null,
    from_at timestamptz not null,
    to_at timestamptz not null,
    state text not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    uncovered_at_start integer,
    next_look_at timestamptz,
    revision integer not null default 1,
    constraint staff_leave_of_agency foreign key (agency_id) references app.agency,
    constraint staff_leave_of_user foreign key (user_id) references app.staff_user,
    constraint staff_leave_recorded_by_user foreign key (recorded_by) references app.staff_user,
    constraint staff_leave_span check (from_at <= to_at and to_at <= from_at + interval '366 days'),
    constraint staff_leave_state_known check (state in ('planned', 'away', 'over', 'cancelled')),
    constraint staff_leave_looked_at_while_live check (
      (state in ('planned', 'away')) = (next_look_at is not null)
    ),
    constraint staff_leave_counted_once_begun check (
      state in ('planned', 'cancelled') or uncovered_at_start is not null
    )
  );
  create index staff_leave_by_user on app.staff_leave (user_id, to_at) where state in ('planned', 'away');
  create index staff_leave_of_agency_by_time on app.staff_leave (agency_id, to_at);
  create index staff_leave_next_look on app.staff_leave (next_look_at) where next_look_at is not null;

  create function app.keep_leave_apart() returns trigger language plpgsql as $$
  begin
    if new.state in ('cancelled', 'over') then return new; end if;
    perform pg_advisory_xact_lock(hashtextextended('leave ' || new.user_id::text, 0));
    if exists (
      select 1 from app.staff_leave l
      where l.user_id = new.user_id and l.leave_id <> new.leave_id and l.state in ('planned', 'away')
        and l.from_at < new.to_at and l.to_at > new.from_at
    ) then
      raise exception 'two leaves of one person overlap' using errcode = '23P01', constraint = 'staff_leave_apart';
    end if;
    return new;
  end $$;
  create trigger staff_leave_apart before insert or update on app.staff_leave
    for each row execute function app.keep_leave_apart();

  create table app.shift_swap (
    swap_id uuid primary key,
    shift_id uuid not null,
    agency_id uuid not null,
    team_id uuid not null,
    from_user_id uuid not null,
    to_user_id uuid not null,
    from_at timestamptz not null,
    to_at timestamptz not null,
    shift_revision integer not null,
    asked_at timestamptz not null,
    state text not null default 'asked',
    decided_by uuid,
    decided_at timestamptz,
    revision integer not null default 1,
    constraint shift_swap_of_shift foreign key (shift_id) references app.on_call_shift,
    constraint shift_swap_from_user foreign key (from_user_id) references app.staff_user,
    constraint shift_swap_to_user foreign key (to_user_id) references app.staff_user,
    constraint shift_swap_goes_somewhere check (from_user_id <> to_user_id),
    constraint shift_swap_state_known check (state in ('asked', 'accepted', 'declined', 'withdrawn', 'lapsed')),
    constraint shift_swap_decided_has_time check ((state = 'asked') = (decided_at is null)),
    constraint shift_swap_accepted_by_receiver check (state <> 'accepted' or decided_by = to_user_id)
  );
  create unique index shift_swap_one_open on app.shift_swap (shift_id) where state = 'asked';
  create index shift_swap_open on app.shift_swap (agency_id, to_at) where state = 'asked';
  create index shift_swap_decided on app.shift_swap (agency_id, decided_at desc) where state <> 'asked';

  alter table app.handover add column leave_id uuid,
    add constraint handover_for_leave foreign key (leave_id) references app.staff_leave,
    add constraint handover_of_leave_names_it check ((kind in ('leave', 'return')) = (leave_id is not null)) not valid;
  alter table app.handover validate constraint handover_of_leave_names_it;
  create index handover_by_leave on app.handover (leave_id) where leave_id is not null;
`;

const HANDLER = `(select app.handles_cases()) and agency_id = (select app.claim_agency())`;
/** Services keep the leave of their own people: a coordinator answers for what a worker who is away carries. */
const COLLEAGUE = `((select app.handles_cases()) or (select app.works_at_provider()))
    and agency_id = (select app.claim_agency())`;
const KEEPS_ALL = `((select app.keeps_rota()) or (select app.claim_role()) = 'provider-coordinator')`;
const ME = '(select app.claim_user())';
const OF_THE_AGENCY = `exists (select 1 from app.staff_user u
  where u.user_id = staff_leave.user_id and u.agency_id = staff_leave.agency_id)`;

const POLICIES = `
  ${['staff_leave', 'shift_swap']
    .map(
      (table) => `
    alter table app.${table} enable row level security;
    alter table app.${table} force row level security;
    create policy service_works on app.${table} to waymark_worker using (true) with check (true);
    create policy auditor_sees on app.${table} for select to waymark_web
      using ((select app.claim_role()) = 'auditor');
    grant select, insert on app.${table} to waymark_web;
    grant select on app.${table} to waymark_worker;`,
    )
    .join('\n')}
  create policy colleague_sees on app.staff_leave for select to waymark_web using (${COLLEAGUE});
  create policy handler_sees on app.shift_swap for select to waymark_web using (${HANDLER});

  -- \`isAway\` of domain/leave says the same; asked by timers, by colleagues, and by a desk of the worker whom a service
  -- named for one of its cases. That somebody is away, and nothing of the leave.
  create policy leave_is_known on app.staff_leave for select to current_user using (true);
  create function app.is_away(who uuid) returns boolean
    language sql stable security definer set search_path = '' as $$
    select exists (
      select 1 from app.staff_leave l where l.user_id = who and l.state <> 'cancelled'
        and l.from_at <= app.service_now() and l.to_at > app.service_now()
    ) and (
      app.claim_role() = 'service'
      or exists (select 1 from app.staff_user u where u.user_id = who and u.agency_id = app.claim_agency())
      or (app.handles_cases() and exists (
        select 1 from app.service_request r where r.allocated_to = who and r.handling_agency_id = app.claim_agency()
          and r.state in ('allocated', 'active')
      ))
    )
  $$;
  revoke execute on function app.is_away from public;
  grant execute on function app.is_away to waymark_web, waymark_worker;

  create policy keeper_adds on app.staff_leave for insert to waymark_web with check (
    ${COLLEAGUE} and recorded_by = ${ME} and (user_id = ${ME} or ${KEEPS_ALL}) and ${OF_THE_AGENCY}
  );
  create policy keeper_changes on app.staff_leave for update to waymark_web using (
    ${COLLEAGUE} and (user_id = ${ME} or ${KEEPS_ALL})
  );
  grant update (to_at, state, uncovered_at_start, next_look_at, revision) on app.staff_leave
    to waymark_web, waymark_worker;

  create policy holder_asks on app.shift_swap for insert to waymark_web with check (
    ${HANDLER} and from_user_id = ${ME} and state = 'asked' and exists (
      select 1 from app.on_call_shift s where s.shift_id = shift_swap.shift_id and s.user_id = ${ME}
        and s.team_id = shift_swap.team_id and s.agency_id = shift_swap.agency_id and s.removed_at is null
        and s.from_at = shift_swap.from_at and s.to_at = shift_swap.to_at
        and s.revision = shift_swap.shift_revision
    )
  );
  create policy colleague_answers on app.shift_swap for update to waymark_web using (
    ${HANDLER} and state = 'asked' and (${ME} in (from_user_id, to_user_id) or (select app.keeps_rota()))
  ) with check (decided_by = ${ME});
  grant update (state, decided_by, decided_at, revision) on app.shift_swap to waymark_web, waymark_worker;

  -- Whoever was asked takes over that shift as it stood, and nothing else of the rota.
  create policy swap_moves_shift on app.on_call_shift for update to waymark_web using (
    exists (select 1 from app.shift_swap w where w.shift_id = on_call_shift.shift_id and w.state = 'asked'
      and w.to_user_id = ${ME} and w.shift_revision = on_call_shift.revision)
  ) with check (
    user_id = ${ME} and removed_at is null and exists (
      select 1 from app.shift_swap w where w.shift_id = on_call_shift.shift_id and w.state = 'asked'
        and w.to_user_id = ${ME} and w.from_at = on_call_shift.from_at and w.to_at = on_call_shift.to_at
        and w.shift_revision + 1 = on_call_shift.revision
    )
  );

  -- Whoever keeps the rota ends a colleague's leave, and with that offers the cases back.
  create policy leave_gives_back on app.handover for insert to waymark_web with check (
    (select app.keeps_rota()) and handling_agency_id = (select app.claim_agency()) and offered_by = ${ME}
    and kind = 'return' and exists (select 1 from app.staff_leave l
      where l.leave_id = handover.leave_id and l.user_id = handover.to_user_id and l.state in ('over', 'cancelled'))
  );
  grant insert on app.handover to waymark_worker;

  create policy leave_reads_back on app.journal for select to waymark_web using (
    subject_kind = 'leave' and exists (select 1 from app.staff_leave l where l.leave_id = journal.subject_id)
  );
  create policy swap_reads_back on app.journal for select to waymark_web using (
    subject_kind = 'shift-swap' and exists (select 1 from app.shift_swap w where w.swap_id = journal.subject_id)
  );

  create policy approved_change_is_appended on app.paging_policy_version for insert to waymark_web with check (
    exists (
      select 1 from app.change_proposal p
      where p.kind = 'paging-ladder' and p.state = 'approved'
        and p.decided_by = ${ME} and p.proposed_by <> ${ME}
        and p.based_on_version + 1 = paging_policy_version.version and p.body = paging_policy_version.body
        and p.effective_from = paging_policy_version.effective_from and p.effective_from > app.service_now()
    )
  );
  grant insert on app.paging_policy_version to waymark_web;
`;

/** As it stands already, with \`more\`: whoever is away is told only when nobody else is left. */
const staffToTell = (more: string) => `
  create or replace function app.staff_to_tell(of_case uuid, agency uuid, named uuid, wanted text)
    returns setof uuid language sql stable rows 3 as $$
    with reached as (
      select u.user_id, case when u.user_id = named then 0 when u.role = wanted then 1
        when u.role = 'service-manager' then 2 else 3 end${more} as height
      from app.staff_user u
      where u.state = 'active' and u.agency_id = agency
        and (u.user_id = named or u.role in (wanted, 'service-manager', 'duty-lead'))
        and not (
          coalesce((select c.walled from app.case_file c where c.case_id = of_case), false)
          and app.user_is_behind_wall(of_case, u.user_id)
        )
    )
    select user_id from reached where height = (select min(height) from reached)
  $$;
`;

/** Whether a case of somebody who is away still waits for cover; every other notice stands as it did. */
const STANDS = `
  alter function app.notice_stands(text, uuid) rename to notice_stands_without_leave;
  create function app.notice_stands(kind text, subject uuid) returns boolean language sql stable as $$
    select case when kind = 'leave-cover' then exists (
      select 1 from app.case_file c
      where c.case_id = subject and c.closed_at is null and app.is_away(c.owner_user_id)
    ) else app.notice_stands_without_leave(kind, subject) end
  $$;
`;
