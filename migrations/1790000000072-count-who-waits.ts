import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a service carries, counted in one place: whom it supports, who waits for a first session, who has a worker, what
 * it has not answered, and what room that leaves. Those who keep the lists read them as they stand; whoever pays for the
 * services reads what was written down on the first of the month, rounded before it was stored.
 */
export class CountWhoWaits1790000000072 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COUNTS);
    await runner.query(RELEASES);
    await runner.query(reportOf('and person not in (select app.people_behind_wall())'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(reportOf(''));
    await runner.query(`
      drop table app.waiting_release_line, app.waiting_release;
      drop function app.waiting_figures_at(timestamptz), app.waiting_figures(), app.service_loads(),
        app.carried_by_services();
    `);
  }
}

/** What an age is worked out from, for whoever may put it right; never for whom a wall keeps from the person. */
const reportOf = (walled: string) => `
  create or replace function app.report_of(person uuid) returns table (when_band text, reported_at timestamptz)
    language sql stable security definer set search_path = '' as $$
    select i.when_band, r.reported_at from app.report r join app.incident i on i.person_id = r.person_id
    where r.person_id = person and (
      person in (select app.people_of_requests())
      or (app.handles_cases() ${walled} and exists (
        select 1 from app.case_file c where c.person_id = person and c.handling_agency_id = app.claim_agency()
      ))
    )
    order by r.reported_at limit 1
  $$;
`;

const LENGTHS = (since: string) => `
  percentile_disc(0.5) within group (order by ${since}),
  percentile_disc(0.9) within group (order by ${since}),
  max(${since})`;

/** Lengths are in seconds since the support was first asked for, of whichever service. */
const COUNTS = `
  -- For the functions below alone: nobody may call it. Whoever waits for a first session has a place already.
  create function app.carried_by_services() returns table (
    service_id uuid, agency_id uuid, kind text, supported integer, waiting integer, caseload integer,
    unanswered integer, ending_soon integer, room integer
  ) language sql stable security definer set search_path = '' as $$
    with carried as (
      select r.service_id,
        (count(*) filter (where r.state = 'active'))::integer as supported,
        (count(*) filter (where r.state in ('waiting', 'allocated')))::integer as waiting,
        (count(*) filter (where r.state in ('allocated', 'active')))::integer as caseload,
        (count(*) filter (where r.state in ('sent', 'acknowledged')))::integer as unanswered,
        (count(*) filter (where r.state = 'active' and r.step = 'review'
          and r.due_at <= app.service_now() + interval '14 days'))::integer as ending_soon
      from app.service_request r
      where r.service_id is not null and r.state in ('sent', 'acknowledged', 'waiting', 'allocated', 'active')
      group by r.service_id
    )
    select s.service_id, s.agency_id, v.body->>'kind', coalesce(c.supported, 0), coalesce(c.waiting, 0),
      coalesce(c.caseload, 0), coalesce(c.unanswered, 0), coalesce(c.ending_soon, 0),
      -- The greatest of nothing and zero would be zero: a service without a limit is not full.
      case when k.case_limit is not null
        then greatest(0, k.case_limit - coalesce(c.supported, 0) - coalesce(c.waiting, 0)) end
    from app.directory_service s
    left join carried c on c.service_id = s.service_id
    left join lateral (
      select x.body from app.directory_service_version x where x.service_id = s.service_id
      order by x.version desc limit 1
    ) v on true
    left join lateral (
      select x.case_limit from app.service_capacity x where x.service_id = s.service_id
      order by x.revision desc limit 1
    ) k on true
  $$;

  -- How much each service carries: for whoever routes, and to a provider of its own services.
  create function app.service_loads() returns table (
    service_id uuid, supported integer, waiting integer, caseload integer, unanswered integer, ending_soon integer,
    room integer
  ) language sql stable security definer set search_path = '' as $$
    select c.service_id, c.supported, c.waiting, c.caseload, c.unanswered, c.ending_soon, c.room
    from app.carried_by_services() c
    where app.handles_cases() or app.claim_role() in ('administrator', 'service')
      or (app.works_at_provider() and c.agency_id = app.claim_agency())
  $$;

  -- How long people wait, as it stands: a coordinator for the own agency, leads and managers for all services, and for
  -- what the own desk has not sent to anybody yet.
  create function app.waiting_figures() returns table (
    service_id uuid, kind text, waiting integer, median numeric, p90 numeric, longest numeric, caseload integer,
    unanswered integer, room integer
  ) language sql stable security definer set search_path = '' as $$
    with lengths (service_id, median, p90, longest) as (
      select r.service_id, ${LENGTHS('extract(epoch from app.service_now() - r.first_asked_at)')}
      from app.service_request r where r.state in ('waiting', 'allocated') group by r.service_id
    )
    select c.service_id, c.kind, c.waiting, l.median, l.p90, l.longest, c.caseload, c.unanswered, c.room
    from app.carried_by_services() c left join lengths l on l.service_id = c.service_id
    where case app.claim_role() when 'provider-coordinator' then c.agency_id = app.claim_agency()
      else app.claim_role() in ('duty-lead', 'service-manager') end
    union all
    select null, r.kind, count(*)::integer,
      ${LENGTHS('extract(epoch from app.service_now() - r.first_asked_at)')}, 0, 0, null
    from app.service_request r
    where r.state = 'proposed' and app.claim_role() in ('duty-lead', 'service-manager')
      and r.handling_agency_id = app.claim_agency()
    group by r.kind
  $$;

  -- The same at an instant that has passed, out of the history of requests: for the process that writes down what is
  -- told on the first of a month, however late it comes to it.
  create function app.waiting_figures_at(at timestamptz) returns table (
    service_id uuid, kind text, waiting integer, median numeric, p90 numeric, longest numeric, caseload integer
  ) language sql stable security definer set search_path = '' as $$
    with stood as (
      select case when s.state = 'proposed' then null else r.service_id end as service_id, r.kind, s.state,
        extract(epoch from at - r.first_asked_at) as length
      from app.service_request r
      cross join lateral (
        select x.state from app.service_request_step x
        where x.request_id = r.request_id and x.happened_at <= at order by x.step_id desc limit 1
      ) s
      where app.claim_role() = 'service' and r.proposed_at <= at
        and s.state in ('proposed', 'waiting', 'allocated', 'active')
    )
    select s.service_id, s.kind, (count(*) filter (where s.state <> 'active'))::integer,
      percentile_disc(0.5) within group (order by s.length) filter (where s.state <> 'active'),
      percentile_disc(0.9) within group (order by s.length) filter (where s.state <> 'active'),
      max(s.length) filter (where s.state <> 'active'),
      (count(*) filter (where s.state in ('allocated', 'active')))::integer
    from stood s group by s.service_id, s.kind
  $$;

  revoke execute on function app.carried_by_services, app.service_loads, app.waiting_figures, app.waiting_figures_at
    from public;
  grant execute on function app.service_loads to waymark_web, waymark_worker;
  grant execute on function app.waiting_figures to waymark_web;
  grant execute on function app.waiting_figures_at to waymark_worker;
`;

