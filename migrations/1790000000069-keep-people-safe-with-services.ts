import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowCodes } from './allow-codes';

/**
 * What stands between a person and the services that are asked for them, also after the asking: a share that acceptance
 * opens is found again by whichever support of that agency ends last; while nobody may contact
 * them, needs are held at the desk; and how they may
 * be reached is told as it is at that instant; and two who are
 * kept apart do not meet at one service, nor at one adviser.
 */
export class KeepPeopleSafeWithServices1790000000069 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SHARES);
    await runner.query(STOPS);
    await runner.query(CHANNELS);
    await runner.query(APART);
    await runner.query(
      allowCodes({
        table: 'wall.conflict',
        constraint: 'conflict_asked_again_because_known',
        column: 'asked_again_because',
        codes: ['one-service'],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.conflicts_at_one_service(), app.holds_the_other(uuid, uuid), app.not_at_present(uuid),
        app.kept_apart_at(uuid);
      drop function app.channels_before_answer(uuid);
      drop index app.service_request_held;
      drop function app.contact_is_stopped(uuid);
      drop policy receiver_opens_what_was_proposed on app.share;
      drop policy receiver_finds_what_was_proposed on app.share;
      drop function app.answers_for(uuid, text);
      revoke execute on function app.opened_by_request from waymark_worker;
    `);
    await runner.query(openedByRequest('r.agency_id = app.claim_agency()'));
  }
}

const MINE = `(select app.works_at_provider()) and agency_id = (select app.claim_agency())`;

const openedByRequest = (whose: string) => `
  create or replace function app.opened_by_request(share uuid) returns boolean
    language sql stable security definer set search_path = '' as $$
    select exists (select 1 from app.service_request r where r.share_id = share and (${whose}))
  $$;
`;

/** What the desk has only proposed opens with acceptance too; what it opened by hand stays as it left it. */
const SHARES = `
  ${openedByRequest(`r.agency_id = app.claim_agency() or app.claim_role() = 'service'
    or (app.handles_cases() and r.handling_agency_id = app.claim_agency())`)}
  grant execute on function app.opened_by_request to waymark_worker;

  create function app.answers_for(of_case uuid, why text) returns boolean
    language sql stable security definer set search_path = '' as $$
    select exists (
      select 1 from app.service_request r
      where r.case_id = of_case and r.purpose = why and r.agency_id = app.claim_agency()
        and r.state in ('waiting', 'allocated', 'active')
    )
  $$;
  revoke execute on function app.answers_for from public;
  grant execute on function app.answers_for to waymark_web;

  create policy receiver_finds_what_was_proposed on app.share for select to waymark_web using (
    ${MINE} and state = 'proposed' and app.answers_for(case_id, purpose)
  );
  create policy receiver_opens_what_was_proposed on app.share for update to waymark_web using (
    ${MINE} and state = 'proposed' and app.answers_for(case_id, purpose)
  ) with check (${MINE} and state = 'open' and app.answers_for(case_id, purpose));
`;

const codesOf = (column: string, constraint: string, codes: readonly string[]) =>
  allowCodes({ table: 'app.service_request', constraint, column, codes });

/**
 * A service that a request was sent to learns that it must not contact the person, and neither why nor since when. One
 * that says no asks in the transaction in which it does, for what follows, and never afterwards.
 */
const STOPS = `
  ${codesOf('withdraw_reason', 'service_request_withdraw_known', ['contact-stopped'])}
  ${codesOf('step', 'service_request_step_known', ['hold'])}
  create index service_request_held on app.service_request (person_id) where step = 'hold';

  create function app.contact_is_stopped(person uuid) returns boolean
    language sql stable security definer set search_path = '' as $$
    select (
      app.claim_role() = 'service' or (app.handles_cases() and exists (
        select 1 from app.case_file c where c.person_id = person and c.handling_agency_id = app.claim_agency()
      )) or (app.works_at_provider() and exists (
        select 1 from app.service_request r
        where r.person_id = person and r.agency_id = app.claim_agency() and r.sent_at is not null
          and (r.state in ('sent', 'acknowledged', 'waiting', 'allocated', 'active')
            or (r.state in ('declined', 'redirected') and r.xmin = pg_current_xact_id_if_assigned()::xid))
      ))
    ) and exists (select 1 from app.contact_stop s where s.person_id = person and s.lifted_at is null)
  $$;
  revoke execute on function app.contact_is_stopped from public;
  grant execute on function app.contact_is_stopped to waymark_web, waymark_worker;
`;

/**
 * By which channels somebody may be reached, for the service whose answer is waited for: asked at every read, of the
 * consent and of the routes as they are by then, and kept nowhere (P5, P6). Null where that is not to be told.
 */
const CHANNELS = `
  create function app.channels_before_answer(request uuid) returns text[]
    language sql stable security definer set search_path = '' as $$
    select array(
      select channel from unnest(array['call', 'text', 'voicemail', 'email', 'post']) with ordinality as c(channel, n)
      where exists (
        select 1 from app.contact_route t where t.person_id = r.person_id and t.state = 'active'
          and t.permissions->>channel = 'yes'
      ) order by n
    )
    from app.service_request r
    where r.request_id = request and r.agency_id = app.claim_agency() and app.works_at_provider()
      and r.sent_at is not null and r.state in ('sent', 'acknowledged')
      and not app.contact_is_stopped(r.person_id)
      and (app.consent_stands(r.person_id, 'agency:' || r.agency_id::text, r.purpose, 'safe-contact')
        or app.override_covers(r.person_id, 'agency:' || r.agency_id::text, r.purpose, 'safe-contact'))
  $$;
  revoke execute on function app.channels_before_answer from public;
  grant execute on function app.channels_before_answer to waymark_web;
`;

const ACCEPTED = `('waiting', 'allocated', 'active')`;

/**
 * A wall between two people goes up most often after the second of them was asked for. Whoever was sent to a service
 * last comes back from it; what was accepted is for the duty lead to decide, for no machine moves somebody's support.
 */
const APART = `
  create function app.kept_apart_at(request uuid) returns boolean
    language sql stable security definer set search_path = '' as $$
    select exists (
      select 1 from app.service_request r join app.case_wall w on w.person_id = r.person_id and w.lifted_at is null
      where r.request_id = request and (
        app.claim_role() = 'service'
        or (app.handles_cases() and r.handling_agency_id = app.claim_agency()
          and r.person_id not in (select app.people_behind_wall()))
        or (app.works_at_provider() and r.agency_id = app.claim_agency() and r.sent_at is not null
          and r.state in ('sent', 'acknowledged'))
      ) and (
        w.walled_agency_id = r.agency_id
        or exists (select 1 from app.share s
          where s.person_id = w.apart_from_person_id and s.agency_id = r.agency_id and s.state = 'open')
        or exists (select 1 from app.service_request o
          where o.person_id = w.apart_from_person_id and o.agency_id = r.agency_id and (
            o.state in ${ACCEPTED}
            or (o.state in ('sent', 'acknowledged') and (o.sent_at, o.request_id) < (r.sent_at, r.request_id))
          ))
      )
    )
  $$;
  -- One answer for a stop and a wall, so that a service cannot tell the one from the other.
  create function app.not_at_present(request uuid) returns boolean
    language sql stable security definer set search_path = '' as $$
    select app.kept_apart_at(request) or exists (
      select 1 from app.service_request r where r.request_id = request and app.contact_is_stopped(r.person_id)
    )
  $$;
  create function app.holds_the_other(of_case uuid, who uuid) returns boolean
    language sql stable security definer set search_path = '' as $$
    select exists (
      select 1 from app.case_file c
      join app.case_wall w on w.person_id = c.person_id and w.lifted_at is null
      join app.service_request o on o.person_id = w.apart_from_person_id and o.allocated_to = who
        and o.state in ('allocated', 'active')
      where c.case_id = of_case and (
        app.claim_role() = 'service' or (app.handles_cases() and c.handling_agency_id = app.claim_agency())
        or (app.works_at_provider() and exists (
          select 1 from app.service_request r
          where r.case_id = of_case and r.agency_id = app.claim_agency() and r.agency_id = o.agency_id
            and r.state in ('sent', 'acknowledged', 'waiting', 'allocated', 'active')
        ))
      )
    )
  $$;
  -- Conflicts of two who are kept apart and whom one service has, or of whom it lost one for that, each once.
  create function app.conflicts_at_one_service() returns setof uuid
    language sql stable security definer set search_path = '' as $$
    with apart as (
      select c.conflict_id, c.decided_at, c.asked_again_because, p.one, p.other
      from wall.conflict c join app.case_file f on f.case_id = c.case_id
      cross join lateral (values (f.person_id, c.other_person_id), (c.other_person_id, f.person_id)) p(one, other)
      where app.claim_role() = 'service' and c.state = 'separate-workers'
    ), there as (
      select r.person_id, r.agency_id, r.decided_at as since from app.service_request r where r.state in ${ACCEPTED}
        and r.person_id in (select a.one from apart a)
      union all
      select s.person_id, s.agency_id, s.opened_at from app.share s where s.state = 'open'
        and s.person_id in (select a.one from apart a)
    ), lost as (
      select r.person_id, r.agency_id, t.happened_at as since
      from app.service_request r join app.service_request_step t on t.request_id = r.request_id
      where r.state = 'withdrawn' and r.withdraw_reason = 'not-possible' and t.act = 'withdrawn'
        and r.person_id in (select a.one from apart a)
    )
    select distinct a.conflict_id from apart a
    join there t on t.person_id = a.one
    join (select * from there union all select * from lost) o on o.person_id = a.other and o.agency_id = t.agency_id
    where a.asked_again_because is distinct from 'one-service' or greatest(t.since, o.since) > a.decided_at
  $$;
  revoke execute on function app.kept_apart_at, app.not_at_present, app.holds_the_other, app.conflicts_at_one_service
    from public;
  grant execute on function app.kept_apart_at to waymark_worker;
  grant execute on function app.not_at_present, app.holds_the_other to waymark_web, waymark_worker;
  grant execute on function app.conflicts_at_one_service to waymark_wall;
`;
