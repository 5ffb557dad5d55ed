import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowSealed, allowSeen } from './allow-codes';

/**
 * People whom nobody may find by a name or take for somebody else: those who give a pseudonym at the referral centre,
 * and supporters, who are people of their own. While such a pathway stands the person is marked in no index and
 * compared with nobody, whatever writes. A report to the police comes later, by the person's own act alone.
 */
export class OpenOwnPathways1790000000064 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(POLICIES);
    await runner.query(GUARDS);
    await runner.query(allowSealed('sarc-code', 'support-note'));
    await runner.query(allowSeen('sarc-code', 'support-note'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger never_compare_own_pathway on app.match_review;
      drop trigger never_match_own_pathway on app.match_task;
      drop trigger never_mark_own_pathway on vault.search_mark;
      drop function app.refuse_own_pathway_pair(), app.skip_own_pathway_task(), app.skip_own_pathway_mark(),
        app.on_own_pathway(uuid);
      drop table app.police_link, app.own_pathway;
    `);
  }
}

const TABLES = `
  create table app.own_pathway (
    person_id uuid primary key,
    case_id uuid not null,
    handling_agency_id uuid not null,
    kind text not null,
    relation text,
    opened_by uuid not null,
    opened_at timestamptz not null,
    ended text,
    ended_by uuid,
    ended_at timestamptz,
    constraint own_pathway_of_person foreign key (person_id) references app.person,
    constraint own_pathway_of_case foreign key (case_id) references app.case_file,
    constraint own_pathway_by_agency foreign key (handling_agency_id) references app.agency,
    constraint own_pathway_opened_by foreign key (opened_by) references app.staff_user,
    constraint own_pathway_ended_by foreign key (ended_by) references app.staff_user,
    constraint own_pathway_kind_known check (kind in ('anonymous', 'supporter')),
    constraint own_pathway_relation_of_supporter check ((kind = 'supporter') = (relation is not null)),
    constraint own_pathway_relation_known check (
      relation in ('parent-or-carer', 'partner', 'family', 'friend', 'other')
    ),
    constraint own_pathway_end_known check (ended in ('told-the-police')),
    constraint own_pathway_ended_whole check (num_nonnulls(ended, ended_by, ended_at) in (0, 3)),
    constraint own_pathway_supporter_stays check (kind <> 'supporter' or ended is null)
  );
  create index own_pathway_by_case on app.own_pathway (case_id);

  create table app.police_link (
    case_id uuid primary key,
    person_id uuid not null,
    handling_agency_id uuid not null,
    police_agency_id uuid not null,
    reported_on date not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    number_checked_by uuid,
    number_checked_at timestamptz,
    constraint police_link_of_case foreign key (case_id) references app.case_file,
    constraint police_link_of_person foreign key (person_id) references app.person,
    constraint police_link_by_agency foreign key (handling_agency_id) references app.agency,
    constraint police_link_to_police foreign key (police_agency_id) references app.agency,
    constraint police_link_recorded_by foreign key (recorded_by) references app.staff_user,
    constraint police_link_checked_by foreign key (number_checked_by) references app.staff_user,
    constraint police_link_checked_whole check ((number_checked_by is null) = (number_checked_at is null)),
    constraint police_link_checked_by_another check (number_checked_by <> recorded_by)
  );
  create index police_link_by_person on app.police_link (person_id);
`;

const OWN_AGENCY = 'handling_agency_id = (select app.claim_agency())';
const HANDLER = `(select app.handles_cases()) and ${OWN_AGENCY}`;
const CALLER = `(select app.claim_role()) in ('first-responder', 'duty-lead') and ${OWN_AGENCY}`;

const POLICIES = `
  ${['own_pathway', 'police_link']
    .map(
      (table) => `
    alter table app.${table} enable row level security;
    alter table app.${table} force row level security;
    create policy service_works on app.${table} for select to waymark_worker using (true);
    create policy handler_sees on app.${table} for select to waymark_web using (${HANDLER});
    create policy auditor_sees on app.${table} for select to waymark_web
      using ((select app.claim_role()) = 'auditor');
    grant select, insert on app.${table} to waymark_web;
    grant select on app.${table} to waymark_worker;
    select app.put_behind_walls('app.${table}');
    select app.open_to_subject_packs('app.${table}');`,
    )
    .join('\n')}

  -- In the transaction that brings the person and by whoever brings them: nobody takes somebody out of what is compared
  -- later. The referral centre writes one and reads none.
  create policy referrer_opens on app.own_pathway for insert to waymark_web with check (
    (select app.may_refer()) and opened_by = (select app.claim_user()) and ended is null and exists (
      select 1 from app.referral r where r.person_id = own_pathway.person_id
        and r.source <> 'police' and (own_pathway.kind <> 'supporter' or r.source = 'self')
        and r.referred_by = (select app.claim_user()) and r.handling_agency_id = own_pathway.handling_agency_id
        and r.xmin = pg_current_xact_id()::xid
    )
  );
  create policy caller_ends on app.own_pathway for update to waymark_web using (${CALLER} and ended is null)
    with check (ended_by = (select app.claim_user()));
  grant update (ended, ended_by, ended_at) on app.own_pathway to waymark_web;
  create policy caller_links on app.police_link for insert to waymark_web with check (
    ${CALLER} and recorded_by = (select app.claim_user()) and exists (
      select 1 from app.case_file c join app.referral r on r.referral_id = c.referral_id
      where c.case_id = police_link.case_id and c.person_id = police_link.person_id
        and c.handling_agency_id = police_link.handling_agency_id and r.source <> 'police'
    ) and exists (
      select 1 from app.agency a where a.agency_id = police_link.police_agency_id and a.kind = 'police'
    ) and number_checked_by is null
  );
  -- A wrong number would pair the person with somebody else's referral, so another colleague reads it first.
  create policy another_checks on app.police_link for update to waymark_web
    using (${CALLER} and number_checked_by is null and recorded_by <> (select app.claim_user()))
    with check (number_checked_by = (select app.claim_user()));
  grant update (number_checked_by, number_checked_at) on app.police_link to waymark_web;
`;

/** Whatever marks, queues or pairs people, now or later: not these. The functions read as the owner of the tables. */
const GUARDS = `
  create function app.on_own_pathway(person uuid) returns boolean
    language sql stable security definer set search_path = '' as $$
    select exists (select 1 from app.own_pathway o where o.person_id = person and o.ended_at is null)
  $$;
  revoke execute on function app.on_own_pathway from public;

  create function app.skip_own_pathway_mark() returns trigger
    language plpgsql security definer set search_path = '' as $$
  begin
    if app.on_own_pathway(new.person_id) then return null; end if;
    return new;
  end $$;
  create trigger never_mark_own_pathway before insert on vault.search_mark
    for each row execute function app.skip_own_pathway_mark();

  create function app.skip_own_pathway_task() returns trigger
    language plpgsql security definer set search_path = '' as $$
  begin
    if exists (
      select 1 from app.referral r where r.referral_id = new.referral_id and app.on_own_pathway(r.person_id)
    ) then return null; end if;
    return new;
  end $$;
  create trigger never_match_own_pathway before insert on app.match_task
    for each row execute function app.skip_own_pathway_task();

  create function app.refuse_own_pathway_pair() returns trigger
    language plpgsql security definer set search_path = '' as $$
  begin
    if app.on_own_pathway(new.person_id) or app.on_own_pathway(new.other_person_id) then
      raise exception 'somebody on a pathway of their own is paired with nobody' using errcode = '42501';
    end if;
    return new;
  end $$;
  create trigger never_compare_own_pathway before insert on app.match_review
    for each row execute function app.refuse_own_pathway_pair();
`;
