import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Drafts belong to their author and to nobody else. What was typed is sealed under a data key of the draft's own, so
 * that ending a draft ends every copy of it; a draft that became a referral stays as a signpost until it expires.
 * A crime number of a sent referral leaves a keyed mark, so that the same team is told of a second one and nobody
 * learns the number.
 */
export class CreateReferralDrafts1790000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table app.referral_draft (
        draft_id uuid primary key,
        author_id uuid not null,
        agency_id uuid not null,
        team_id uuid,
        state text not null,
        referral_id uuid,
        started_at timestamptz not null,
        changed_at timestamptz not null,
        expires_at timestamptz not null,
        key_destroyed_at timestamptz,
        revision integer not null,
        constraint draft_by_author foreign key (author_id) references app.staff_user,
        constraint draft_of_agency foreign key (agency_id) references app.agency,
        constraint draft_became_referral foreign key (referral_id) references app.referral,
        constraint draft_state_known check (state in ('open', 'sent', 'discarded', 'expired')),
        constraint draft_sent_names_referral check ((state = 'sent') = (referral_id is not null)),
        constraint draft_expires_after_start check (expires_at > started_at),
        constraint draft_open_keeps_its_key check (state <> 'open' or key_destroyed_at is null)
      );
      create index draft_open_by_author on app.referral_draft (author_id, changed_at desc) where state = 'open';
      create index draft_by_expiry on app.referral_draft (expires_at);
      create index draft_with_key on app.referral_draft (draft_id)
        where state <> 'open' and key_destroyed_at is null;

      create table vault.draft_record (
        draft_id uuid primary key,
        sealed bytea not null,
        sealed_at timestamptz not null,
        constraint draft_record_of_draft foreign key (draft_id) references app.referral_draft
      );

      create table app.team_crime_mark (
        team_id uuid not null,
        mark bytea not null,
        referral_id uuid not null,
        constraint team_crime_mark_key primary key (team_id, mark, referral_id),
        constraint team_crime_mark_of_team foreign key (team_id) references app.team,
        constraint team_crime_mark_of_referral foreign key (referral_id) references app.referral,
        constraint team_crime_mark_is_a_hash check (length(mark) = 32)
      );
      alter table app.team_crime_mark enable row level security;
      alter table app.team_crime_mark force row level security;
      create policy own_team_marks on app.team_crime_mark to waymark_web using (
        (select app.claim_role()) = 'officer' and team_id = (select app.claim_team())
      ) with check (
        (select app.claim_role()) = 'officer' and team_id = (select app.claim_team())
        and exists (select 1 from app.referral r where r.referral_id = team_crime_mark.referral_id)
      );
      grant select, insert on app.team_crime_mark to waymark_web;

      alter table app.referral_draft enable row level security;
      alter table app.referral_draft force row level security;
      create policy author_keeps on app.referral_draft to waymark_web using (
        (select app.claim_role()) = 'officer'
        and author_id = (select app.claim_user()) and agency_id = (select app.claim_agency())
      ) with check (
        (select app.claim_role()) = 'officer'
        and author_id = (select app.claim_user()) and agency_id = (select app.claim_agency())
      );
      create policy service_expires on app.referral_draft to waymark_worker using (true) with check (true);

      alter table vault.draft_record enable row level security;
      alter table vault.draft_record force row level security;
      create policy author_keeps on vault.draft_record to waymark_web using (
        exists (select 1 from app.referral_draft d where d.draft_id = draft_record.draft_id)
      ) with check (
        exists (select 1 from app.referral_draft d where d.draft_id = draft_record.draft_id and d.state = 'open')
      );
      create policy service_destroys on vault.draft_record to waymark_worker using (true);

      create policy draft_author_reads on app.journal for select to waymark_web using (
        subject_kind = 'draft' and exists (select 1 from app.referral_draft d where d.draft_id = journal.subject_id)
      );

      grant select, insert on app.referral_draft, vault.draft_record to waymark_web;
      grant update (state, referral_id, changed_at, expires_at, revision) on app.referral_draft to waymark_web;
      grant update (sealed, sealed_at), delete on vault.draft_record to waymark_web;
      grant select, delete on app.referral_draft to waymark_worker;
      grant update (state, referral_id, changed_at, key_destroyed_at) on app.referral_draft to waymark_worker;
      grant select, delete on vault.draft_record to waymark_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy draft_author_reads on app.journal;
      drop table app.team_crime_mark, vault.draft_record, app.referral_draft;
    `);
  }
}
