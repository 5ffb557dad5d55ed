import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The board's kept counts leave walled cases out; whoever may see such a case counts it afresh. What is counted behind
 * row-level security, of a colleague's open cases and of running clocks, leaves them out too.
 */
export class CountTheBoardWithoutWalls1790000000035 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WALLED);
    await runner.query(tally({ walls: true }));
    await runner.query(BOARD);
    await runner.query(counted({ walls: true }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger wall_marks_cases on app.case_wall;
      drop trigger case_born_behind_wall on app.case_file;
      drop function app.mark_walled_cases(), app.mark_new_case();
      drop trigger case_counts_on_board on app.case_file;
      drop index app.case_walled;
      alter table app.case_file drop column walled;
      ${COUNTING_TRIGGER.replace(', walled', '')}
      ${tally({ walls: false })}
      ${counted({ walls: false })}
    `);
  }
}

const WALLED = `
  alter table app.case_file add column walled boolean not null default false;
  create index case_walled on app.case_file (handling_agency_id)
    where walled and act_by_at is not null and closed_at is null;
`;

const COUNTING_TRIGGER = `
  create trigger case_counts_on_board after insert or delete or
    update of owner_user_id, act_by_at, next_due_at, contact_state, call_hours, closed_at, handling_agency_id, walled
    on app.case_file for each row execute function app.keep_board_tally();
`;

const tally = ({ walls }: { walls: boolean }) => `
  create or replace function app.keep_board_tally() returns trigger language plpgsql
    security definer set search_path = app, pg_catalog as $$
  begin
    insert into app.board_tally (handling_agency_id, facet, value, n)
    select change.agency, change.facet, change.value, sum(change.by)
    from (
      select new.handling_agency_id as agency, f.facet, f.value, 1 as by from app.board_facets(new) f
      where tg_op <> 'DELETE'${walls ? ' and not new.walled' : ''}
      union all
      select old.handling_agency_id, f.facet, f.value, -1 from app.board_facets(old) f
      where tg_op <> 'INSERT'${walls ? ' and not old.walled' : ''}
    ) change
    group by 1, 2, 3 having sum(change.by) <> 0;
    return null;
  end $$;
`;

/** Restriction, which comes later, marks cases too. */
export const MARKED_BY_WALLS = `
  create or replace function app.mark_walled_cases() returns trigger language plpgsql
    security definer set search_path = app, pg_catalog as $$
  begin
    update app.case_file c set walled = not c.walled
    where c.person_id = new.person_id and c.walled <> exists (
      select 1 from app.case_wall w where w.person_id = new.person_id and w.lifted_at is null
    );
    return null;
  end $$;
  create or replace function app.mark_new_case() returns trigger language plpgsql
    security definer set search_path = app, pg_catalog as $$
  begin
    new.walled := exists (
      select 1 from app.case_wall w where w.person_id = new.person_id and w.lifted_at is null
    );
    return new;
  end $$;
`;

const BOARD = `
  drop trigger case_counts_on_board on app.case_file;
  ${COUNTING_TRIGGER}

  ${MARKED_BY_WALLS}
  create trigger wall_marks_cases after insert or update of lifted_at on app.case_wall
    for each row execute function app.mark_walled_cases();
  create trigger case_born_behind_wall before insert on app.case_file
    for each row execute function app.mark_new_case();
`;

const NOT_BEHIND_WALL = `
      and c.case_id not in (select b.case_id from app.behind_wall() b)`;

const counted = ({ walls }: { walls: boolean }) => `
  create or replace function app.open_cases_of(person uuid) returns integer
    language sql stable security definer set search_path = '' as $$
    select count(*)::integer from app.case_file c join app.staff_user u on u.user_id = c.owner_user_id
    where c.owner_user_id = person and c.closed_at is null and app.keeps_staff_of(u.agency_id)${walls ? NOT_BEHIND_WALL : ''}
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
      and (app.claim_role() <> 'service-manager' or d.handling_agency_id = app.claim_agency())${walls ? NOT_BEHIND_WALL : ''}
    order by d.due_at, d.deadline_id limit most
  $$;
`;
