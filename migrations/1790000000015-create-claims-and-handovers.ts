import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is calling whom just now, and offers of a case from one pair of hands to the next (DESIGN §11, P15). */
export class CreateClaimsAndHandovers1790000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table app.case_claim (
        case_id uuid primary key,
        handling_agency_id uuid not null,
        user_id uuid not null,
        claimed_at timestamptz not null,
        until_at timestamptz not null,
        constraint case_claim_of_case foreign key (case_id) references app.case_file,
        constraint case_claim_by_user foreign key (user_id) references app.staff_user,
        constraint case_claim_ends check (until_at > claimed_at and until_at <= claimed_at + interval '1 day')
      );

      create table app.handover (
        handover_id uuid primary key,
        case_id uuid not null,
        handling_agency_id uuid not null,
        reference text not null,
        kind text not null,
        from_user_id uuid,
        to_user_id uuid,
        offered_by uuid,
        offered_at timestamptz not null,
        state text not null default 'offered',
        decided_by uuid,
        decided_at timestamptz,
        revision integer not null default 1,
        constraint handover_of_case foreign key (case_id) references app.case_file,
        constraint handover_from_user foreign key (from_user_id) references app.staff_user,
        constraint handover_to_user foreign key (to_user_id) references app.staff_user,
        constraint handover_kind_known check (kind in ('assign', 'shift')),
        constraint handover_state_known check (state in ('offered', 'accepted', 'declined', 'withdrawn')),
        constraint handover_goes_somewhere check (from_user_id is distinct from to_user_id),
        constraint handover_decided_has_time check ((state = 'offered') = (decided_at is null))
      );
      create unique index handover_one_open on app.handover (case_id) where state = 'offered';
      create index handover_to_answer on app.handover (handling_agency_id, to_user_id, offered_at)
        where state = 'offered';
      create index handover_offered_by on app.handover (offered_by) where state = 'offered';
      create index handover_by_case on app.handover (case_id);

      create index case_by_owner on app.case_file (owner_user_id) where closed_at is null;

      alter table app.access_log drop constraint access_log_what_known, add constraint access_log_what_known check (
        what in ('identity', 'initials', 'contact-route', 'safe-contact-words', 'referral-identity')
      );
    `);
    await runner.query(POLICIES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table app.access_log drop constraint access_log_what_known, add constraint access_log_what_known check (
        what in ('identity', 'contact-route', 'safe-contact-words', 'referral-identity')
      ) not valid;
      drop index app.case_by_owner;
      drop table app.handover, app.case_claim;
    `);
  }
}

/**
 * Everybody who handles cases of the agency sees who is calling; only the caller's own claim is theirs to make, and an
 * expired one anybody's to take over. Who may answer an offer is the rule in domain/handover; the agency's bounds are here.
 */
const POLICIES = `
  ${['case_claim', 'handover']
    .map(
      (table) => `
    alter table app.${table} enable row level security;
    alter table app.${table} force row level security;
    create policy service_works on app.${table} to waymark_worker using (true) with check (true);
    create policy handler_sees on app.${table} for select to waymark_web using (
      (select app.handles_cases()) and handling_agency_id = (select app.claim_agency())
    );`,
    )
    .join('\n')}

  create policy caller_claims on app.case_claim for insert to waymark_web with check (
    (select app.claim_role()) in ('first-responder', 'duty-lead')
    and handling_agency_id = (select app.claim_agency()) and user_id = (select app.claim_user())
    and exists (select 1 from app.case_file c where c.case_id = case_claim.case_id)
  );
  create policy caller_takes_over on app.case_claim for update to waymark_web using (
    (select app.claim_role()) in ('first-responder', 'duty-lead')
    and handling_agency_id = (select app.claim_agency())
  ) with check (
    handling_agency_id = (select app.claim_agency()) and user_id = (select app.claim_user())
  );
  create policy caller_releases on app.case_claim for delete to waymark_web using (
    user_id = (select app.claim_user())
  );

  create policy auditor_sees on app.handover for select to waymark_web
    using ((select app.claim_role()) = 'auditor');
  create policy handler_offers on app.handover for insert to waymark_web with check (
    (select app.claim_role()) in ('first-responder', 'duty-lead')
    and handling_agency_id = (select app.claim_agency()) and offered_by = (select app.claim_user())
    and exists (select 1 from app.case_file c where c.case_id = handover.case_id)
  );
  create policy handler_answers on app.handover for update to waymark_web using (
    (select app.handles_cases()) and handling_agency_id = (select app.claim_agency())
  ) with check (
    handling_agency_id = (select app.claim_agency()) and decided_by = (select app.claim_user())
  );

  grant select, insert, delete on app.case_claim to waymark_web;
  grant update (user_id, claimed_at, until_at) on app.case_claim to waymark_web;
  grant select, insert on app.handover to waymark_web;
  grant update (state, decided_by, decided_at, revision) on app.handover to waymark_web, waymark_worker;
  grant select on app.case_claim, app.handover to waymark_worker;
`;
