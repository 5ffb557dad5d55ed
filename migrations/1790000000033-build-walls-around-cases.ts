import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Walls: who must not see a case although role and agency would let them, by name, team, agency, or because they work
 * with the other side. One function says what is behind a wall for whoever asks, and every table that belongs to a
 * case, a referral or a person asks it in a restrictive policy.
 */
export class BuildWallsAroundCases1790000000033 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WALLS);
    await runner.query(BEHIND);
    await runner.query(`
      ${FUNCTIONS}
      ${POLICIES}
    `);
    await runner.query(EVERY_TABLE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$ declare p record; begin
        for p in select schemaname, tablename from pg_policies where policyname = 'behind_wall' loop
          execute format('drop policy behind_wall on %I.%I', p.schemaname, p.tablename);
        end loop;
      end $$;
      drop policy wall_keeper_reads_back on app.journal;
      drop policy wall_keeper_reads on app.staff_user;
      drop table app.case_wall cascade;
      drop function app.put_behind_walls(regclass), app.walls_of(uuid[]), app.user_is_behind_wall(uuid, uuid),
        app.people_behind_wall(), app.referrals_behind_wall(), app.cases_behind_wall(), app.behind_wall(),
        app.walled_off(), app.leads_cases();
    `);
  }
}

const WALLS = `
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
`;

/** Whoever a wall names: \`standsBefore\` of domain/walls says the same, and a test compares the two. */
export const standsBefore = (who: { user: string; leads: string }) => `
  w.lifted_at is null and w.spared_user_id is distinct from ${who.user} and not (w.spares_leads and ${who.leads})`;

export const CLAIMED = {
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

export const DEFINER = `stable security definer set search_path = ''`;

/** Break-glass, which comes next, takes what somebody has opened out of both. */
export const NOTHING_OPENED = `
  create or replace function app.behind_wall() returns table (case_id uuid, referral_id uuid, person_id uuid)
    language sql ${DEFINER} rows 20 as $$
    select w.case_id, w.referral_id, w.person_id from app.walled_off() w
  $$;
  create or replace function app.people_behind_wall() returns setof uuid language sql ${DEFINER} rows 20 as $$
    select b.person_id from app.behind_wall() b
  $$;
`;

const BEHIND = `
  create function app.leads_cases() returns boolean language sql stable as $$
    select app.claim_role() in ('duty-lead', 'service-manager')
  $$;

  alter table app.case_wall enable row level security;
  alter table app.case_wall force row level security;
  create policy wall_keeper on app.case_wall to current_user using (true) with check (true);

  create function app.walled_off() returns table (case_id uuid, referral_id uuid, person_id uuid)
    language sql ${DEFINER} rows 20 as $$
    select c.case_id, c.referral_id, c.person_id
    from app.case_file c where c.person_id in (${walledBranches(CLAIMED)})
  $$;
  ${NOTHING_OPENED}
  create function app.cases_behind_wall() returns setof uuid language sql stable rows 20 as $$
    select b.case_id from app.behind_wall() b
  $$;
  create function app.referrals_behind_wall() returns setof uuid language sql stable rows 20 as $$
    select b.referral_id from app.behind_wall() b
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

  revoke execute on function app.walled_off, app.behind_wall, app.people_behind_wall, app.user_is_behind_wall, app.walls_of
    from public;
  grant execute on function app.walled_off, app.behind_wall, app.people_behind_wall, app.user_is_behind_wall, app.walls_of
    to waymark_web;
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

  create policy wall_keeper_reads_back on app.journal for select to waymark_web using (
    subject_kind = 'wall' and exists (select 1 from app.case_wall w where w.wall_id = journal.subject_id)
  );
`;

const EVERY_TABLE = `
  do $$ declare t record; begin
    for t in
      select distinct c.oid::regclass as name from pg_class c
      join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('app', 'vault')
      join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
        and a.attname in ('case_id', 'referral_id', 'person_id')
      where c.relkind in ('r', 'p')
    loop
      perform app.put_behind_walls(t.name);
    end loop;
  end $$;
`;
