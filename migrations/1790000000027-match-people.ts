import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowSealed } from './allow-codes';

/**
 * Finding a person again. Marks are keyed hashes cut to 13 bits, so that a stolen table answers no question with
 * certainty (docs/decisions); whoever refers writes the marks of their own referral and reads none. Matching runs after
 * a referral is in, under the service's own rights, and only responders of the desk see what came of it (P7).
 */
export class MatchPeople1790000000027 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(MARKS);
    await runner.query(REVIEWS);
    await runner.query(FIGURES);
    await runner.query(opensFor(`${CLAIMED} or ${MATCHING}`));
    await runner.query(allowSealed('match-note'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(opensFor(CLAIMED));
    await runner.query(`
      drop policy match_reader_reads on app.journal;
      alter table report.promise_fact drop constraint promise_fact_cancelled_because_known;
      update report.promise_fact set cancelled_because = null where cancelled_because = 'duplicate';
      alter table report.promise_fact add constraint promise_fact_cancelled_because_known check (
        cancelled_because is null or (cancelled and cancelled_because in ('redirected', 'died'))
      );
      drop table app.person_link, app.match_review, app.match_task, vault.search_mark;
      drop function app.matches_people();
    `);
  }
}

/** No key but the row itself: an insert tells nobody whether another person has the same mark. */
const MARKS = `
  create function app.matches_people() returns boolean language sql stable as $$
    select app.claim_role() in ('first-responder', 'duty-lead')
  $$;

  create table vault.search_mark (
    person_id uuid not null,
    kind text not null,
    mark integer not null,
    handling_agency_id uuid not null,
    constraint search_mark_key primary key (person_id, kind, mark),
    constraint search_mark_of_person foreign key (person_id) references app.person,
    constraint search_mark_for_agency foreign key (handling_agency_id) references app.agency,
    constraint search_mark_kind_known check (
      kind in ('name-pair', 'name-year', 'name-day', 'birth', 'route', 'crime-reference')
    ),
    constraint search_mark_is_cut check (mark between 0 and 8191)
  );
  create index search_mark_lookup on vault.search_mark (kind, mark) include (person_id, handling_agency_id);
  alter table vault.search_mark enable row level security;
  alter table vault.search_mark force row level security;
  create policy service_works on vault.search_mark to waymark_worker using (true) with check (true);
  create policy responder_searches on vault.search_mark for select to waymark_web using (
    (select app.matches_people()) and handling_agency_id = (select app.claim_agency())
  );
  create policy referrer_marks on vault.search_mark for insert to waymark_web with check (
    (select app.may_refer()) and exists (
      select 1 from app.referral r
      where r.person_id = search_mark.person_id and r.handling_agency_id = search_mark.handling_agency_id
    )
  );
  create policy responder_replaces on vault.search_mark for delete to waymark_web using (
    (select app.matches_people()) and handling_agency_id = (select app.claim_agency())
  );
  grant select, insert, delete on vault.search_mark to waymark_web, waymark_worker;

  create table app.match_task (
    referral_id uuid primary key,
    asked_at timestamptz not null,
    constraint match_task_of_referral foreign key (referral_id) references app.referral
  );
  alter table app.match_task enable row level security;
  alter table app.match_task force row level security;
  create policy service_works on app.match_task to waymark_worker using (true) with check (true);
  grant select, insert, update, delete on app.match_task to waymark_worker;
`;

