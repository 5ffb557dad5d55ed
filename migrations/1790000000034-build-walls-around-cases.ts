import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Walls: who must not see a case although role and agency would let them, by name, team, agency, or because they work
 * with the other side. One function says what is behind a wall for whoever asks, and every table that belongs to a
 * case, a referral or a person asks it in a restrictive policy. The board's kept counts leave walled cases out; whoever
 * may see such a case counts it afresh. Break-glass opens one case for one hour and is reviewed.
 */
export class BuildWallsAroundCases1790000000034 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(BEHIND);
    await runner.query(`
      ${FUNCTIONS}
      ${POLICIES}
      ${BOARD}
    `);
    await runner.query(EVERY_TABLE);
    await runner.query(
      allowed('vault.person_record', {
        constraint: 'person_record_kind_known',
        column: 'kind',
        add: 'break-glass-note',
      }),
    );
    await runner.query(
      allowed('app.access_log', {
        constraint: 'access_log_what_known',
        column: 'what',
        add: 'break-glass-note',
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$ declare p record; begin
        for p in select schemaname, tablename from pg_policies where policyname = 'behind_wall' loop
          execute format('drop policy behind_wall on %I.%I', p.schemaname, p.tablename);
        end loop;
      end $$;
      drop policy opener_seals on vault.person_record;
      drop policy privacy_officer_reads on vault.person_record;
      drop policy privacy_officer_reviews on app.journal;
      drop policy wall_keeper_reads_back on app.journal;
      drop policy glass_user_reads_back on app.journal;
      drop trigger wall_marks_cases on app.case_wall;
      drop trigger case_born_behind_wall on app.case_file;
      drop trigger case_counts_on_board on app.case_file;
      drop index app.case_walled;
      alter table app.case_file drop column walled;
      ${COUNTING_TRIGGER.replace(', walled', '')}
      drop table app.break_glass_notice, app.break_glass, app.case_wall cascade;
      alter table app.sent_message drop column glass_ids;
    `);
  }
}

const TABLES = `
  create table app.case_wall (
    wall_id uuid primary key,
    person_id uuid not null,
    case_id uuid not null,
    handling_agency_id uuid not null,
    kind text not null,
    walled_user_id uuid,
    walled_team_id uuid,
    walled_agency_id uuid,
    apart_from_person_id uuid,
    spared_user_id uuid,
    spares_leads boolean not null default false,
    basis text not null,
    set_by uuid not null,
    set_at timestamptz not null,
    lifted_by uuid,
    lifted_at timestamptz,
    revision integer not null default 1,
    constraint case_wall_of_person foreign key (person_id) references app.person,
    constraint case_wall_of_case foreign key (case_id) references app.case_file,
    constraint case_wall_before_user foreign key (walled_user_id) references app.staff_user,
    constraint case_wall_before_team foreign key (walled_team_id) references app.team,
    constraint case_wall_before_agency foreign key (walled_agency_id) references app.agency,
    constraint case_wall_apart_from foreign key (apart_from_person_id) references app.person,
    constraint case_wall_kind_known check (kind in ('staff', 'police-family', 'conflict')),
    constraint case_wall_basis_known check (
      basis in ('declared-at-intake', 'person-said', 'colleague-said', 'suspect-compared')
    ),
    constraint case_wall_before_one check (
      num_nonnulls(walled_user_id, walled_team_id, walled_agency_id, apart_from_person_id) = 1
    ),
    constraint case_wall_never_before_handler check (walled_agency_id is distinct from handling_agency_id),
    constraint case_wall_apart_from_another check (apart_from_person_id is distinct from person_id),
    constraint case_wall_spares_one_of_many check (
      spared_user_id is null or walled_team_id is not null or walled_agency_id is not null
    ),
    constraint case_wall_lifted_by_someone check ((lifted_by is null) = (lifted_at is null))
  );
  create unique index case_wall_stands_once on app.case_wall (person_id, kind, walled_user_id, walled_team_id,
    walled_agency_id, apart_from_person_id) nulls not distinct where lifted_at is null;
  create index case_wall_by_user on app.case_wall (walled_user_id) where lifted_at is null;
  create index case_wall_by_team on app.case_wall (walled_team_id) where lifted_at is null;
  create index case_wall_by_agency on app.case_wall (walled_agency_id) where lifted_at is null;
  create index case_wall_apart on app.case_wall (apart_from_person_id)
    where lifted_at is null and apart_from_person_id is not null;

  create table app.break_glass (
    grant_id uuid primary key,
    case_id uuid not null,
    person_id uuid not null,
    reference text not null,
    handling_agency_id uuid not null,
    user_id uuid not null,
    reason text not null,
    proven_at timestamptz not null,
    granted_at timestamptz not null,
    until_at timestamptz not null,
    review_due_at timestamptz not null,
    review text,
    reviewed_by uuid,
    reviewed_at timestamptz,
    revision integer not null default 1,
    constraint break_glass_of_case foreign key (case_id) references app.case_file,
    constraint break_glass_by_user foreign key (user_id) references app.staff_user,
    constraint break_glass_reason_known check (
      reason in ('danger-to-life', 'child-at-risk', 'adult-at-risk', 'nobody-else-on-duty', 'person-asked')
    ),
    constraint break_glass_for_an_hour check (until_at > granted_at and until_at <= granted_at + interval '1 hour'),
    constraint break_glass_review_known check (review in ('justified', 'not-justified', 'follow-up-needed')),
    constraint break_glass_reviewed_by_another check (reviewed_by is null or reviewed_by <> user_id),
    constraint break_glass_reviewed_whole check (num_nonnulls(review, reviewed_by, reviewed_at) in (0, 3))
  );
  create index break_glass_open on app.break_glass (user_id, until_at);
  create index break_glass_by_case on app.break_glass (case_id, granted_at);
  create index break_glass_to_review on app.break_glass (handling_agency_id, review_due_at) where review is null;

  create table app.break_glass_notice (
    grant_id uuid not null,
    recipient_user_id uuid not null,
    notify_at timestamptz not null,
    message_id uuid,
    constraint break_glass_notice_key primary key (grant_id, recipient_user_id),
    constraint break_glass_notice_of_grant foreign key (grant_id) references app.break_glass,
    constraint break_glass_notice_in_message foreign key (message_id) references app.sent_message
  );
  create index break_glass_notice_waiting on app.break_glass_notice (notify_at) where message_id is null;
  alter table app.sent_message add column glass_ids uuid[] not null default '{}';

  alter table app.case_file add column walled boolean not null default false;
  create index case_walled on app.case_file (handling_agency_id)
    where walled and act_by_at is not null and closed_at is null;
`;

/** Whoever a wall names: \`standsBefore\` of domain/walls says the same, and a test compares the two. */
const standsBefore = (who: { user: string; leads: string }) => `
  w.lifted_at is null and w.spared_user_id is distinct from ${who.user} and not (w.spares_leads and ${who.leads})`;

const CLAIMED = {
  user: 'app.claim_user()',
  team: 'app.claim_team()',
  agency: 'app.claim_agency()',
  leads: 'app.leads_cases()',
};

/** The branches are apart so that each of them is one look into an index, however many walls stand. */
const walledBranches = (who: typeof CLAIMED) =>
  [
    `select w.person_id from app.case_wall w where w.walled_user_id = ${who.user} and ${standsBefore(who)}`,
    `select w.person_id from app.case_wall w where w.walled_team_id = ${who.team} and ${standsBefore(who)}`,
    `select w.person_id from app.case_wall w where w.walled_agency_id = ${who.agency} and ${standsBefore(who)}`,
    `select w.person_id from app.case_wall w
     where w.apart_from_person_id is not null and ${standsBefore(who)} and exists (
       select 1 from app.case_file o where o.person_id = w.apart_from_person_id and o.owner_user_id = ${who.user}
     )`,
  ].join('\nunion all\n');

const DEFINER = `stable security definer set search_path = ''`;

const BEHIND = `
  create function app.leads_cases() returns boolean language sql stable as $$
    select app.claim_role() in ('duty-lead', 'service-manager')
  $$;

  alter table app.case_wall enable row level security;
  alter table app.case_wall force row level security;
  create policy wall_keeper on app.case_wall to current_user using (true) with check (true);
  alter table app.break_glass enable row level security;
  alter table app.break_glass force row level security;
  create policy wall_keeper on app.break_glass for select to current_user using (true);
  alter table app.break_glass_notice enable row level security;
  alter table app.break_glass_notice force row level security;

  create function app.walled_off() returns table (case_id uuid, referral_id uuid, person_id uuid)
    language sql ${DEFINER} rows 20 as $$
    select c.case_id, c.referral_id, c.person_id
    from app.case_file c where c.person_id in (${walledBranches(CLAIMED)})
  $$;
  create function app.behind_wall() returns table (case_id uuid, referral_id uuid, person_id uuid)
    language sql ${DEFINER} rows 20 as $$
    select w.case_id, w.referral_id, w.person_id from app.walled_off() w
    where not exists (
      select 1 from app.break_glass g where g.user_id = app.claim_user() and g.case_id = w.case_id
        and g.until_at > app.service_now()
    )
  $$;
  create function app.cases_behind_wall() returns setof uuid language sql stable rows 20 as $$
    select b.case_id from app.behind_wall() b
  $$;
  create function app.referrals_behind_wall() returns setof uuid language sql stable rows 20 as $$
    select b.referral_id from app.behind_wall() b
  $$;
  create function app.people_behind_wall() returns setof uuid language sql ${DEFINER} rows 20 as $$
    select b.person_id from app.behind_wall() b where not exists (
      select 1 from app.break_glass g where g.user_id = app.claim_user() and g.person_id = b.person_id
        and g.until_at > app.service_now()
    )
  $$;
`;

const FUNCTIONS = `
  create function app.user_is_behind_wall(of_case uuid, who uuid) returns boolean language sql ${DEFINER} as $$
    select exists (
      select 1 from app.staff_user u
      join app.case_file c on c.case_id = of_case
      join app.case_wall w on w.person_id = c.person_id
      where u.user_id = who
        and ${standsBefore({ user: 'u.user_id', leads: `u.role in ('duty-lead', 'service-manager')` })}
        and (w.walled_user_id = u.user_id or w.walled_team_id = u.team_id or w.walled_agency_id = u.agency_id
          or exists (select 1 from app.case_file o
            where o.person_id = w.apart_from_person_id and o.owner_user_id = u.user_id))
    )
  $$;
  create policy wall_keeper_reads on app.staff_user for select to current_user using (true);

  -- For the decision of a use case about a record that it holds already; pages show walls to leads alone.
  create function app.walls_of(persons uuid[]) returns table (wall jsonb) language sql ${DEFINER} as $$
    select to_jsonb(w) || jsonb_build_object('workers', coalesce((
      select jsonb_agg(distinct o.owner_user_id) from app.case_file o
      where o.person_id = w.apart_from_person_id and o.owner_user_id is not null), '[]'))
    from app.case_wall w where w.person_id = any(persons) and w.lifted_at is null
      and (app.handles_cases() or app.may_refer())
  $$;

  -- A case of one's own agency that walls keep from one, and that an emergency may open (\`mayBreakGlass\`).
  create function app.breakable_case(with_reference text) returns table (case_id uuid, person_id uuid)
    language sql ${DEFINER} as $$
    select c.case_id, c.person_id from app.case_file c
    where c.reference = with_reference and c.closed_at is null and c.handling_agency_id = app.claim_agency()
      and app.handles_cases()
      and c.case_id in (select b.case_id from app.behind_wall() b)
      and not exists (
        select 1 from app.case_wall w where w.person_id = c.person_id
          and ${standsBefore(CLAIMED)}
          and (w.walled_user_id = app.claim_user() or w.walled_team_id = app.claim_team()
            or w.walled_agency_id = app.claim_agency())
          and (w.kind = 'police-family' or (w.kind <> 'conflict' and w.walled_user_id is not null))
      )
  $$;
  revoke execute on function app.walled_off, app.behind_wall, app.people_behind_wall, app.user_is_behind_wall, app.walls_of,
    app.breakable_case from public;
  grant execute on function app.walled_off, app.behind_wall, app.people_behind_wall, app.user_is_behind_wall, app.walls_of,
    app.breakable_case to waymark_web;
  grant execute on function app.user_is_behind_wall to waymark_worker;

  -- Later tables: call this in the migration that makes them, with the column they belong to.
  create function app.put_behind_walls(target regclass) returns void language plpgsql as $$
  declare
    found record;
  begin
    select a.attname as name, a.attnotnull as filled into found from pg_attribute a
    where a.attrelid = target and not a.attisdropped and a.attname in ('case_id', 'referral_id', 'person_id')
    order by array_position(array['case_id', 'referral_id', 'person_id']::name[], a.attname) limit 1;
    if found is null then
      raise exception '% belongs to no case, referral or person', target;
    end if;
    execute format(
      'create policy behind_wall on %s as restrictive to waymark_web using (%s %I not in (select app.%I()))',
      target, case when found.filled then '' else format('%I is null or', found.name) end, found.name,
      case found.name when 'case_id' then 'cases_behind_wall' when 'referral_id' then 'referrals_behind_wall'
        else 'people_behind_wall' end);
  end $$;
  revoke execute on function app.put_behind_walls from public;

  create or replace function app.open_cases_of(person uuid) returns integer
    language sql stable security definer set search_path = '' as $$
    select count(*)::integer from app.case_file c join app.staff_user u on u.user_id = c.owner_user_id
    where c.owner_user_id = person and c.closed_at is null and app.keeps_staff_of(u.agency_id)
      and c.case_id not in (select b.case_id from app.behind_wall() b)
  $$;

  create or replace function app.running_clocks_of_calendar(calendar text, most integer)
    returns table (reference text, limb text, due_at timestamptz, inputs jsonb)
    language sql stable security definer set search_path = '' as $$
    select c.reference, d.limb, d.due_at, v.inputs
    from app.deadline d
    join app.deadline_version v on v.deadline_id = d.deadline_id and v.version = d.version
    join app.case_file c on c.case_id = d.case_id
    where d.state = 'running' and d.due_at > app.service_now() and v.inputs->>'calendarId' = calendar
      and v.inputs->'limb'->>'kind' = 'working-day' and app.sees_proposals()
      and (app.claim_role() <> 'service-manager' or d.handling_agency_id = app.claim_agency())
      and c.case_id not in (select b.case_id from app.behind_wall() b)
    order by d.due_at, d.deadline_id limit most
  $$;
`;

/** Walls are the leads' to set, read and lift; an officer or a responder declares one with a referral of their own. */
const POLICIES = `
  create policy lead_sees on app.case_wall for select to waymark_web using (
    (select app.leads_cases()) and handling_agency_id = (select app.claim_agency())
  );
  create policy auditor_sees on app.case_wall for select to waymark_web
    using ((select app.claim_role()) = 'auditor');
  create policy lead_sets on app.case_wall for insert to waymark_web with check (
    (select app.leads_cases()) and handling_agency_id = (select app.claim_agency())
    and set_by = (select app.claim_user()) and lifted_at is null
    and exists (select 1 from app.case_file c where c.case_id = case_wall.case_id
      and c.person_id = case_wall.person_id and c.handling_agency_id = case_wall.handling_agency_id)
  );
  create policy referrer_declares on app.case_wall for insert to waymark_web with check (
    (select app.may_refer()) and basis = 'declared-at-intake' and set_by = (select app.claim_user())
    and lifted_at is null and exists (
      select 1 from app.referral r where r.person_id = case_wall.person_id
        and r.referred_by = (select app.claim_user()) and r.handling_agency_id = case_wall.handling_agency_id
    )
  );
  create policy lead_lifts on app.case_wall for update to waymark_web using (
    (select app.leads_cases()) and handling_agency_id = (select app.claim_agency()) and lifted_at is null
  ) with check (lifted_by = (select app.claim_user()));
  grant select, insert on app.case_wall to waymark_web;
  grant update (lifted_by, lifted_at, revision) on app.case_wall to waymark_web;

  create policy opener_sees on app.break_glass for select to waymark_web
    using (user_id = (select app.claim_user()));
  create policy reviewer_sees on app.break_glass for select to waymark_web using (
    (select app.claim_role()) in ('duty-lead', 'service-manager', 'data-protection-officer')
    and handling_agency_id = (select app.claim_agency())
  );
  create policy auditor_sees on app.break_glass for select to waymark_web
    using ((select app.claim_role()) = 'auditor');
  create policy behind_wall on app.break_glass as restrictive to waymark_web using (
    user_id = (select app.claim_user()) or case_id not in (select app.cases_behind_wall())
  );
  create policy opener_breaks on app.break_glass for insert to waymark_web with check (
    user_id = (select app.claim_user()) and handling_agency_id = (select app.claim_agency()) and review is null
    and exists (select 1 from app.breakable_case(reference) b
      where b.case_id = break_glass.case_id and b.person_id = break_glass.person_id)
  );
  create policy reviewer_decides on app.break_glass for update to waymark_web using (
    (select app.claim_role()) in ('duty-lead', 'service-manager', 'data-protection-officer')
    and handling_agency_id = (select app.claim_agency()) and user_id <> (select app.claim_user())
    and review is null
  ) with check (reviewed_by = (select app.claim_user()));
  grant select, insert on app.break_glass to waymark_web;
  grant update (review, reviewed_by, reviewed_at, revision) on app.break_glass to waymark_web;
  create policy service_reads on app.break_glass for select to waymark_worker using (true);
  grant select on app.break_glass to waymark_worker;

  create policy opener_tells on app.break_glass_notice for insert to waymark_web with check (
    exists (select 1 from app.break_glass g where g.grant_id = break_glass_notice.grant_id
      and g.user_id = (select app.claim_user()))
  );
  create policy service_works on app.break_glass_notice to waymark_worker using (true) with check (true);
  grant insert on app.break_glass_notice to waymark_web;
  grant select on app.break_glass_notice to waymark_worker;
  grant update (message_id) on app.break_glass_notice to waymark_worker;

  create policy opener_seals on vault.person_record for insert to waymark_web with check (
    kind = 'break-glass-note' and exists (select 1 from app.break_glass g
      where g.grant_id = person_record.record_id and g.user_id = (select app.claim_user()))
  );
  create policy privacy_officer_reads on vault.person_record for select to waymark_web using (
    (select app.claim_role()) = 'data-protection-officer' and kind = 'break-glass-note'
    and exists (select 1 from app.break_glass g where g.grant_id = person_record.record_id)
  );
  create policy privacy_officer_reviews on app.journal for insert to waymark_web with check (
    (select app.claim_role()) = 'data-protection-officer' and subject_kind = 'break-glass'
    and actor_kind = 'staff' and actor_id = (select app.claim_user()) and agency_id = (select app.claim_agency())
  );
  create policy wall_keeper_reads_back on app.journal for select to waymark_web using (
    subject_kind = 'wall' and exists (select 1 from app.case_wall w where w.wall_id = journal.subject_id)
  );
  create policy glass_user_reads_back on app.journal for select to waymark_web using (
    subject_kind = 'break-glass' and exists (select 1 from app.break_glass g where g.grant_id = journal.subject_id)
  );
`;

const COUNTING_TRIGGER = `
  create trigger case_counts_on_board after insert or delete or
    update of owner_user_id, act_by_at, next_due_at, contact_state, call_hours, closed_at, handling_agency_id, walled
    on app.case_file for each row execute function app.keep_board_tally();
`;

const BOARD = `
  create or replace function app.keep_board_tally() returns trigger language plpgsql
    security definer set search_path = app, pg_catalog as $$
  begin
    insert into app.board_tally (handling_agency_id, facet, value, n)
    select change.agency, change.facet, change.value, sum(change.by)
    from (
      select new.handling_agency_id as agency, f.facet, f.value, 1 as by from app.board_facets(new) f
      where tg_op <> 'DELETE' and not new.walled
      union all
      select old.handling_agency_id, f.facet, f.value, -1 from app.board_facets(old) f
      where tg_op <> 'INSERT' and not old.walled
    ) change
    group by 1, 2, 3 having sum(change.by) <> 0;
    return null;
  end $$;
  drop trigger case_counts_on_board on app.case_file;
  ${COUNTING_TRIGGER}

  create function app.mark_walled_cases() returns trigger language plpgsql
    security definer set search_path = app, pg_catalog as $$
  begin
    update app.case_file c set walled = not c.walled
    where c.person_id = new.person_id and c.walled <> exists (
      select 1 from app.case_wall w where w.person_id = new.person_id and w.lifted_at is null
    );
    return null;
  end $$;
  create trigger wall_marks_cases after insert or update of lifted_at on app.case_wall
    for each row execute function app.mark_walled_cases();

  create function app.mark_new_case() returns trigger language plpgsql
    security definer set search_path = app, pg_catalog as $$
  begin
    new.walled := exists (
      select 1 from app.case_wall w where w.person_id = new.person_id and w.lifted_at is null
    );
    return new;
  end $$;
  create trigger case_born_behind_wall before insert on app.case_file
    for each row execute function app.mark_new_case();
`;

/** Break-glass is apart: whoever opens a case writes that they do while it is still behind the wall. */
const EVERY_TABLE = `
  do $$ declare t record; begin
    for t in
      select distinct c.oid::regclass as name from pg_class c
      join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('app', 'vault')
      join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
        and a.attname in ('case_id', 'referral_id', 'person_id')
      where c.relkind in ('r', 'p') and c.oid <> 'app.break_glass'::regclass
    loop
      perform app.put_behind_walls(t.name);
    end loop;
  end $$;
`;

/** One more code in the list that a check allows, whatever stands in it already. */
function allowed(
  table: string,
  { constraint, column, add }: { constraint: string; column: string; add: string },
) {
  return `
  do $$ declare codes text; begin
    select string_agg(distinct quote_literal(code), ', ') into codes from pg_constraint c,
      regexp_matches(pg_get_constraintdef(c.oid) || '''${add}''', '''([^'']+)''', 'g') as m(found),
      unnest(string_to_array(trim(both '{}' from m.found[1]), ',')) as code
    where c.conname = '${constraint}' and c.conrelid = '${table}'::regclass;
    execute format('alter table ${table} drop constraint ${constraint},
      add constraint ${constraint} check (${column} in (%s))', codes);
  end $$;`;
}
