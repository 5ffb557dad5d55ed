import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Referrals from other doors than the police: their sources and their own clock, who rang, what stands in for a safe
 * route, and why a report comes late. A provider's worker refers for the SARC and sees what the own agency sent; an
 * officer refers for the police (`mayReferFrom` in domain/access).
 */
export class OpenOtherDoors1790000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table app.report
        add column late_reason text,
        drop constraint report_channel_known,
        add constraint report_channel_known check (channel in ('police', 'received')),
        add constraint report_late_reason_known check (late_reason in (
          'agreed-later', 'asked-later', 'overlooked', 'transferred-from-another-force', 'other', 'not-given'
        ));

      alter table app.referral
        add column received_via text not null default 'form',
        add column alternative text,
        add column alternative_by_at timestamptz,
        alter column district drop not null,
        drop constraint referral_source_known,
        add constraint referral_source_known check (source in (
          'police', 'self', 'sarc', 'parent-or-carer', 'social-care', 'school', 'health', 'other-professional'
        )),
        add constraint referral_received_via_known check (received_via in ('form', 'phone', 'api')),
        add constraint referral_alternative_known check (alternative in ('third-party', 'safe-place', 'ask-again')),
        add constraint referral_ask_again_has_time check (alternative <> 'ask-again' or alternative_by_at is not null),
        add constraint referral_of_police_has_district check (source <> 'police' or district is not null);

      alter table vault.person_record
        drop constraint person_record_kind_known,
        add constraint person_record_kind_known check (
          kind in ('identity', 'contact-route', 'safe-contact-words', 'crime-reference', 'referrer')
        );

      create or replace function app.may_refer() returns boolean language sql stable as $$
        select app.claim_role() in ('officer', 'first-responder', 'duty-lead', 'provider-worker')
      $$;
      create policy own_agency_sees on app.referral for select to waymark_web using (
        (select app.claim_role()) = 'provider-worker' and referring_agency_id = (select app.claim_agency())
      );
      alter policy referrer_adds on app.referral with check (
        (select app.may_refer()) and referred_by = (select app.claim_user())
        and referring_agency_id = (select app.claim_agency())
        and referring_team_id is not distinct from (select app.claim_team())
        and case (select app.claim_role())
          when 'officer' then source = 'police'
          when 'provider-worker' then source = 'sarc'
          else true
        end
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter policy referrer_adds on app.referral with check (
        (select app.may_refer()) and referred_by = (select app.claim_user())
        and referring_agency_id = (select app.claim_agency())
        and referring_team_id is not distinct from (select app.claim_team())
      );
      drop policy own_agency_sees on app.referral;
      create or replace function app.may_refer() returns boolean language sql stable as $$
        select app.claim_role() in ('officer', 'first-responder', 'duty-lead')
      $$;
      alter table vault.person_record
        drop constraint person_record_kind_known,
        add constraint person_record_kind_known check (
          kind in ('identity', 'contact-route', 'safe-contact-words', 'crime-reference')
        );
      alter table app.referral
        drop constraint referral_of_police_has_district,
        drop constraint referral_ask_again_has_time,
        drop constraint referral_alternative_known,
        drop constraint referral_received_via_known,
        drop constraint referral_source_known,
        add constraint referral_source_known check (source in ('police')),
        alter column district set not null,
        drop column alternative_by_at,
        drop column alternative,
        drop column received_via;
      alter table app.report
        drop constraint report_late_reason_known,
        drop constraint report_channel_known,
        add constraint report_channel_known check (channel in ('police')),
        drop column late_reason;
    `);
  }
}
