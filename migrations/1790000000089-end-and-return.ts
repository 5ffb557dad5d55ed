import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How an episode of support ended, and what the person wants of us afterwards; and deaths, which stop everything that
 * is under way for somebody in the transaction that records them, keep the record from all but duty leads and the
 * data-protection officer, and can be taken back when they were recorded by mistake.
 */
export class EndAndReturn1790000000089 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(RESTRICTING);
    await runner.query(FUNCTIONS);
    await runner.query(POLICIES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.take_back_death(uuid), app.restrict_for_death(uuid), app.stop_for_death(uuid, uuid),
        app.last_episode_of(uuid);
      ${STOPPED.map((table) => `drop policy death_keeper on app.${table};`).join('\n')}
      drop policy death_keeper on app.person;
      drop policy death_keeper on app.contact_stop;
      drop trigger death_keeps_restriction on app.person;
      drop function app.keep_restriction_of_death();
      drop table app.death_record, app.case_ending;
      alter table app.person disable trigger user;
      update app.person set restricted_at = null where restricted_by_request is null;
      alter table app.person enable trigger user;
      alter table app.person drop constraint person_restricted_for_a_reason, drop column restricted_by_death,
        add constraint person_restricted_by_request check ((restricted_at is null) = (restricted_by_request is null));
      delete from app.contact_stop where mistaken;
      alter table app.contact_stop drop constraint contact_stop_of_the_dead_stays, drop column mistaken,
        add constraint contact_stop_of_the_dead_stays check (cause <> 'died' or lifted_at is null);
    `);
  }
}

const REASONS = [
  'needs-met',
  'person-ended',
  'lost-contact',
  'moved',
  'declined',
  'transferred',
  'died',
  'ineligible',
  'safety',
];
const KINDS = [
  'isva',
  'child-isva',
  'sarc',
  'counselling',
  'family-support',
  'victim-support',
  'idva',
  'gp',
  'sexual-health',
  'mental-health',
  'out-of-area',
];
const list = (codes: readonly string[]) => codes.map((code) => `'${code}'`).join(', ');

const TABLES = `
  create table app.case_ending (
    ending_id uuid primary key,
    case_id uuid not null,
    person_id uuid not null,
    handling_agency_id uuid not null,
    reason text not null,
    received text[] not null,
    door text not null,
    feedback text not null,
    reopening text not null,
    same_worker text not null,
    worker_user_id uuid,
    keep_until_at timestamptz not null,
    keep_outcome text not null,
    schedule_version integer not null,
    check_in_on date,
    ended_by uuid,
    ended_at timestamptz not null,
    undone_at timestamptz,
    undone_by uuid,
    revision integer not null default 1,
    constraint case_ending_of_case foreign key (case_id) references app.case_file,
    constraint case_ending_of_person foreign key (person_id) references app.person,
    constraint case_ending_by_agency foreign key (handling_agency_id) references app.agency,
    constraint case_ending_by_user foreign key (ended_by) references app.staff_user,
    constraint case_ending_undone_by_user foreign key (undone_by) references app.staff_user,
    constraint case_ending_last_worker foreign key (worker_user_id) references app.staff_user,
    constraint case_ending_reason_known check (reason in (${list(REASONS)})),
    constraint case_ending_received_known check (received <@ array[${list(KINDS)}]),
    constraint case_ending_door_known check (door in ('any-time', 'they-will-say', 'not-asked')),
    constraint case_ending_feedback_known check (feedback in ('yes', 'no', 'not-asked')),
    constraint case_ending_reopening_known check (reopening in ('yes', 'no', 'not-asked')),
    constraint case_ending_same_worker_known check (same_worker in ('yes', 'no', 'not-asked')),
    constraint case_ending_kept_after check (keep_until_at > ended_at),
    constraint case_ending_keep_outcome_known check (
      keep_outcome in ('child', 'died', 'duplicate', 'redirected', 'spoken-with', 'not-reached')
    ),
    constraint case_ending_of_the_dead_asks_nothing check (
      reason <> 'died' or (door = 'not-asked' and feedback = 'not-asked' and check_in_on is null)
    ),
    constraint case_ending_undone_whole check ((undone_at is null) = (undone_by is null))
  );
  create unique index case_ending_stands_once on app.case_ending (case_id) where undone_at is null;
  create index case_ending_by_person on app.case_ending (person_id, ended_at);

  create table app.death_record (
    death_id uuid primary key,
    person_id uuid not null,
    case_id uuid not null,
    handling_agency_id uuid not null,
    told_by text not null,
    died_on date,
    family text not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    closed_cases uuid[] not null,
    mistaken_because text,
    corrected_by uuid,
    corrected_at timestamptz,
    revision integer not null default 1,
    constraint death_record_of_person foreign key (person_id) references app.person,
    constraint death_record_of_case foreign key (case_id) references app.case_file,
    constraint death_record_by_agency foreign key (handling_agency_id) references app.agency,
    constraint death_record_by_user foreign key (recorded_by) references app.staff_user,
    constraint death_record_corrected_by_user foreign key (corrected_by) references app.staff_user,
    constraint death_record_told_by_known check (told_by in ('police', 'family', 'another-service', 'coroner', 'other')),
    constraint death_record_family_known check (family in ('wants-support', 'to-be-asked', 'none-known')),
    constraint death_record_mistake_known check (mistaken_because in ('another-person', 'was-told-wrongly', 'typed-wrongly')),
    constraint death_record_corrected_whole check (
      num_nonnulls(mistaken_because, corrected_by, corrected_at) in (0, 3)
    )
  );
  create unique index death_record_stands_once on app.death_record (person_id) where corrected_at is null;
  create index death_record_by_case on app.death_record (case_id);
`;

/** A record that a death restricts stays so whatever becomes of a request that restricts it as well. */
const RESTRICTING = `
  alter table app.person add column restricted_by_death uuid,
    drop constraint person_restricted_by_request,
    add constraint person_restricted_for_a_reason check (
      (restricted_at is null) = (restricted_by_request is null and restricted_by_death is null)
    );
  create function app.keep_restriction_of_death() returns trigger language plpgsql as $$
  begin
    if new.restricted_at is null and new.restricted_by_death is not null then
      new.restricted_at := old.restricted_at;
    end if;
    return new;
  end $$;
  create trigger death_keeps_restriction before update of restricted_at on app.person
    for each row execute function app.keep_restriction_of_death();

  alter table app.contact_stop add column mistaken boolean not null default false,
    drop constraint contact_stop_of_the_dead_stays,
    add constraint contact_stop_of_the_dead_stays check (cause <> 'died' or lifted_at is null or mistaken);
`;

/** What a death stops besides what its use case ends by the rules of each feature. */
const STOPPED = [
  'support_task',
  'plan_contact',
  'plan_lead',
  'urgent_page',
  'safety_review',
  'contact_recheck',
  'case_claim',
];

const FUNCTIONS = `
  ${STOPPED.map(
    (table) => `create policy death_keeper on app.${table} to current_user using (true) with check (true);`,
  ).join('\n')}
  create policy death_keeper on app.person to current_user using (true) with check (true);
  create policy death_keeper on app.contact_stop for update to current_user using (true) with check (true);

  -- In the transaction that records a death: what else is under way for the person, at the desk and at services alike,
  -- on every case of theirs. Only with a stop for a death in force, so that it can end nothing else.
  create function app.stop_for_death(of_person uuid, by_whom uuid)
    returns table (kind text, subject_id uuid, case_id uuid, event_type text, reason text, payload jsonb)
    language plpgsql security definer set search_path = '' as $$
  begin
    if not exists (
      select 1 from app.contact_stop s where s.person_id = of_person and s.cause = 'died' and s.lifted_at is null
    ) or not (app.claim_role() = 'service' or (
      app.claim_role() in ('first-responder', 'duty-lead') and exists (
        select 1 from app.case_file c where c.person_id = of_person and c.handling_agency_id = app.claim_agency()
      )
    )) then
      raise exception 'no death stands for this person' using errcode = '42501';
    end if;
    return query update app.support_task t set state = 'withdrawn', outcome = 'contact-stopped', settled_by = by_whom,
        settled_at = app.service_now(), revision = t.revision + 1
      where t.person_id = of_person and t.state in ('planned', 'open', 'sent')
      returning 'support-task', t.task_id, t.case_id, 'support-task.withdrawn', 'contact-stopped', jsonb_build_object('kind', t.kind);
    return query update app.plan_contact t set state = 'cancelled', decided_at = app.service_now(),
        revision = t.revision + 1
      where t.person_id = of_person and t.state = 'planned' 
      returning 'plan-contact', t.contact_id, t.case_id, 'plan-contact.cancelled', null::text,
        jsonb_build_object('agencyId', t.agency_id, 'userId', t.user_id, 'way', t.way);
    return query update app.plan_lead t set
        state = case t.state when 'offered' then 'withdrawn' else 'ended' end,
        ending = case t.state when 'offered' then null else 'case-closed' end,
        decided_at = app.service_now(), revision = t.revision + 1
      where t.person_id = of_person and t.state in ('offered', 'leading', 'returning')
      returning 'plan-lead', t.lead_id, t.case_id, 'plan-lead.' || t.state, t.ending,
        jsonb_build_object('agencyId', t.agency_id, 'userId', t.user_id);
    return query update app.urgent_page t set state = 'settled', next_step_at = null, revision = t.revision + 1
      from app.case_file c where c.case_id = t.case_id and c.person_id = of_person and t.state = 'open'
      returning 'urgent-page', t.page_id, t.case_id, 'urgent-page.settled', 'died', '{}'::jsonb;
    return query update app.safety_review t set state = 'answered', answer = 'out-of-use', answered_by = coalesce(by_whom,
          (select s.stopped_by from app.contact_stop s where s.person_id = of_person and s.cause = 'died'
             and s.lifted_at is null)),
        answered_at = app.service_now(), revision = t.revision + 1
      where t.person_id = of_person and t.state = 'open' 
      returning 'safety-review', t.review_id, t.case_id, 'safety-review.answered', t.answer, '{}'::jsonb;
    return query update app.contact_recheck t set state = 'not-needed', reason = 'no-contact-wanted',
        settled_by = coalesce(by_whom,
          (select s.stopped_by from app.contact_stop s where s.person_id = of_person and s.cause = 'died'
             and s.lifted_at is null)),
        settled_at = app.service_now(), revision = t.revision + 1
      where t.person_id = of_person and t.state = 'open' 
      returning 'contact-recheck', t.recheck_id, t.case_id, 'contact-recheck.not-needed', t.reason, '{}'::jsonb;
    delete from app.case_claim k using app.case_file c where c.case_id = k.case_id and c.person_id = of_person;
  end $$;

  -- The last step of recording a death: from here on whoever recorded it may not see the record either.
  create function app.restrict_for_death(death uuid) returns void
    language plpgsql security definer set search_path = '' as $$
  begin
    update app.person p set restricted_at = coalesce(p.restricted_at, d.recorded_at), restricted_by_death = d.death_id
    from app.death_record d where d.death_id = death and d.person_id = p.person_id and d.corrected_at is null
      and d.recorded_by = app.claim_user() and d.handling_agency_id = app.claim_agency();
    if not found then raise exception 'this death is not the actor’s' using errcode = '42501'; end if;
  end $$;

  -- A death that was recorded by mistake: the stop is lifted and the record open again, before anything else is done.
  create function app.take_back_death(death uuid) returns void
    language plpgsql security definer set search_path = '' as $$
  begin
    if app.claim_role() <> 'duty-lead' then raise exception 'a duty lead takes it back' using errcode = '42501'; end if;
    update app.person p set restricted_by_death = null,
        restricted_at = case when p.restricted_by_request is null then null else p.restricted_at end
      from app.death_record d where d.death_id = death and d.person_id = p.person_id
        and d.handling_agency_id = app.claim_agency() and d.corrected_at is not null
        and d.corrected_by = app.claim_user() and p.restricted_by_death = d.death_id;
    if not found then raise exception 'this death is not corrected' using errcode = '42501'; end if;
    update app.contact_stop s set lifted_by = app.claim_user(), lifted_at = app.service_now(), mistaken = true
      from app.death_record d where d.death_id = death and s.person_id = d.person_id and s.cause = 'died'
        and s.lifted_at is null;
  end $$;

  -- How the episode before this case ended and who answered for it, for whoever handles both.
  create function app.last_episode_of(of_case uuid)
    returns table (case_id uuid, reference text, reason text, ended_at timestamptz, same_worker text, worker_user_id uuid)
    language sql stable as $$
    select o.case_id, o.reference, e.reason, e.ended_at, e.same_worker, e.worker_user_id
    from app.case_file c join app.case_file o on o.person_id = c.person_id and o.case_id <> c.case_id
    join app.case_ending e on e.case_id = o.case_id and e.undone_at is null
    where c.case_id = of_case and e.ended_at <= c.opened_at
    order by e.ended_at desc limit 1
  $$;

  revoke execute on function app.stop_for_death, app.restrict_for_death, app.take_back_death from public;
  grant execute on function app.stop_for_death to waymark_web, waymark_worker;
  grant execute on function app.restrict_for_death, app.take_back_death to waymark_web;
`;

const OWN_AGENCY = 'handling_agency_id = (select app.claim_agency())';
const HANDLER = `(select app.handles_cases()) and ${OWN_AGENCY}`;
const CALLER = `(select app.claim_role()) in ('first-responder', 'duty-lead') and ${OWN_AGENCY}`;
const OF_OWN_CASE = (table: string) => `exists (
  select 1 from app.case_file c where c.case_id = ${table}.case_id and c.person_id = ${table}.person_id
    and c.handling_agency_id = ${table}.handling_agency_id)`;

const POLICIES = `
  ${['case_ending', 'death_record']
    .map(
      (table) => `
    alter table app.${table} enable row level security;
    alter table app.${table} force row level security;
    create policy service_works on app.${table} to waymark_worker using (true) with check (true);
    create policy handler_sees on app.${table} for select to waymark_web using (${HANDLER});
    create policy auditor_sees on app.${table} for select to waymark_web
      using ((select app.claim_role()) = 'auditor');
    grant select, insert on app.${table} to waymark_web;
    grant select on app.${table} to waymark_worker;
    select app.put_behind_walls('app.${table}');
    select app.open_to_subject_packs('app.${table}');`,
    )
    .join('\n')}
  create policy caller_ends on app.case_ending for insert to waymark_web with check (
    ${CALLER} and ended_by = (select app.claim_user()) and undone_at is null and ${OF_OWN_CASE('case_ending')}
  );
  create policy lead_undoes on app.case_ending for update to waymark_web
    using ((select app.claim_role()) = 'duty-lead' and ${OWN_AGENCY} and undone_at is null)
    with check (undone_by = (select app.claim_user()));
  grant update (undone_at, undone_by, revision) on app.case_ending to waymark_web;
  grant insert on app.case_ending to waymark_worker;

  create policy data_desk_sees on app.death_record for select to waymark_web using (
    (select app.claim_role()) = 'data-protection-officer' and ${OWN_AGENCY}
  );
  create policy caller_records on app.death_record for insert to waymark_web with check (
    ${CALLER} and recorded_by = (select app.claim_user()) and corrected_at is null and ${OF_OWN_CASE('death_record')}
  );
  create policy lead_corrects on app.death_record for update to waymark_web
    using ((select app.claim_role()) = 'duty-lead' and ${OWN_AGENCY} and corrected_at is null)
    with check (corrected_by = (select app.claim_user()));
  grant update (mistaken_because, corrected_by, corrected_at, revision) on app.death_record to waymark_web;
`;
