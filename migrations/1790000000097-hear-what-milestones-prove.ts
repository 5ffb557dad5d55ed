import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowCodes } from './allow-codes';

/**
 * A milestone may prove that an entitlement was delivered. What proves what is said by the catalogue, so versions that
 * are loaded say it too; nothing of what they give, to whom or by when changes. How exactly a milestone is known goes
 * with what is told of it, for one that is known by its month proves no time.
 */
export class HearWhatMilestonesProve1790000000097 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table app.code_event add column precision text,
        add constraint code_event_precision_known check (precision in ('minute', 'day', 'month', 'year'));
      alter table app.duty add column delivered_by uuid;
      grant update (delivered_by) on app.duty to waymark_web, waymark_worker;
    `);
    await runner.query(
      allowCodes({
        table: 'app.duty',
        constraint: 'duty_evidence_known',
        column: 'evidence',
        codes: ['milestone-recorded'],
      }),
    );
    await runner.query(`
      alter table app.duty add constraint duty_proof_named check (
        (evidence is not distinct from 'milestone-recorded') = (delivered_by is not null)
      );
    `);
    await runner.query(tell({ precise: true }));
    await this.rewrite(
      runner,
      `entry || jsonb_build_object('deliveredOn', coalesce($1::jsonb -> (entry ->> 'id'), '[]'))`,
      [JSON.stringify(PROVEN_BY)],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.rewrite(runner, `entry - 'deliveredOn'`, []);
    await runner.query(tell({ precise: false }));
    await runner.query(`
      alter table app.duty drop constraint duty_proof_named, drop column delivered_by;
      alter table app.code_event drop column precision;
    `);
  }

  private async rewrite(runner: QueryRunner, entry: string, values: readonly string[]): Promise<void> {
    await runner.query('alter table app.code_version disable trigger code_version_only_ends');
    await runner.query(
      `update app.code_version set body = jsonb_set(body, '{entitlements}', (
         select jsonb_agg(${entry} order by place)
         from jsonb_array_elements(body -> 'entitlements') with ordinality as listed(entry, place)))`,
      [...values],
    );
    await runner.query('alter table app.code_version enable trigger code_version_only_ends');
  }
}

const PROVEN_BY = {
  'R2.1': ['crime_recorded'],
  'R3.1': ['written_confirmation_given'],
  'R4.1': ['needs_assessment_done'],
  'R6.1': ['victim_told_of_qualifying_decision'],
  'R6.12': ['victim_told_of_qualifying_decision'],
  'R6.13': ['victim_told_of_qualifying_decision'],
  'R6.15': ['victim_asks_for_review'],
  'R6.16': ['victim_asks_for_review'],
  'R7.1': ['victim_offered_statement'],
  'R7.4': ['victim_statement_read'],
  'R10.1': ['expenses_paid'],
  'R10.2': ['property_returned'],
  'R11.1': ['vcs_referral_made'],
};

const tell = ({ precise }: { readonly precise: boolean }) => `
  create or replace function app.tell_code_event(entry uuid, of_milestone uuid, what text, replaces uuid, gone boolean)
    returns boolean language plpgsql security definer set search_path = '' as $$
  begin
    insert into app.code_event (entry_id, case_id, person_id, handling_agency_id, track_id, milestone_id, event,
      happened_at, ${precise ? 'precision, ' : ''}supersedes, withdrawn, recorded_by, recorded_at)
    select entry, m.case_id, m.person_id, m.handling_agency_id, m.track_id, m.milestone_id, what,
      m.happened_at, ${precise ? 'm.precision, ' : ''}replaces, gone, app.claim_user(), app.service_now()
    from app.milestone m
    where m.milestone_id = of_milestone and m.agency_id = app.claim_agency()
      and m.xmin = pg_current_xact_id()::xid;
    return found;
  end $$;`;
