import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the contact board needs to be read and counted at once however many cases are open: an index for each view,
 * when each person may be called as the key of a pattern of hours, and counts kept as sums of small differences.
 * Differences are only ever added, so two changes never wait for one another; the worker folds them together.
 */
export class CountTheBoard1790000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(POLICIES);
    await runner.query(FUNCTIONS);
    await runner.query(FILL);
    await runner.query(TRIGGERS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger case_counts_on_board on app.case_file;
      drop trigger route_changes_call_hours on app.contact_route;
      drop trigger card_changes_call_hours on app.safe_contact_card;
      drop function app.keep_board_tally(), app.keep_call_hours();
      drop function app.board_facets(app.case_file), app.call_hours_of(uuid), app.hours_key(jsonb);
      drop policy board_keeper on app.case_file;
      drop policy board_keeper on app.contact_route;
      drop policy board_keeper on app.safe_contact_card;
      drop table app.board_tally, app.safe_hours;
      drop index app.case_unassigned, app.case_by_due, app.case_by_arrival;
      alter table app.case_file drop column call_hours;
    `);
  }
}

const TABLES = `
  alter table app.case_file add column call_hours text;

  create index case_unassigned on app.case_file (handling_agency_id, danger desc, act_by_at, case_id)
    where act_by_at is not null and closed_at is null and owner_user_id is null;
  create index case_by_due on app.case_file (handling_agency_id, next_due_at)
    where act_by_at is not null and closed_at is null;
  create index case_by_arrival on app.case_file (handling_agency_id, opened_at)
    where act_by_at is not null and closed_at is null;
  create index case_by_call_hours on app.case_file (handling_agency_id, call_hours, danger desc, act_by_at, case_id)
    where act_by_at is not null and closed_at is null;

  create table app.safe_hours (
    hours_key text primary key,
    hours jsonb not null
  );

  create table app.board_tally (
    tally_id bigint generated always as identity primary key,
    handling_agency_id uuid not null,
    facet text not null,
    value text not null,
    n integer not null,
    constraint board_tally_facet_known check (facet in ('all', 'unassigned', 'due', 'hours'))
  );
`;

/** The triggers' owner reads and writes through policies of its own, whoever caused the change. */
const POLICIES = `
  alter table app.safe_hours enable row level security;
  alter table app.safe_hours force row level security;
  create policy everyone_reads on app.safe_hours for select using (true);
  create policy board_keeper on app.safe_hours to current_user using (true) with check (true);
  grant select on app.safe_hours to waymark_web;

  alter table app.board_tally enable row level security;
  alter table app.board_tally force row level security;
  create policy handler_sees on app.board_tally for select to waymark_web using (
    (select app.handles_cases()) and handling_agency_id = (select app.claim_agency())
  );
  create policy service_folds on app.board_tally to waymark_worker using (true) with check (true);
  create policy board_keeper on app.board_tally to current_user using (true) with check (true);
  grant select on app.board_tally to waymark_web;
  grant select, insert, delete on app.board_tally to waymark_worker;

  create policy board_keeper on app.case_file to current_user using (true) with check (true);
  create policy board_keeper on app.contact_route for select to current_user using (true);
  create policy board_keeper on app.safe_contact_card for select to current_user using (true);
`;

/** \`call_hours_of\` repeats \`callable\` of domain/safe-contact: a route in use, known to be safe to call, not stopped. */
const FUNCTIONS = `
  create function app.hours_key(windows jsonb) returns text language sql immutable as $$
    select case when windows is null or windows = 'null'::jsonb then 'any' else md5(windows::text) end
  $$;

  create function app.call_hours_of(person uuid) returns text language sql stable as $$
    select app.hours_key(card.windows)
    from (
      select s.windows, s.stopped from app.safe_contact_card s
      where s.person_id = person order by s.version desc limit 1
    ) card
    where not card.stopped and exists (
      select 1 from app.contact_route r
      where r.person_id = person and r.state = 'active' and r.permissions ->> 'call' = 'yes'
    )
  $$;

  create function app.board_facets(c app.case_file) returns table (facet text, value text) language sql stable as $$
    select f.facet, f.value from (values
      ('all', ''),
      ('unassigned', case when c.owner_user_id is null then '' end),
      ('due', to_char(c.next_due_at at time zone 'UTC', 'YYYY-MM-DD')),
      ('hours', case when c.contact_state not in ('deferred-by-person', 'unsafe', 'exhausted') then c.call_hours end)
    ) f(facet, value)
    where f.value is not null and c.act_by_at is not null and c.closed_at is null
  $$;

  create function app.keep_call_hours() returns trigger language plpgsql
    security definer set search_path = app, pg_catalog as $$
  begin
    if tg_table_name = 'safe_contact_card' then
      insert into app.safe_hours (hours_key, hours)
      select app.hours_key(new.windows), new.windows where app.hours_key(new.windows) <> 'any'
      on conflict (hours_key) do nothing;
    end if;
    update app.case_file c set call_hours = app.call_hours_of(new.person_id)
    where c.person_id = new.person_id and c.call_hours is distinct from app.call_hours_of(new.person_id);
    return null;
  end $$;

  create function app.keep_board_tally() returns trigger language plpgsql
    security definer set search_path = app, pg_catalog as $$
  begin
    insert into app.board_tally (handling_agency_id, facet, value, n)
    select change.agency, change.facet, change.value, sum(change.by)
    from (
      select new.handling_agency_id as agency, f.facet, f.value, 1 as by from app.board_facets(new) f
      where tg_op <> 'DELETE'
      union all
      select old.handling_agency_id, f.facet, f.value, -1 from app.board_facets(old) f
      where tg_op <> 'INSERT'
    ) change
    group by 1, 2, 3 having sum(change.by) <> 0;
    return null;
  end $$;
`;

const FILL = `
  insert into app.safe_hours (hours_key, hours)
  select distinct on (app.hours_key(windows)) app.hours_key(windows), windows
  from app.safe_contact_card where app.hours_key(windows) <> 'any';
  update app.case_file c set call_hours = app.call_hours_of(c.person_id);
  insert into app.board_tally (handling_agency_id, facet, value, n)
  select c.handling_agency_id, f.facet, f.value, count(*)
  from app.case_file c cross join lateral app.board_facets(c) f group by 1, 2, 3;
`;

const TRIGGERS = `
  create trigger route_changes_call_hours after insert or update of state, permissions on app.contact_route
    for each row execute function app.keep_call_hours();
  create trigger card_changes_call_hours after insert on app.safe_contact_card
    for each row execute function app.keep_call_hours();
  create trigger case_counts_on_board after insert or delete or
    update of owner_user_id, act_by_at, next_due_at, contact_state, call_hours, closed_at, handling_agency_id
    on app.case_file for each row execute function app.keep_board_tally();
`;
