import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowSeen } from './allow-codes';

/**
 * Who suspects are, in a schema that one role reaches and nobody else: not the web process, not the worker, not the
 * reports. Names are sealed under a key of each suspect's own; what is compared are hashes made with a secret that no
 * other mark is made with. What looks alike is held for the duty lead, and nothing outside this schema changes by it.
 */
export class WallOffSuspects1790000000036 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(POLICIES);
    await runner.query(allowSeen('suspect-identity'));
  }

  async down(runner: QueryRunner): Promise<void> {
    const outside = [
      ...['journal', 'access_log', 'idempotency_key', 'case_file', 'case_wall', 'break_glass'].map(
        (table) => `app.${table}`,
      ),
    ];
    await runner.query(`
      drop function app.forget_wall_marks(uuid);
      drop policy wall_marks_people on vault.person_record;
      revoke all on vault.person_record from waymark_wall;
      revoke usage on schema vault from waymark_wall;
      ${outside.map((table) => `revoke all on ${table} from waymark_wall;`).join('\n')}
      do $$ declare p record; begin
        for p in select schemaname, tablename, policyname from pg_policies
          where schemaname = 'app' and policyname like 'wall_%' and 'waymark_wall' = any(roles)
        loop
          execute format('drop policy %I on %I.%I', p.policyname, p.schemaname, p.tablename);
        end loop;
      end $$;
      drop schema wall cascade;
    `);
  }
}

const TABLES = `
  create schema wall;
  grant usage on schema wall to waymark_wall;

  create table wall.suspect (
    suspect_id uuid primary key,
    case_id uuid not null,
    person_id uuid not null,
    handling_agency_id uuid not null,
    sealed bytea not null,
    birth_known boolean not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    compared boolean not null default false,
    constraint suspect_of_case foreign key (case_id) references app.case_file,
    constraint suspect_of_person foreign key (person_id) references app.person,
    constraint suspect_by_user foreign key (recorded_by) references app.staff_user
  );
  create index suspect_by_case on wall.suspect (case_id);
  create index suspect_not_compared on wall.suspect (suspect_id) where not compared;

  create table wall.suspect_mark (
    suspect_id uuid not null,
    kind text not null,
    mark bytea not null,
    constraint suspect_mark_key primary key (suspect_id, kind, mark),
    constraint suspect_mark_of_suspect foreign key (suspect_id) references wall.suspect on delete cascade,
    constraint suspect_mark_kind_known check (kind in ('name-pair', 'name-year', 'name-day')),
    constraint suspect_mark_is_a_hash check (length(mark) = 16)
  );
  create index suspect_mark_by_mark on wall.suspect_mark (kind, mark);

  create table wall.known_person (
    person_id uuid primary key,
    birth_known boolean not null,
    compared boolean not null default false,
    constraint known_person_of_person foreign key (person_id) references app.person
  );
  create index known_person_not_compared on wall.known_person (person_id) where not compared;

  create table wall.person_mark (
    person_id uuid not null,
    kind text not null,
    mark bytea not null,
    constraint person_mark_key primary key (person_id, kind, mark),
    constraint person_mark_of_person foreign key (person_id) references wall.known_person on delete cascade,
    constraint person_mark_kind_known check (kind in ('name-pair', 'name-year', 'name-day')),
    constraint person_mark_is_a_hash check (length(mark) = 16)
  );
  create index person_mark_by_mark on wall.person_mark (kind, mark);

  create table wall.conflict (
    conflict_id uuid primary key,
    suspect_id uuid not null,
    case_id uuid not null,
    other_person_id uuid not null,
    other_case_id uuid not null,
    handling_agency_id uuid not null,
    shared text[] not null,
    state text not null,
    found_at timestamptz not null,
    next_due_at timestamptz,
    decided_by uuid,
    decided_at timestamptz,
    revision integer not null default 1,
    constraint conflict_one_per_pair unique (suspect_id, other_person_id),
    constraint conflict_of_suspect foreign key (suspect_id) references wall.suspect on delete cascade,
    constraint conflict_of_case foreign key (case_id) references app.case_file,
    constraint conflict_with_case foreign key (other_case_id) references app.case_file,
    constraint conflict_state_known check (state in ('held', 'different-person', 'separate-workers', 'put-off')),
    constraint conflict_open_has_next_due check ((state in ('held', 'put-off')) = (next_due_at is not null)),
    constraint conflict_decided_by_someone check (
      (decided_by is null) = (decided_at is null) and (state = 'held' or decided_by is not null)
    )
  );
  create index conflict_to_decide on wall.conflict (handling_agency_id, next_due_at) where next_due_at is not null;
`;

const forced = (table: string) => `
  alter table wall.${table} enable row level security;
  alter table wall.${table} force row level security;
  create policy service_compares on wall.${table} to waymark_wall
    using ((select app.claim_role()) = 'service') with check ((select app.claim_role()) = 'service');
  create policy erasure_forgets on wall.${table} to current_user using (true) with check (true);`;

/** Walls around a case hold here too, and no emergency opens what is behind this one. */
const NOT_WALLED = `case_id not in (select w.case_id from app.walled_off() w)`;