const REVIEWS = `
  create table app.match_review (
    review_id uuid primary key,
    handling_agency_id uuid not null,
    case_id uuid not null,
    referral_id uuid not null,
    person_id uuid not null,
    other_case_id uuid not null,
    other_referral_id uuid not null,
    other_person_id uuid not null,
    score numeric(5, 2) not null,
    evidence text[] not null,
    policy_version integer not null,
    found_at timestamptz not null,
    found_by text not null,
    state text not null,
    reason text,
    decided_by uuid,
    decided_at timestamptz,
    kept_case_id uuid,
    revision integer not null default 1,
    constraint match_review_of_case foreign key (case_id) references app.case_file,
    constraint match_review_of_referral foreign key (referral_id) references app.referral,
    constraint match_review_of_person foreign key (person_id) references app.person,
    constraint match_review_other_case foreign key (other_case_id) references app.case_file,
    constraint match_review_other_referral foreign key (other_referral_id) references app.referral,
    constraint match_review_other_person foreign key (other_person_id) references app.person,
    constraint match_review_decided_by foreign key (decided_by) references app.staff_user,
    constraint match_review_of_two check (person_id <> other_person_id and case_id <> other_case_id),
    constraint match_review_found_by_known check (found_by in ('matching', 'search')),
    constraint match_review_state_known check (
      state in ('waiting', 'same-report', 'same-person', 'different-person')
    ),
    constraint match_review_reason_known check (reason in (
      'details-agree', 'person-said-so', 'referrer-said-so', 'details-differ', 'shared-details', 'not-sure',
      'new-details', 'chosen-by-mistake'
    )),
    constraint match_review_decided_whole check (
      (state = 'waiting') or num_nonnulls(reason, decided_by, decided_at) = 3
    ),
    constraint match_review_keeps_one check (
      (state = 'same-report') = (kept_case_id is not null) and kept_case_id in (case_id, other_case_id)
    )
  );
  create unique index match_review_once_a_pair on app.match_review
    (least(person_id, other_person_id), greatest(person_id, other_person_id));
  create index match_review_waiting on app.match_review (handling_agency_id, found_at, review_id)
    where state = 'waiting';
  create index match_review_by_case on app.match_review (case_id);
  create index match_review_by_other on app.match_review (other_case_id);

  create table app.person_link (
    link_id uuid primary key,
    review_id uuid not null,
    handling_agency_id uuid not null,
    person_id uuid not null,
    other_person_id uuid not null,
    linked_by uuid not null,
    linked_at timestamptz not null,
    unlinked_by uuid,
    unlinked_at timestamptz,
    constraint person_link_by_review foreign key (review_id) references app.match_review,
    constraint person_link_of_person foreign key (person_id) references app.person,
    constraint person_link_to_person foreign key (other_person_id) references app.person,
    constraint person_link_of_two check (person_id <> other_person_id),
    constraint person_link_ends_whole check ((unlinked_by is null) = (unlinked_at is null))
  );
  create unique index person_link_stands_once on app.person_link
    (least(person_id, other_person_id), greatest(person_id, other_person_id)) where unlinked_at is null;
  create index person_link_by_person on app.person_link (person_id) where unlinked_at is null;
  create index person_link_by_other on app.person_link (other_person_id) where unlinked_at is null;

  alter table app.match_review enable row level security;
  alter table app.match_review force row level security;
  alter table app.person_link enable row level security;
  alter table app.person_link force row level security;
  create policy service_works on app.match_review to waymark_worker using (true) with check (true);
  create policy service_reads on app.person_link to waymark_worker using (true);
  -- Both cases must be there for the reader: a wall around either hides the pair.
  create policy responder_sees on app.match_review for select to waymark_web using (
    (select app.matches_people()) and handling_agency_id = (select app.claim_agency())
    and exists (select 1 from app.case_file c where c.case_id = match_review.case_id)
    and exists (select 1 from app.case_file c where c.case_id = match_review.other_case_id)
  );
  create policy responder_adds on app.match_review for insert to waymark_web with check (
    (select app.matches_people()) and handling_agency_id = (select app.claim_agency())
    and found_by = 'search' and (decided_by is null or decided_by = (select app.claim_user()))
    and exists (select 1 from app.case_file c where c.case_id = match_review.case_id)
    and exists (select 1 from app.case_file c where c.case_id = match_review.other_case_id)
  );
  create policy responder_decides on app.match_review for update to waymark_web using (
    (select app.matches_people()) and handling_agency_id = (select app.claim_agency())
  ) with check (decided_by = (select app.claim_user()));
  create policy responder_sees on app.person_link for select to waymark_web using (
    (select app.matches_people()) and handling_agency_id = (select app.claim_agency())
    and exists (select 1 from app.match_review m where m.review_id = person_link.review_id)
  );
  create policy responder_links on app.person_link for insert to waymark_web with check (
    (select app.matches_people()) and handling_agency_id = (select app.claim_agency())
    and linked_by = (select app.claim_user())
    and exists (select 1 from app.match_review m where m.review_id = person_link.review_id)
  );
  create policy responder_unlinks on app.person_link for update to waymark_web using (
    (select app.matches_people()) and handling_agency_id = (select app.claim_agency())
  ) with check (unlinked_by = (select app.claim_user()));
  create policy match_reader_reads on app.journal for select to waymark_web using (
    subject_kind = 'match' and (select app.matches_people())
    and exists (select 1 from app.match_review m where m.review_id = journal.subject_id)
  );

  grant select, insert on app.match_review to waymark_web, waymark_worker;
  grant update (state, reason, decided_by, decided_at, kept_case_id, revision) on app.match_review to waymark_web;
  grant select, insert on app.person_link to waymark_web;
  grant select on app.person_link to waymark_worker;
  grant update (unlinked_by, unlinked_at) on app.person_link to waymark_web;
`;

const FIGURES = `
  alter table report.promise_fact drop constraint promise_fact_cancelled_because_known,
    add constraint promise_fact_cancelled_because_known check (
      cancelled_because is null or (cancelled and cancelled_because in ('redirected', 'died', 'duplicate'))
    );
`;

const CLAIMED = `(kind = 'contact-route' and exists (
  select 1 from app.person_message m
  where m.route_id = record_id and m.state = 'queued' and m.claimed_at is not null
))`;

/** Only while a referral waits to be matched, and only what is compared. */
const MATCHING = `(kind in ('identity', 'contact-route', 'crime-reference')
  and (select exists (select 1 from app.match_task)))`;

const opensFor = (what: string) =>
  `alter policy service_opens_claimed on vault.person_record using (${what});`;
