import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What staff write into the journal and the access log names their own agency and role and nobody else's, and only
 * roles that act on referrals and cases journal at all. Colleagues' names are for people who are signed in: the
 * moment of signing in, which reads every account, reads none of them.
 */
export class BindRecordsToTheirWriter1790000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter policy staff_appends_as_themselves on app.journal with check (
        actor_kind = 'staff' and actor_id = (select app.claim_user()) and agency_id = (select app.claim_agency())
        and ((select app.handles_cases()) or (select app.may_refer()))
      );
      alter policy staff_logs_themselves on app.access_log with check (
        actor_id = (select app.claim_user()) and agency_id = (select app.claim_agency())
        and role = (select app.claim_role())
      );
      alter policy colleague_reads on vault.staff_profile using (
        exists (select 1 from app.staff_user u where u.user_id = staff_profile.user_id)
        and (select app.claim_role()) not in ('auditor', 'sign-in')
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter policy staff_appends_as_themselves on app.journal with check (
        actor_kind = 'staff' and actor_id = (select app.claim_user())
      );
      alter policy staff_logs_themselves on app.access_log with check (actor_id = (select app.claim_user()));
      alter policy colleague_reads on vault.staff_profile using (
        exists (select 1 from app.staff_user u where u.user_id = staff_profile.user_id)
        and (select app.claim_role()) <> 'auditor'
      );
    `);
  }
}