const POLICIES = `
  ${['suspect', 'suspect_mark', 'known_person', 'person_mark', 'conflict'].map(forced).join('\n')}
  grant execute on function app.walled_off to waymark_wall;

  create policy caller_records on wall.suspect for insert to waymark_wall with check (
    (select app.claim_role()) in ('first-responder', 'duty-lead')
    and handling_agency_id = (select app.claim_agency()) and recorded_by = (select app.claim_user())
    and exists (select 1 from app.case_file c where c.case_id = suspect.case_id
      and c.person_id = suspect.person_id and c.handling_agency_id = suspect.handling_agency_id)
  );
  create policy lead_sees on wall.suspect for select to waymark_wall using (
    (select app.claim_role()) = 'duty-lead' and handling_agency_id = (select app.claim_agency()) and ${NOT_WALLED}
  );
  create policy caller_marks on wall.suspect_mark for insert to waymark_wall with check (
    (select app.claim_role()) in ('first-responder', 'duty-lead')
  );
  create policy lead_sees on wall.conflict for select to waymark_wall using (
    (select app.claim_role()) = 'duty-lead' and handling_agency_id = (select app.claim_agency()) and ${NOT_WALLED}
    and other_case_id not in (select w.case_id from app.walled_off() w)
  );
  create policy lead_decides on wall.conflict for update to waymark_wall using (
    (select app.claim_role()) = 'duty-lead' and handling_agency_id = (select app.claim_agency()) and ${NOT_WALLED}
  ) with check (decided_by = (select app.claim_user()));
  grant select, insert on wall.suspect, wall.suspect_mark, wall.known_person, wall.person_mark, wall.conflict
    to waymark_wall;
  grant update (compared) on wall.suspect to waymark_wall;
  grant update (birth_known, compared) on wall.known_person to waymark_wall;
  grant delete on wall.person_mark to waymark_wall;
  grant update (state, next_due_at, decided_by, decided_at, revision) on wall.conflict to waymark_wall;

  grant select (case_id, person_id, reference, handling_agency_id, owner_user_id, closed_at, opened_at)
    on app.case_file to waymark_wall;
  create policy wall_handler_sees on app.case_file for select to waymark_wall using (
    (select app.claim_role()) in ('first-responder', 'duty-lead')
    and handling_agency_id = (select app.claim_agency()) and ${NOT_WALLED}
  );
  create policy wall_service_reads on app.case_file for select to waymark_wall
    using ((select app.claim_role()) = 'service');

  grant usage on schema vault to waymark_wall;
  grant select (record_id, kind, person_id, sealed) on vault.person_record to waymark_wall;
  create policy wall_marks_people on vault.person_record for select to waymark_wall
    using ((select app.claim_role()) = 'service' and kind = 'identity');

  grant select, insert on app.case_wall to waymark_wall;
  create policy wall_lead_sees on app.case_wall for select to waymark_wall using (
    (select app.claim_role()) = 'duty-lead' and handling_agency_id = (select app.claim_agency())
  );
  create policy wall_lead_keeps_apart on app.case_wall for insert to waymark_wall with check (
    (select app.claim_role()) = 'duty-lead' and handling_agency_id = (select app.claim_agency())
    and set_by = (select app.claim_user()) and kind = 'conflict' and apart_from_person_id is not null
    and lifted_at is null
  );

  grant select, insert on app.journal, app.idempotency_key to waymark_wall;
  grant insert on app.access_log to waymark_wall;
  create policy wall_staff_appends on app.journal for insert to waymark_wall with check (
    subject_kind in ('suspect', 'conflict', 'wall') and (
      (actor_kind = 'staff' and actor_id = (select app.claim_user()) and agency_id = (select app.claim_agency()))
      or (actor_kind = 'service' and (select app.claim_role()) = 'service')
    )
  );
  create policy wall_reads_back on app.journal for select to waymark_wall
    using (subject_kind in ('suspect', 'conflict', 'wall'));
  create policy wall_staff_logs on app.access_log for insert to waymark_wall with check (
    actor_id = (select app.claim_user()) and agency_id = (select app.claim_agency())
    and role = (select app.claim_role())
  );
  create policy wall_own_keys on app.idempotency_key to waymark_wall
    using (actor_id = (select app.claim_user())) with check (actor_id = (select app.claim_user()));
  grant select on app.break_glass to waymark_wall;
  create policy wall_opener_sees on app.break_glass for select to waymark_wall
    using (user_id = (select app.claim_user()));

  -- Erasing a person takes their marks and the suspects of their cases with them; answers whose data keys to destroy.
  create function app.forget_wall_marks(person uuid) returns setof uuid
    language plpgsql security definer set search_path = '' as $$
  begin
    if coalesce(app.claim_role(), '') not in ('service', 'data-protection-officer') then
      raise exception 'only an erasure forgets' using errcode = '42501';
    end if;
    delete from wall.known_person k where k.person_id = person;
    delete from wall.conflict f where f.other_person_id = person;
    return query delete from wall.suspect s where s.person_id = person returning s.suspect_id;
  end $$;
  revoke execute on function app.forget_wall_marks from public;
  grant execute on function app.forget_wall_marks to waymark_web, waymark_worker;
`;