/** \`releasedFigures\` of domain/waiting-lists says the same as the checks: no small number is ever stored. */
const RELEASES = `
  create table app.waiting_release (
    as_at timestamptz primary key,
    made_at timestamptz not null,
    constraint waiting_release_after_its_day check (made_at >= as_at)
  );
  create table app.waiting_release_line (
    as_at timestamptz not null,
    service_id uuid,
    kind text not null,
    waiting integer,
    median_weeks integer,
    p90_weeks integer,
    longest_weeks integer,
    caseload integer,
    constraint waiting_release_line_key unique nulls not distinct (as_at, kind, service_id),
    constraint waiting_release_line_of_release foreign key (as_at) references app.waiting_release,
    constraint waiting_release_line_of_service foreign key (service_id) references app.directory_service,
    constraint waiting_release_line_rounded check (
      (waiting = 0 or (waiting >= 10 and waiting % 5 = 0)) and (caseload = 0 or (caseload >= 10 and caseload % 5 = 0))
    ),
    constraint waiting_release_line_of_enough check (
      (median_weeks is null and p90_weeks is null and longest_weeks is null)
      or coalesce(waiting >= 15, false)
    )
  );
  ${['waiting_release', 'waiting_release_line']
    .map(
      (table) => `
    alter table app.${table} enable row level security;
    alter table app.${table} force row level security;
    create trigger ${table}_append_only before update or delete on app.${table}
      for each row execute function app.refuse_change();
    create trigger ${table}_never_truncated before truncate on app.${table}
      for each statement execute function app.refuse_change();
    create policy service_works on app.${table} to waymark_worker using (true) with check (true);
    create policy payer_sees on app.${table} for select to waymark_web
      using ((select app.claim_role()) in ('commissioner', 'service-manager', 'auditor'));
    grant select on app.${table} to waymark_web;
    grant select, insert on app.${table} to waymark_worker;`,
    )
    .join('\n')}
`;
