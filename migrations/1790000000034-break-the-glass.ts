import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowSealed, allowSeen } from './allow-codes';
import { CLAIMED, DEFINER, NOTHING_OPENED, standsBefore } from './1790000000033-build-walls-around-cases';

/** Break-glass opens one walled case for one hour to one person of its agency, tells the leads and is reviewed. */
export class BreakTheGlass1790000000034 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(OPENED);
    await runner.query(BREAKABLE);
    await runner.query(POLICIES);
    await runner.query(allowSealed('break-glass-note'));
    await runner.query(allowSeen('break-glass-note'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy opener_seals on vault.person_record;
      drop policy privacy_officer_reads on vault.person_record;
      drop policy privacy_officer_reviews on app.journal;
      drop policy glass_user_reads_back on app.journal;
      ${NOTHING_OPENED}
      drop table app.break_glass_notice, app.break_glass cascade;
      drop function app.breakable_case(text);
      alter table app.sent_message drop column glass_ids;
    `);
  }
}

const TABLES = `
  create table app.break_glass (
    grant_id uuid primary key,
    case_id uuid not null,
    person_id uuid not null,
    reference text not null,
    handling_agency_id uuid not null,
    user_id uuid not null,
    reason text not null,
    proven_at timestamptz not null,
    granted_at timestamptz not null,
    until_at timestamptz not null,
    review_due_at timestamptz not null,
    review text,
    reviewed_by uuid,
    reviewed_at timestamptz,
    revision integer not null default 1,
    constraint break_glass_of_case foreign key (case_id) references app.case_file,
    constraint break_glass_by_user foreign key (user_id) references app.staff_user,
    constraint break_glass_reason_known check (
      reason in ('danger-to-life', 'child-at-risk', 'adult-at-risk', 'nobody-else-on-duty', 'person-asked')
    ),
    constraint break_glass_for_an_hour check (until_at > granted_at and until_at <= granted_at + interval '1 hour'),
    constraint break_glass_review_known check (review in ('justified', 'not-justified', 'follow-up-needed')),
    constraint break_glass_reviewed_by_another check (reviewed_by is null or reviewed_by <> user_id),
    constraint break_glass_reviewed_whole check (num_nonnulls(review, reviewed_by, reviewed_at) in (0, 3))
  );
  create index break_glass_open on app.break_glass (user_id, until_at);
  create index break_glass_by_case on app.break_glass (case_id, granted_at);
  create index break_glass_to_review on app.break_glass (handling_agency_id, review_due_at) where review is null;

  create table app.break_glass_notice (
    grant_id uuid not null,
    recipient_user_id uuid not null,
    notify_at timestamptz not null,
    message_id uuid,
    constraint break_glass_notice_key primary key (grant_id, recipient_user_id),
    constraint break_glass_notice_of_grant foreign key (grant_id) references app.break_glass,
    constraint break_glass_notice_in_message foreign key (message_id) references app.sent_message
  );
  create index break_glass_notice_waiting on app.break_glass_notice (notify_at) where message_id is null;
  alter table app.sent_message add column glass_ids uuid[] not null default '{}';

  alter table app.break_glass enable row level security;
  alter table app.break_glass force row level security;
  create policy wall_keeper on app.break_glass for select to current_user using (true);
  alter table app.break_glass_notice enable row level security;
  alter table app.break_glass_notice force row level security;
`;

/** What somebody opened is not behind a wall for them, for the hour. */
export const OPENED = `
  create or replace function app.behind_wall() returns table (case_id uuid, referral_id uuid, person_id uuid)
    language sql ${DEFINER} rows 20 as $$
    select w.case_id, w.referral_id, w.person_id from app.walled_off() w
    where not exists (
      select 1 from app.break_glass g where g.user_id = app.claim_user() and g.case_id = w.case_id
        and g.until_at > app.service_now()
    )
  $$;
  create or replace function app.people_behind_wall() returns setof uuid language sql ${DEFINER} rows 20 as $$
    select b.person_id from app.behind_wall() b where not exists (
      select 1 from app.break_glass g where g.user_id = app.claim_user() and g.person_id = b.person_id
        and g.until_at > app.service_now()
    )
  $$;
`;

const BREAKABLE = `
  -- A case of one's own agency that walls keep from one, and that an emergency may open (\`mayBreakGlass\`).
  create function app.breakable_case(with_reference text) returns table (case_id uuid, person_id uuid)
    language sql ${DEFINER} as $$
    select c.case_id, c.person_id from app.case_file c
    where c.reference = with_reference and c.closed_at is null and c.handling_agency_id = app.claim_agency()
      and app.handles_cases()
      and c.case_id in (select b.case_id from app.behind_wall() b)
      and not exists (
        select 1 from app.case_wall w where w.person_id = c.person_id
          and ${standsBefore(CLAIMED)}
          and (w.walled_user_id = app.claim_user() or w.walled_team_id = app.claim_team()
            or w.walled_agency_id = app.claim_agency())
          and (w.kind = 'police-family' or (w.kind <> 'conflict' and w.walled_user_id is not null))
      )
  $$;
  revoke execute on function app.breakable_case from public;
  grant execute on function app.breakable_case to waymark_web;
`;

const POLICIES = `
  create policy opener_sees on app.break_glass for select to waymark_web
    using (user_id = (select app.claim_user()));
  create policy reviewer_sees on app.break_glass for select to waymark_web using (
    (select app.claim_role()) in ('duty-lead', 'service-manager', 'data-protection-officer')
    and handling_agency_id = (select app.claim_agency())
  );
  create policy auditor_sees on app.break_glass for select to waymark_web
    using ((select app.claim_role()) = 'auditor');
  create policy behind_wall on app.break_glass as restrictive to waymark_web using (
    user_id = (select app.claim_user()) or case_id not in (select app.cases_behind_wall())
  );
  create policy opener_breaks on app.break_glass for insert to waymark_web with check (
    user_id = (select app.claim_user()) and handling_agency_id = (select app.claim_agency()) and review is null
    and exists (select 1 from app.breakable_case(reference) b
      where b.case_id = break_glass.case_id and b.person_id = break_glass.person_id)
  );
  create policy reviewer_decides on app.break_glass for update to waymark_web using (
    (select app.claim_role()) in ('duty-lead', 'service-manager', 'data-protection-officer')
    and handling_agency_id = (select app.claim_agency()) and user_id <> (select app.claim_user())
    and review is null
  ) with check (reviewed_by = (select app.claim_user()));
  grant select, insert on app.break_glass to waymark_web;
  grant update (review, reviewed_by, reviewed_at, revision) on app.break_glass to waymark_web;
  create policy service_reads on app.break_glass for select to waymark_worker using (true);
  grant select on app.break_glass to waymark_worker;

  create policy opener_tells on app.break_glass_notice for insert to waymark_web with check (
    exists (select 1 from app.break_glass g where g.grant_id = break_glass_notice.grant_id
      and g.user_id = (select app.claim_user()))
  );
  create policy service_works on app.break_glass_notice to waymark_worker using (true) with check (true);
  grant insert on app.break_glass_notice to waymark_web;
  grant select on app.break_glass_notice to waymark_worker;
  grant update (message_id) on app.break_glass_notice to waymark_worker;

  create policy opener_seals on vault.person_record for insert to waymark_web with check (
    kind = 'break-glass-note' and exists (select 1 from app.break_glass g
      where g.grant_id = person_record.record_id and g.user_id = (select app.claim_user()))
  );
  create policy privacy_officer_reads on vault.person_record for select to waymark_web using (
    (select app.claim_role()) = 'data-protection-officer' and kind = 'break-glass-note'
    and exists (select 1 from app.break_glass g where g.grant_id = person_record.record_id)
  );
  create policy privacy_officer_reviews on app.journal for insert to waymark_web with check (
    (select app.claim_role()) = 'data-protection-officer' and subject_kind = 'break-glass'
    and actor_kind = 'staff' and actor_id = (select app.claim_user()) and agency_id = (select app.claim_agency())
  );
  create policy glass_user_reads_back on app.journal for select to waymark_web using (
    subject_kind = 'break-glass' and exists (select 1 from app.break_glass g where g.grant_id = journal.subject_id)
  );
`;
