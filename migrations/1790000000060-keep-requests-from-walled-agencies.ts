import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether an agency may have anything to do with somebody: a wall stands before it, or it supports a person from whom
 * this one is kept apart. For the decision of a use case and for timers; no page shows it. And what the timers look for
 * every second is found by an index.
 */
export class KeepRequestsFromWalledAgencies1790000000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index service_request_overdue on app.service_request (due_at)
        where step in ('choose', 'send', 'acknowledge', 'decide', 'manage');

      create index service_request_asked on app.service_request (service_id)
        where state in ('proposed', 'sent', 'acknowledged');

      -- Timers ask of anybody; a desk of a person whose case it handles, and of nobody whom a wall keeps it from.
      create function app.may_ask_of_walls(person uuid) returns boolean
        language sql stable security definer set search_path = '' as $$
        select app.claim_role() = 'service' or (
          app.handles_cases() and person not in (select app.people_behind_wall()) and exists (
            select 1 from app.case_file c where c.person_id = person and c.handling_agency_id = app.claim_agency()
          )
        )
      $$;
      create function app.agency_is_walled(person uuid, agency uuid) returns boolean
        language sql stable security definer set search_path = '' as $$
        select app.may_ask_of_walls(person) and exists (
          select 1 from app.case_wall w
          where w.person_id = person and w.lifted_at is null and w.walled_agency_id = agency
        )
      $$;
      create function app.agency_is_barred(person uuid, agency uuid) returns boolean
        language sql stable security definer set search_path = '' as $$
        select app.agency_is_walled(person, agency) or (
          app.may_ask_of_walls(person) and exists (
            select 1 from app.case_wall w
            where w.person_id = person and w.lifted_at is null and (
              exists (select 1 from app.share s
                where s.person_id = w.apart_from_person_id and s.agency_id = agency and s.state = 'open')
              or exists (select 1 from app.service_request r
                where r.person_id = w.apart_from_person_id and r.agency_id = agency
                  and r.state in ('sent', 'acknowledged', 'waiting', 'allocated', 'active'))
            )
          )
        )
      $$;
      -- That a wall and not a conflict shuts an agency is told to timers alone.
      revoke execute on function app.may_ask_of_walls, app.agency_is_walled, app.agency_is_barred from public;
      grant execute on function app.agency_is_walled to waymark_worker;
      grant execute on function app.agency_is_barred to waymark_web, waymark_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.agency_is_barred(uuid, uuid), app.agency_is_walled(uuid, uuid), app.may_ask_of_walls(uuid);
      drop index app.service_request_overdue, app.service_request_asked;
    `);
  }
}
