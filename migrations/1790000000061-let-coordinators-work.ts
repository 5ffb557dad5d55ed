import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever coordinates a provider's work reads what is shared with their agency, as its workers do: it is they who
 * answer for a request from its acceptance on, and who find somebody to meet the person.
 */
export class LetCoordinatorsWork1790000000061 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function app.works_at_provider() returns boolean language sql stable as $$
        select app.claim_role() in ('provider-worker', 'provider-coordinator')
      $$;
    `);
    await runner.query(policies(`(select app.works_at_provider())`));
    await runner.query(sharedWithMe('app.works_at_provider()'));
    await runner.query(`
      create policy coordinator_appends on app.journal for insert to waymark_web with check (
        (select app.claim_role()) = 'provider-coordinator' and actor_kind = 'staff'
        and actor_id = (select app.claim_user()) and agency_id = (select app.claim_agency())
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy coordinator_appends on app.journal;
    `);
    await runner.query(sharedWithMe(`app.claim_role() = 'provider-worker'`));
    await runner.query(policies(`(select app.claim_role()) = 'provider-worker'`));
    await runner.query('drop function app.works_at_provider();');
  }
}

const MY_AGENCY = 'agency_id = (select app.claim_agency())';
const sharedWith = (table: string, what: string) => `app.shared_with_me(${table}.person_id, '${what}')`;

/** Which class opens which rows to the agency it is shared with. */
const SHARED_TABLES = [
  {
    table: 'vault.person_record',
    which: `case kind
      when 'identity' then ${sharedWith('person_record', 'identity')}
      when 'contact-route' then ${sharedWith('person_record', 'safe-contact')}
      when 'safe-contact-words' then ${sharedWith('person_record', 'safe-contact')}
      when 'crime-reference' then ${sharedWith('person_record', 'investigation')}
      else false
    end`,
  },
  { table: 'app.safe_contact_card', which: sharedWith('safe_contact_card', 'safe-contact') },
  { table: 'app.contact_route', which: sharedWith('contact_route', 'safe-contact') },
  { table: 'app.incident', which: sharedWith('incident', 'incident') },
  { table: 'app.report', which: sharedWith('report', 'investigation') },
  { table: 'app.person', which: sharedWith('person', 'needs') },
] as const;

const policies = (provider: string) => `
  alter policy receiver_sees on app.share using (${provider} and ${MY_AGENCY} and state = 'open');
  alter policy receiver_sees on app.share_notice using (${provider} and ${MY_AGENCY});
  alter policy receiver_notes on app.share_notice using (${provider} and ${MY_AGENCY});
  ${['consent_entry', 'consent_override']
    .map(
      (table) => `alter policy recipient_sees on app.${table} using (
        ${provider} and recipient = 'agency:' || (select app.claim_agency())::text
      );`,
    )
    .join('\n')}
  ${SHARED_TABLES.map(
    ({ table, which }) => `alter policy share_reads on ${table} using (${provider} and ${which});`,
  ).join('\n')}
  alter policy agreement_first on vault.person_record using (
    (select app.claim_role()) = 'officer' or kind not in ('identity', 'contact-route', 'crime-reference')
    or not app.identity_withheld(person_id)
    or ((select app.claim_role()) = 'safeguarding-lead' and kind = 'identity' and app.safeguards_now(person_id))
    or ((select app.claim_role()) = 'data-protection-officer' and person_id in (select app.people_of_requests()))
    or (${provider} and app.shared_with_me(person_id, case kind
      when 'identity' then 'identity' when 'contact-route' then 'safe-contact' else 'investigation' end))
  );
`;

const sharedWithMe = (provider: string) => `
  create or replace function app.shared_with_me(person uuid, what text) returns boolean language sql stable as $$
    select ${provider} and exists (
      select 1 from app.share s
      where s.person_id = person and s.agency_id = app.claim_agency() and s.state = 'open'
        and what = any (s.data_classes)
        and (app.consent_stands(person, 'agency:' || s.agency_id::text, s.purpose, what)
          or app.override_covers(person, 'agency:' || s.agency_id::text, s.purpose, what))
    )
  $$;
`;
