import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Two records that are linked are one person, so what makes contact unsafe on one makes it unsafe on the other: a
 * stop, a number that is in other hands, a "no" to being contacted. The functions here carry what stands on one record
 * to those linked with it and nothing else, also to records that whoever acts may not see, and answer with ids alone.
 */
export class ReachLinkedRecords1790000000042 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(STOPS);
    await runner.query(ROUTES);
    await runner.query(CONSENT);
    await runner.query(RIGHTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.stop_linked(uuid), app.hold_linked_routes(uuid), app.refuse_on_linked(uuid);
      drop function app.linked_people(uuid);
      drop policy link_follower on app.contact_stop;
      drop policy link_follower on app.safe_contact_card;
      drop policy link_follower on app.contact_route;
      drop policy link_follower on app.person_link;
      revoke update (settled_at) on app.contact_stop from waymark_worker;
      alter table app.contact_stop drop column carried_from, drop column settled_at;
    `);
  }
}

const DEFINER = `security definer set search_path = ''`;
const ANSWERS = `table (message_id uuid, case_id uuid, because text)`;

/** A stop that was carried over is worked off on the cases of its person by the worker, which sees all of them. */
const STOPS = `
  alter table app.contact_stop
    add column carried_from uuid,
    add column settled_at timestamptz,
    add constraint contact_stop_carried_from foreign key (carried_from) references app.contact_stop;
  create index contact_stop_to_settle on app.contact_stop (stopped_at)
    where carried_from is not null and settled_at is null;

  create function app.linked_people(person uuid) returns setof uuid language sql stable ${DEFINER} as $$
    with recursive same (person_id) as (
      select person
      union
      select case when l.person_id = s.person_id then l.other_person_id else l.person_id end
      from same s join app.person_link l on l.unlinked_at is null and s.person_id in (l.person_id, l.other_person_id)
    )
    select s.person_id from same s where s.person_id <> person order by s.person_id
  $$;

  create function app.stop_linked(person uuid) returns ${ANSWERS} language plpgsql ${DEFINER} as $$
  declare
    stop app.contact_stop;
    other uuid;
  begin
    select * into stop from app.contact_stop s where s.person_id = person and s.lifted_at is null
      order by s.cause = 'died' desc, s.stopped_at limit 1;
    if stop.stop_id is null then return; end if;
    for other in select p from app.linked_people(person) p loop
      perform app.lock_card(other);
      continue when exists (
        select 1 from app.contact_stop s where s.person_id = other and s.lifted_at is null
          and (s.cause = 'died' or stop.cause <> 'died')
      );
      insert into app.contact_stop (stop_id, person_id, case_id, handling_agency_id, cause, stopped_by, stopped_at,
          carried_from)
        select uuidv7(), other, c.case_id, c.handling_agency_id, stop.cause, stop.stopped_by, stop.stopped_at,
          stop.stop_id
        from app.case_file c where c.person_id = other
        order by c.closed_at desc nulls first, c.opened_at desc limit 1;
      insert into app.safe_contact_card
        select (jsonb_populate_record(null::app.safe_contact_card, to_jsonb(c) || jsonb_build_object(
          'version', c.version + 1, 'stopped', true, 'recorded_at', app.service_now(),
          'recorded_by', stop.stopped_by, 'changed', 'contact-stopped'))).*
        from (select * from app.safe_contact_card v where v.person_id = other order by v.version desc limit 1) c
        where not c.stopped;
      return query select m.message_id, m.case_id, stop.cause
        from app.cancel_person_messages(other, stop.cause, null, null) m;
    end loop;
  end $$;
`;

/**
 * Numbers are sealed, so a route of a linked record is held when the two records share a mark of a number or address
 * (docs/decisions/0016) and it is of the same family. One held too many costs a look at the card; one too few a life.
 */
const ROUTES = `
  create function app.hold_linked_routes(route uuid) returns ${ANSWERS} language plpgsql ${DEFINER} as $$
  declare
    held app.contact_route;
    other app.contact_route;
  begin
    select * into held from app.contact_route r where r.route_id = route and r.state in ('suspended', 'quarantined');
    if held.route_id is null then return; end if;
    for other in
      select r.* from app.linked_people(held.person_id) p join app.contact_route r on r.person_id = p
      where r.state = 'active' and (r.kind = 'email') = (held.kind = 'email')
        and (r.kind = 'address') = (held.kind = 'address')
        and exists (
          select 1 from vault.search_mark a join vault.search_mark b on b.kind = a.kind and b.mark = a.mark
          where a.person_id = held.person_id and b.person_id = p and a.kind = 'route'
        )
      order by r.route_id
    loop
      update app.contact_route r set state = held.state where r.route_id = other.route_id;
      return query select m.message_id, m.case_id, 'route-' || held.state
        from app.cancel_person_messages(other.person_id, 'route-' || held.state, other.route_id, null) m;
    end loop;
  end $$;
`;

/** \`CHANNEL_OF\` of domain/consent says the same. Saying yes again is said on each record. */
const CONSENT = `
  create function app.refuse_on_linked(entry uuid) returns ${ANSWERS} language plpgsql ${DEFINER} as $$
  declare
    said app.consent_entry;
    channel text;
    other uuid;
    touched uuid[];
  begin
    select * into said from app.consent_entry e where e.entry_id = entry and e.decision in ('refused', 'withdrawn');
    channel := case said.purpose when 'be-called' then 'call' when 'be-texted' then 'text'
      when 'be-emailed' then 'email' when 'be-left-voicemail' then 'voicemail' when 'be-written-to' then 'post' end;
    if channel is null then return; end if;
    for other in select p from app.linked_people(said.person_id) p loop
      perform app.lock_card(other);
      with refused as (
        update app.contact_route r set permissions = r.permissions || jsonb_build_object(channel, 'no')
        where r.person_id = other and r.permissions ->> channel is distinct from 'no' returning r.route_id
      )
      select coalesce(array_agg(route_id), '{}') into touched from refused;
      return query select m.message_id, m.case_id, 'consent-withdrawn'
        from unnest(case when channel = 'call' then array[null::uuid] else touched end) t(route_id)
        cross join lateral app.cancel_person_messages(other, 'consent-withdrawn', t.route_id, null) m;
    end loop;
  end $$;
`;

const RIGHTS = `
  create policy link_follower on app.contact_stop for insert to current_user with check (true);
  create policy link_follower on app.safe_contact_card for insert to current_user with check (true);
  create policy link_follower on app.contact_route for update to current_user using (true);
  create policy link_follower on app.person_link for select to current_user using (true);
  grant update (settled_at) on app.contact_stop to waymark_worker;
  revoke execute on function app.linked_people, app.stop_linked, app.hold_linked_routes, app.refuse_on_linked
    from public;
  grant execute on function app.stop_linked, app.hold_linked_routes, app.refuse_on_linked
    to waymark_web, waymark_worker;
`;
