import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One plan a case: who leads it, who is in touch next, and what the person need not be asked again; never what was
 * said. A service reads its own part and whether another service leads; which one, and the rest, as far as the person agreed,
 * asked afresh on every read (P6).
 */
export class ShareOnePlan1790000000068 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(FUNCTIONS);
    await runner.query(POLICIES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${PLAN_SUBJECTS.map(({ policy }) => `drop policy ${policy} on app.journal;`).join('\n')}
      drop table app.plan_topic, app.plan_contact, app.plan_lead;
      drop function app.plan_supporters(uuid), app.shared_case_closed(uuid), app.other_service_leads(uuid),
        app.plan_lead_stands(uuid, uuid, uuid),
        app.case_shared_with(uuid, uuid), app.case_shared_with_me(uuid);
    `);
  }
}

const OF_CASE = (table: string) => `
    case_id uuid not null,
    person_id uuid not null,
    handling_agency_id uuid not null,
    agency_id uuid not null,
    constraint ${table}_of_case foreign key (case_id) references app.case_file,
    constraint ${table}_of_person foreign key (person_id) references app.person,
    constraint ${table}_of_agency foreign key (agency_id) references app.agency,`;

const TABLES = `
  create table app.plan_lead (
    lead_id uuid primary key,
    ${OF_CASE('plan_lead')}
    reference text not null,
    user_id uuid,
    offered_by uuid not null,
    offered_at timestamptz not null,
    state text not null default 'offered',
    decided_at timestamptz,
    ending text,
    revision integer not null default 1,
    constraint plan_lead_by_user foreign key (user_id) references app.staff_user,
    constraint plan_lead_offered_by_user foreign key (offered_by) references app.staff_user,
    constraint plan_lead_goes_elsewhere check (agency_id <> handling_agency_id),
    constraint plan_lead_state_known check (
      state in ('offered', 'leading', 'returning', 'declined', 'withdrawn', 'ended')
    ),
    constraint plan_lead_is_somebody check (state not in ('leading', 'returning') or user_id is not null),
    constraint plan_lead_decided_has_time check ((state = 'offered') = (decided_at is null)),
    constraint plan_lead_ended_says_why check ((state = 'ended') = (ending is not null)),
    constraint plan_lead_ending_known check (
      ending in ('taken-back', 'sharing-ended', 'worker-left', 'case-closed')
    )
  );
  create unique index plan_lead_one_live on app.plan_lead (case_id)
    where state in ('offered', 'leading', 'returning');
  create index plan_lead_by_case on app.plan_lead (case_id, offered_at);
  create index plan_lead_of_agency on app.plan_lead (agency_id) where state in ('offered', 'leading', 'returning');

  create table app.plan_contact (
    contact_id uuid primary key,
    ${OF_CASE('plan_contact')}
    user_id uuid not null,
    way text not null,
    at timestamptz not null,
    state text not null default 'planned',
    recorded_at timestamptz not null,
    decided_at timestamptz,
    revision integer not null default 1,
    constraint plan_contact_by_user foreign key (user_id) references app.staff_user,
    constraint plan_contact_way_known check (
      way in ('call', 'visit', 'appointment', 'video', 'message', 'review')
    ),
    constraint plan_contact_state_known check (state in ('planned', 'happened', 'not-happened', 'cancelled')),
    constraint plan_contact_decided_has_time check ((state = 'planned') = (decided_at is null)),
    constraint plan_contact_planned_ahead check (at > recorded_at)
  );
  create index plan_contact_by_case on app.plan_contact (case_id, at);

  create table app.plan_topic (
    topic_id uuid primary key,
    ${OF_CASE('plan_topic')}
    topic text not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    ended_at timestamptz,
    revision integer not null default 1,
    constraint plan_topic_by_user foreign key (recorded_by) references app.staff_user,
    constraint plan_topic_known check (topic in (
      'what-happened', 'police-and-court', 'how-to-contact', 'home-and-safety', 'health', 'children-and-family',
      'access-and-language', 'what-they-want'
    ))
  );
  create unique index plan_topic_once on app.plan_topic (case_id, topic, agency_id) where ended_at is null;
`;

const FUNCTIONS = `
  -- Whether anything of this case is shared with the reader's agency right now, with a ground for it.
  create function app.case_shared_with_me(of_case uuid) returns boolean language sql stable as $$
    select app.works_at_provider() and exists (
      select 1 from app.share s where s.case_id = of_case and s.agency_id = app.claim_agency() and s.state = 'open'
        and exists (select 1 from unnest(s.data_classes) what where app.shared_with_me(s.person_id, what))
    )
  $$;

  -- For the functions below alone: nobody may call it.
  create function app.case_shared_with(of_case uuid, agency uuid) returns boolean
    language sql stable security definer set search_path = '' as $$
    select exists (
      select 1 from app.share s where s.case_id = of_case and s.agency_id = agency and s.state = 'open'
        and exists (
          select 1 from unnest(s.data_classes) what
          where app.consent_stands(s.person_id, 'agency:' || s.agency_id::text, s.purpose, what)
            or app.override_covers(s.person_id, 'agency:' || s.agency_id::text, s.purpose, what)
        )
    )
  $$;

  -- Whether a lead elsewhere still stands: the other agency's share and staff are not the reader's to see. Timers ask of
  -- every case, the desk of its own, a service of its own lead and of one whose name the person lets it read.
  create function app.plan_lead_stands(of_case uuid, agency uuid, worker uuid)
    returns table (sharing boolean, worker_active boolean)
    language sql stable security definer set search_path = '' as $$
    select app.case_shared_with(of_case, agency), exists (
      select 1 from app.staff_user u where u.user_id = worker and u.agency_id = agency and u.state = 'active'
    )
    where app.claim_role() = 'service' or (
      of_case not in (select b.case_id from app.behind_wall() b) and (
        (app.handles_cases() and exists (
          select 1 from app.case_file c where c.case_id = of_case and c.handling_agency_id = app.claim_agency()
        ))
        or (app.case_shared_with_me(of_case) and exists (
          select 1 from app.plan_lead l where l.case_id = of_case and l.agency_id = agency
            and (agency = app.claim_agency() or app.shared_with_me(l.person_id, 'support-fact'))
        ))
      )
    )
  $$;

  -- Whether a service other than the reader's leads: all that a plan says of it to whoever may not read which.
  create function app.other_service_leads(of_case uuid) returns boolean
    language sql stable security definer set search_path = '' as $$
    select of_case not in (select b.case_id from app.behind_wall() b) and app.case_shared_with_me(of_case)
      and exists (
        select 1 from app.plan_lead l join app.staff_user u on u.user_id = l.user_id
        where l.case_id = of_case and l.agency_id <> app.claim_agency() and l.state in ('leading', 'returning')
          and u.agency_id = l.agency_id and u.state = 'active' and app.case_shared_with(of_case, l.agency_id)
      )
  $$;
  -- Whether the case behind a plan that the reader's service may open is closed: then nothing is added to it.
  create function app.shared_case_closed(of_case uuid) returns boolean
    language sql stable security definer set search_path = '' as $$
    select app.case_shared_with_me(of_case)
      and exists (select 1 from app.case_file c where c.case_id = of_case and c.closed_at is not null)
  $$;
  revoke execute on function app.case_shared_with, app.plan_lead_stands, app.other_service_leads,
    app.shared_case_closed from public;
  grant execute on function app.shared_case_closed to waymark_web;
  grant execute on function app.plan_lead_stands to waymark_web, waymark_worker;
  grant execute on function app.other_service_leads to waymark_web;

  -- Who supports the person of a case, in so far as the reader may know it: the desk of all, a service of itself, and of
  -- the others with consent for the fact of support.
  create function app.plan_supporters(of_case uuid)
    returns table (agency_id uuid, support_kind text, since timestamptz)
    language sql stable security definer set search_path = '' as $$
    with giving as (
      select s.agency_id, null::text as support_kind, s.opened_at as since, s.person_id, s.handling_agency_id
      from app.share s where s.case_id = of_case and s.state = 'open'
      union all
      select r.agency_id, r.kind, r.decided_at, r.person_id, r.handling_agency_id
      from app.service_request r where r.case_id = of_case and r.state in ('waiting', 'allocated', 'active')
    )
    select g.agency_id, g.support_kind, min(g.since) from giving g
    where of_case not in (select b.case_id from app.behind_wall() b) and (
      (app.handles_cases() and g.handling_agency_id = app.claim_agency())
      or (app.case_shared_with_me(of_case)
        and (g.agency_id = app.claim_agency() or app.shared_with_me(g.person_id, 'support-fact')))
    )
    group by g.agency_id, g.support_kind
  $$;
  revoke execute on function app.plan_supporters from public;
  grant execute on function app.plan_supporters to waymark_web;
`;

const ME = '(select app.claim_user())';
const MINE = 'agency_id = (select app.claim_agency())';
const HANDLER = `(select app.handles_cases()) and handling_agency_id = (select app.claim_agency())`;
const CALLER = `(select app.claim_role()) in ('first-responder', 'duty-lead') and ${HANDLER}`;
const SHARER = (table: string) =>
  `(select app.works_at_provider()) and app.case_shared_with_me(${table}.case_id)`;
const OWN_CASE = (table: string) => `exists (
  select 1 from app.case_file c where c.case_id = ${table}.case_id and c.person_id = ${table}.person_id
    and c.handling_agency_id = ${table}.handling_agency_id and c.closed_at is null)`;
const SHARED_CASE = (table: string) => `exists (
  select 1 from app.share s where s.case_id = ${table}.case_id and s.person_id = ${table}.person_id
    and s.handling_agency_id = ${table}.handling_agency_id and s.agency_id = (select app.claim_agency()))`;
/** Which class opens a topic to another service: \`TOPIC_CLASS\` of domain/plan. */
const OF_TOPIC = `case topic when 'what-happened' then 'incident' when 'police-and-court' then 'investigation'
  when 'how-to-contact' then 'safe-contact' else 'needs' end`;

const PLAN_SUBJECTS = [
  { policy: 'plan_lead_reads_back', kind: 'plan-lead', table: 'plan_lead', key: 'lead_id' },
  { policy: 'plan_contact_reads_back', kind: 'plan-contact', table: 'plan_contact', key: 'contact_id' },
  { policy: 'plan_topic_reads_back', kind: 'plan-topic', table: 'plan_topic', key: 'topic_id' },
] as const;

/** Rows that somebody of the desk, or of a service that the case is shared with, adds in their own name. */
const added = (table: string, by: string) => `
  create policy caller_adds on app.${table} for insert to waymark_web with check (
    ${CALLER} and ${MINE} and ${by} = ${ME} and ${OWN_CASE(table)}
  );
  create policy service_adds on app.${table} for insert to waymark_web with check (
    ${SHARER(table)} and ${MINE} and ${by} = ${ME} and ${SHARED_CASE(table)}
    and not app.shared_case_closed(${table}.case_id)
  );
  create policy own_service_changes on app.${table} for update to waymark_web using (
    ${MINE} and ((${CALLER}) or (${SHARER(table)}))
  );`;

const POLICIES = `
  ${PLAN_SUBJECTS.map(
    ({ policy, kind, table, key }) => `
    alter table app.${table} enable row level security;
    alter table app.${table} force row level security;
    create policy service_works on app.${table} to waymark_worker using (true) with check (true);
    create policy handler_sees on app.${table} for select to waymark_web using (${HANDLER});
    create policy auditor_sees on app.${table} for select to waymark_web
      using ((select app.claim_role()) = 'auditor');
    grant select, insert on app.${table} to waymark_web;
    grant select on app.${table} to waymark_worker;
    select app.put_behind_walls('app.${table}');
    select app.open_to_subject_packs('app.${table}');
    create policy ${policy} on app.journal for select to waymark_web using (
      subject_kind = '${kind}' and exists (select 1 from app.${table} t where t.${key} = journal.subject_id)
    );`,
  ).join('\n')}

  create policy service_sees on app.plan_lead for select to waymark_web using (
    ${SHARER('plan_lead')} and (
      ${MINE} or (state in ('leading', 'returning') and app.shared_with_me(plan_lead.person_id, 'support-fact'))
    )
  );
  create policy caller_offers on app.plan_lead for insert to waymark_web with check (
    ${CALLER} and offered_by = ${ME} and state = 'offered' and ${OWN_CASE('plan_lead')} and exists (
      select 1 from app.share s where s.case_id = plan_lead.case_id and s.agency_id = plan_lead.agency_id
        and s.state = 'open'
    )
  );
  create policy caller_takes_back on app.plan_lead for update to waymark_web using (
    ${CALLER} and state in ('offered', 'leading', 'returning')
  ) with check (state in ('withdrawn', 'leading', 'ended'));
  create policy service_answers on app.plan_lead for update to waymark_web using (
    ${SHARER('plan_lead')} and ${MINE} and state in ('offered', 'leading')
  ) with check (${MINE} and ((state = 'declined') or (state in ('leading', 'returning') and user_id = ${ME})));
  grant update (state, user_id, decided_at, ending, revision) on app.plan_lead to waymark_web, waymark_worker;

  create policy service_sees on app.plan_contact for select to waymark_web using (
    ${SHARER('plan_contact')} and (${MINE} or app.shared_with_me(plan_contact.person_id, 'support-fact'))
  );
  ${added('plan_contact', 'user_id')}
  grant update (state, decided_at, revision) on app.plan_contact to waymark_web;

  create policy service_sees on app.plan_topic for select to waymark_web using (
    ${SHARER('plan_topic')} and (${MINE} or app.shared_with_me(plan_topic.person_id, ${OF_TOPIC}))
  );
  ${added('plan_topic', 'recorded_by')}
  grant update (ended_at, revision) on app.plan_topic to waymark_web;
`;
