import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A change of a rule is proposed by one person and approved by another; only then may its version be appended, and
 * the database asks the same: a version row must be the body of an approved proposal, word for word.
 */
export class ApproveChangesOfTheRules1790000000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table app.change_proposal (
        proposal_id uuid primary key,
        kind text not null,
        subject text not null,
        based_on_version integer not null,
        body jsonb not null,
        effective_from timestamptz,
        reason text not null,
        state text not null default 'proposed',
        proposed_by uuid not null,
        proposed_at timestamptz not null,
        decided_by uuid,
        decided_at timestamptz,
        decision_reason text,
        moved_through uuid,
        moves_done_at timestamptz,
        deadlines_moved integer not null default 0,
        revision integer not null default 1,
        constraint change_proposal_kind_known check (
          kind in ('policy', 'calendar', 'attempt-policy', 'message-template')
        ),
        constraint change_proposal_state_known check (state in ('proposed', 'approved', 'declined', 'withdrawn')),
        constraint change_proposal_based_on_something check (based_on_version >= 0),
        constraint change_proposal_by_user foreign key (proposed_by) references app.staff_user,
        constraint change_proposal_decided_by_user foreign key (decided_by) references app.staff_user,
        constraint change_proposal_decided_by_another check (
          (state in ('approved', 'declined') and decided_by is not null and decided_by <> proposed_by)
          or (state = 'withdrawn' and decided_by = proposed_by)
          or (state = 'proposed' and decided_by is null)
        ),
        constraint change_proposal_decided_has_time check ((state = 'proposed') = (decided_at is null)),
        constraint change_proposal_approved_takes_effect check (
          state <> 'approved' or (effective_from is not null and effective_from > decided_at)
        ),
        constraint change_proposal_moves_are_approved check (
          state = 'approved' or (moved_through is null and moves_done_at is null and deadlines_moved = 0)
        )
      );
      create unique index change_proposal_one_waiting on app.change_proposal (kind, subject) where state = 'proposed';
      create index change_proposal_newest on app.change_proposal (proposed_at, proposal_id);
      create index change_proposal_moving on app.change_proposal (effective_from)
        where kind = 'calendar' and state = 'approved' and moves_done_at is null;

      alter table app.change_proposal enable row level security;
      alter table app.change_proposal force row level security;

      create function app.sees_proposals() returns boolean language sql stable as $$
        select app.claim_role() in ('administrator', 'service-manager', 'auditor')
      $$;
      create function app.decides_proposals() returns boolean language sql stable as $$
        select app.claim_role() in ('administrator', 'service-manager')
      $$;

      create policy rule_keeper_sees on app.change_proposal for select to waymark_web
        using ((select app.sees_proposals()));
      create policy administrator_proposes on app.change_proposal for insert to waymark_web with check (
        (select app.claim_role()) = 'administrator' and proposed_by = (select app.claim_user()) and state = 'proposed'
      );
      create policy second_person_decides on app.change_proposal for update to waymark_web
        using (state = 'proposed' and (select app.decides_proposals()))
        with check (
          decided_by = (select app.claim_user()) and (
            (state in ('approved', 'declined') and proposed_by <> (select app.claim_user()))
            or (state = 'withdrawn' and proposed_by = (select app.claim_user()))
          )
        );
      create policy service_works on app.change_proposal to waymark_worker using (true) with check (true);
      grant select, insert on app.change_proposal to waymark_web;
      grant update (state, decided_by, decided_at, decision_reason, effective_from, revision)
        on app.change_proposal to waymark_web;
      grant select on app.change_proposal to waymark_worker;
      grant update (moved_through, moves_done_at, deadlines_moved) on app.change_proposal to waymark_worker;

      create policy approved_change_is_appended on app.policy_version for insert to waymark_web with check (
        exists (
          select 1 from app.change_proposal p
          where p.kind = 'policy' and p.state = 'approved' and p.subject = policy_version.policy_id
            and p.decided_by = (select app.claim_user()) and p.proposed_by <> (select app.claim_user())
            and p.based_on_version + 1 = policy_version.version and p.body = policy_version.body
            and p.effective_from = policy_version.effective_from and p.effective_from > app.service_now()
        )
      );
      create policy approved_change_is_appended on app.calendar_version for insert to waymark_web with check (
        exists (
          select 1 from app.change_proposal p
          where p.kind = 'calendar' and p.state = 'approved' and p.subject = calendar_version.calendar_id
            and p.decided_by = (select app.claim_user()) and p.proposed_by <> (select app.claim_user())
            and p.based_on_version + 1 = calendar_version.version and p.body->'hours' = calendar_version.hours
            and p.effective_from = calendar_version.effective_from and p.effective_from > app.service_now()
        )
      );
      create policy approved_change_is_appended on app.attempt_policy_version for insert to waymark_web with check (
        exists (
          select 1 from app.change_proposal p
          where p.kind = 'attempt-policy' and p.state = 'approved'
            and p.decided_by = (select app.claim_user()) and p.proposed_by <> (select app.claim_user())
            and p.based_on_version + 1 = attempt_policy_version.version and p.body = attempt_policy_version.body
            and p.effective_from = attempt_policy_version.effective_from and p.effective_from > app.service_now()
        )
      );
      grant insert on app.policy_version, app.calendar_version, app.attempt_policy_version to waymark_web;

      create policy administrator_appends on app.journal for insert to waymark_web with check (
        actor_kind = 'staff' and actor_id = (select app.claim_user()) and agency_id = (select app.claim_agency())
        and (select app.claim_role()) = 'administrator' and case_id is null
        and subject_kind in ('proposal', 'staff', 'team')
      );
      create policy rule_keeper_reads on app.journal for select to waymark_web using (
        subject_kind = 'proposal' and (select app.decides_proposals())
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy rule_keeper_reads on app.journal;
      drop policy administrator_appends on app.journal;
      revoke insert on app.policy_version, app.calendar_version, app.attempt_policy_version from waymark_web;
      drop policy approved_change_is_appended on app.attempt_policy_version;
      drop policy approved_change_is_appended on app.calendar_version;
      drop policy approved_change_is_appended on app.policy_version;
      drop table app.change_proposal;
      drop function app.decides_proposals(), app.sees_proposals();
    `);
  }
}
