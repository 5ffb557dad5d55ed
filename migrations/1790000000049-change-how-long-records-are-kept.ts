import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowCodes } from './allow-codes';

/**
 * The retention schedule changes as every rule does, by two people: the data-protection officer proposes, a service
 * manager approves, for only they may see whose records it would let go. Administrators see it and decide nothing.
 */
export class ChangeHowLongRecordsAreKept1790000000049 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      allowCodes({
        table: 'app.change_proposal',
        constraint: 'change_proposal_kind_known',
        column: 'kind',
        codes: ['retention'],
      }),
    );
    await runner.query(`
      drop policy administrator_proposes on app.change_proposal;
      create policy administrator_proposes on app.change_proposal for insert to waymark_web with check (
        (select app.claim_role()) = 'administrator' and kind <> 'retention' and ${MINE}
      );
      create policy retention_officer_proposes on app.change_proposal for insert to waymark_web with check (
        (select app.claim_role()) = 'data-protection-officer' and kind = 'retention' and ${MINE}
      );
      create policy retention_officer_sees on app.change_proposal for select to waymark_web using (
        (select app.claim_role()) = 'data-protection-officer' and kind = 'retention'
      );
      drop policy second_person_decides on app.change_proposal;
      create policy second_person_decides on app.change_proposal for update to waymark_web using (
        state = 'proposed' and case kind
          when 'retention' then (select app.keeps_records()) else (select app.decides_proposals()) end
      ) with check (
        decided_by = ${ME} and (
          (state in ('approved', 'declined') and proposed_by <> ${ME}
            and (kind <> 'retention' or (select app.claim_role()) = 'service-manager'))
          or (state = 'withdrawn' and proposed_by = ${ME})
        )
      );

      create policy approved_change_is_appended on app.retention_rule_version for insert to waymark_web with check (
        exists (
          select 1 from app.change_proposal p
          where p.kind = 'retention' and p.state = 'approved' and p.decided_by = ${ME} and p.proposed_by <> ${ME}
            and p.based_on_version + 1 = retention_rule_version.version and p.body = retention_rule_version.body
            and p.effective_from = retention_rule_version.effective_from and p.effective_from > app.service_now()
        )
      );
      grant insert on app.retention_rule_version to waymark_web;
      create trigger retention_rule_version_append_only before update or delete on app.retention_rule_version
        for each row execute function app.refuse_change();

      create policy retention_officer_appends on app.journal for insert to waymark_web with check (
        (select app.claim_role()) = 'data-protection-officer' and subject_kind = 'proposal' and case_id is null
        and actor_kind = 'staff' and actor_id = ${ME} and agency_id = (select app.claim_agency())
      );
      create policy retention_officer_reads_back on app.journal for select to waymark_web using (
        (select app.claim_role()) = 'data-protection-officer' and subject_kind = 'proposal' and exists (
          select 1 from app.change_proposal p where p.proposal_id = journal.subject_id
        )
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy retention_officer_reads_back on app.journal;
      drop policy retention_officer_appends on app.journal;
      drop trigger retention_rule_version_append_only on app.retention_rule_version;
      revoke insert on app.retention_rule_version from waymark_web;
      drop policy approved_change_is_appended on app.retention_rule_version;
      drop policy second_person_decides on app.change_proposal;
      create policy second_person_decides on app.change_proposal for update to waymark_web
        using (state = 'proposed' and (select app.decides_proposals()))
        with check (
          decided_by = ${ME} and (
            (state in ('approved', 'declined') and proposed_by <> ${ME})
            or (state = 'withdrawn' and proposed_by = ${ME})
          )
        );
      drop policy retention_officer_sees on app.change_proposal;
      drop policy retention_officer_proposes on app.change_proposal;
      drop policy administrator_proposes on app.change_proposal;
      create policy administrator_proposes on app.change_proposal for insert to waymark_web with check (
        (select app.claim_role()) = 'administrator' and ${MINE}
      );
    `);
  }
}

const ME = '(select app.claim_user())';
const MINE = `proposed_by = ${ME} and state = 'proposed'`;
