/** Everything before and after a request: what it came instead of, and what came instead of it. */
export const CHAIN = `
  with recursive up as (
    select request_id, instead_of from app.service_request where request_id = $1
    union
    select r.request_id, r.instead_of from app.service_request r join up on r.request_id = up.instead_of
  ), down as (
    select request_id from up
    union
    select r.request_id from app.service_request r join down on r.instead_of = down.request_id
  )
  select request_id as id from down order by request_id`;

/** Silent, said no, or passed it on; a place that is still kept counts as tried for whoever looks for another. */
export const TRIED = `
  select distinct r.service_id as id from app.service_request r
  where r.case_id = $1 and r.kind = $2 and r.service_id is not null
    and (r.state in ('declined', 'redirected') or r.offered_next_at is not null)`;

export const CANDIDATES = `
  select c.item->>'serviceId' as id
  from app.routing_decision d
  cross join lateral jsonb_array_elements(d.answer->'answers') a
  cross join lateral jsonb_array_elements(a->'candidates') with ordinality as c(item, place)
  where d.decision_id = $1 and d.case_id = $2 and a->>'kind' = $3 order by c.place`;

/** Codes alone. What was asked when the case was routed counts, if it was; the newest answer does. */
export const MINIMUM = `
  select coalesce(p.age_now, p.age_band) as age_band, r.district, p.language_need,
    d.facts->>'workerGender' as worker, d.facts->>'space' as space,
    coalesce(d.facts->'languages', '[]') as languages, coalesce(d.facts->'access', '[]') as access
  from app.case_file c
  join app.person p on p.person_id = c.person_id
  join app.referral r on r.referral_id = c.referral_id
  left join lateral (
    select facts from app.routing_decision d where d.case_id = c.case_id
    order by d.decided_at desc, d.decision_id desc limit 1
  ) d on true
  where c.case_id = $1`;

/**
 * One slice of everything that was sent and lives, in the order of the ids, and whether each still has its ground: to
 * look at all of them at once would cost a second in every second.
 */
export const GROUND_OF_SLICE = `
  select r.request_id as id, app.request_ground_stands(r.person_id, r.agency_id, r.purpose) as stands,
    app.is_set_aside('service-request', r.request_id) as set_aside
  from app.service_request r
  where r.state in ('sent', 'acknowledged', 'waiting', 'allocated', 'active')
    and ($1::uuid is null or r.request_id > $1::uuid)
  order by r.request_id limit $2`;

const GONE = (user: string) => `exists (
  select 1 from app.staff_user u where u.user_id = ${user} and u.state <> 'active'
)`;
const KEPT = (user: string) =>
  `(${user} is not null and c.walled and app.user_is_behind_wall(r.case_id, ${user}))`;

const WORKER_LOST = `(r.state in ('allocated', 'active') and r.allocated_to is not null
  and (${GONE('r.allocated_to')} or ${KEPT('r.allocated_to')}))`;
const MANAGER_LOST = `(r.managed_by is not null and r.state in ('proposed', 'sent', 'acknowledged')
  and (${GONE('r.managed_by')} or ${KEPT('r.managed_by')}))`;
/** What was accepted stays where it is when somebody else is there from whom the person is kept: a duty lead decides. */
const AGENCY_LOST = `(c.walled and r.agency_id is not null and (app.agency_is_walled(r.person_id, r.agency_id)
  or (r.state in ('sent', 'acknowledged') and app.kept_apart_at(r.request_id))))`;

/** From the few accounts that are closed and the few cases that are walled, never from all requests. */
export const IN_LOST_HANDS = `
  select f.request_id as id from (
    select r.request_id from app.staff_user u join app.service_request r
      on r.allocated_to = u.user_id and r.state in ('allocated', 'active') where u.state <> 'active'
    union
    select r.request_id from app.staff_user u join app.service_request r
      on r.managed_by = u.user_id and r.state in ('proposed', 'sent', 'acknowledged') where u.state <> 'active'
    union
    select r.request_id from app.case_file c join app.service_request r on r.case_id = c.case_id
    where c.walled and r.next_fire_at is not null and (${WORKER_LOST} or ${MANAGER_LOST} or ${AGENCY_LOST})
  ) f where not app.is_set_aside('service-request', f.request_id) order by f.request_id limit $1`;

/** From the few services that are retired; what one has accepted goes on there. */
export const AT_RETIRED_SERVICES = `
  select r.request_id as id from app.directory_service s
  cross join lateral (
    select v.body->>'state' as state from app.directory_service_version v
    where v.service_id = s.service_id order by v.version desc limit 1
  ) latest
  join app.service_request r on r.service_id = s.service_id and r.state in ('proposed', 'sent', 'acknowledged')
  where latest.state = 'retired' and not app.is_set_aside('service-request', r.request_id)
  order by r.request_id limit $1`;

/**
 * While a stop stands: what was sent and not accepted, and what would make somebody contact the person. Without one:
 * what is held still. From the few stops and the few that are held, never from all requests.
 */
export const BESIDE_STOPS = `
  select f.request_id as id from (
    select r.request_id from app.contact_stop s join app.service_request r on r.person_id = s.person_id
    where s.lifted_at is null and r.next_fire_at is not null and (
      r.state in ('sent', 'acknowledged') or r.step in ('choose', 'send', 'ask-still-wanted', 'start')
    )
    union
    select r.request_id from app.service_request r
    where r.step = 'hold' and not app.contact_is_stopped(r.person_id)
  ) f where not app.is_set_aside('service-request', f.request_id) order by f.request_id limit $1`;

export const LOST_HANDS = `
  select ${WORKER_LOST} as worker, ${MANAGER_LOST} as manager, ${AGENCY_LOST} as agency
  from app.service_request r join app.case_file c on c.case_id = r.case_id
  where r.request_id = $1 and r.next_fire_at is not null`;

const NOTICE = `
  insert into app.staff_notice (kind, subject_id, case_id, reference, template, noted_at, recipient_user_id)
  select 'service-request', $1::uuid, $2::uuid, $3, 'work-overdue', $4::timestamptz, told.user_id`;

/** The people of the team that the service named as its inbox, else everybody of the agency who answers requests. */
export const TELL_SERVICE = `${NOTICE}
  from (
    select u.user_id from app.staff_user u
    where u.agency_id = $5::uuid and u.state = 'active'
      and u.role in ('provider-worker', 'provider-coordinator')
      and (u.role = 'provider-coordinator' or $6::text is null or u.team_id::text = $6::text)
      and not app.user_is_behind_wall($2::uuid, u.user_id)
  ) told on conflict do nothing`;

/** Whoever owns the case; a duty lead is told of what is overdue anyway. */
export const TELL_DESK = `${NOTICE}
  from (
    select c.owner_user_id as user_id from app.case_file c
    where c.case_id = $2::uuid and c.owner_user_id is not null and c.handling_agency_id = $5::uuid
      and not app.user_is_behind_wall($2::uuid, c.owner_user_id)
  ) told on conflict do nothing`;

/** The manager it landed on, or who took it on; everybody of that height when there is none. */
export const TELL_MANAGER = `${NOTICE}
  from app.staff_to_tell($2::uuid, $5::uuid, $6::uuid, 'service-manager') told(user_id)
  on conflict do nothing`;

export const MANAGER_FOR = `
  select told.user_id as id from app.staff_to_tell($1::uuid, $2::uuid, null, 'service-manager') told(user_id)
  order by told.user_id = $3::uuid desc nulls last, told.user_id limit 1`;
