import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A search for a person is kept by its opaque id, with what was typed sealed under the searcher's own key. It lives for
 * half an hour, by its searcher alone; the row outlives what was typed by a day.
 */
export class SearchForPeople1790000000028 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SEARCHES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table vault.person_search_record, app.person_search');
  }
}

const SEARCHES = `
  create table app.person_search (
    search_id uuid primary key,
    searched_by uuid not null,
    agency_id uuid not null,
    door text,
    begun_at timestamptz not null,
    expires_at timestamptz not null,
    answer text,
    chosen_case_id uuid,
    constraint person_search_by_user foreign key (searched_by) references app.staff_user,
    constraint person_search_chose_case foreign key (chosen_case_id) references app.case_file,
    constraint person_search_answer_known check (answer in ('new', 'same-person')),
    constraint person_search_chooses check ((answer = 'same-person') = (chosen_case_id is not null)),
    constraint person_search_ends check (expires_at > begun_at)
  );
  create index person_search_by_end on app.person_search (expires_at);
  create table vault.person_search_record (
    search_id uuid primary key,
    sealed bytea not null,
    constraint person_search_record_of_search foreign key (search_id) references app.person_search on delete cascade
  );
  alter table app.person_search enable row level security;
  alter table app.person_search force row level security;
  alter table vault.person_search_record enable row level security;
  alter table vault.person_search_record force row level security;
  create policy searcher_keeps on app.person_search to waymark_web using (
    (select app.matches_people()) and searched_by = (select app.claim_user())
    and agency_id = (select app.claim_agency())
  ) with check (
    (select app.matches_people()) and searched_by = (select app.claim_user())
    and agency_id = (select app.claim_agency())
    and (chosen_case_id is null or exists (
      select 1 from app.case_file c where c.case_id = person_search.chosen_case_id
    ))
  );
  create policy service_forgets on app.person_search to waymark_worker using (true);
  create policy searcher_keeps on vault.person_search_record to waymark_web using (
    exists (select 1 from app.person_search s where s.search_id = person_search_record.search_id
      and s.expires_at > app.service_now())
  ) with check (
    exists (select 1 from app.person_search s where s.search_id = person_search_record.search_id)
  );
  create policy service_forgets on vault.person_search_record to waymark_worker using (true);
  grant select, insert on app.person_search, vault.person_search_record to waymark_web;
  grant update (answer, chosen_case_id) on app.person_search to waymark_web;
  grant select, delete on app.person_search, vault.person_search_record to waymark_worker;
`;
