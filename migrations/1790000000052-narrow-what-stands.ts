import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What somebody agreed to as an adult, and turns out to have agreed to as a child, carries no share any more until it
 * is given again. And a record about a person is sealed only by whoever creates them, handles a case of theirs or
 * answers a question about it: to know an id is not enough.
 */
export class NarrowWhatStands1790000000052 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table app.person add column consents_doubted_at timestamptz;
      grant update (consents_doubted_at) on app.person to waymark_web;
      -- For whoever reads a ledger, also where they may not read the person.
      create function app.consents_doubted_at(person uuid) returns timestamptz
        language sql stable security definer set search_path = '' as $$
        select p.consents_doubted_at from app.person p where p.person_id = person
      $$;
      revoke execute on function app.consents_doubted_at from public;
      grant execute on function app.consents_doubted_at to waymark_web, waymark_worker;

      alter table app.share drop constraint share_closing_known, add constraint share_closing_known check (closing in (
        'consent-withdrawn', 'consent-expired', 'override-ended', 'not-needed', 'giver-was-a-child'
      ));

      -- Asked with the snapshot of the statement: whoever is created by the same statement is not there yet.
      create function app.person_is_known(person uuid) returns boolean
        language sql stable security definer set search_path = '' as $$
        select exists (select 1 from app.person p where p.person_id = person)
      $$;
      revoke execute on function app.person_is_known from public;
      grant execute on function app.person_is_known to waymark_web;
      alter policy referrer_adds on vault.person_record with check (
        (select app.may_refer()) and (
          not app.person_is_known(person_id)
          or ((select app.handles_cases())
            and exists (select 1 from app.case_file c where c.person_id = person_record.person_id
              and c.handling_agency_id = (select app.claim_agency())))
          or exists (select 1 from app.case_file c where c.person_id = person_record.person_id
            and c.case_id = (select app.answering_case()))
        )
      );
    `);
    await runner.query(consentStands(`and ${NOT_DOUBTED}`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(consentStands(''));
    await runner.query(`
      alter policy referrer_adds on vault.person_record with check ((select app.may_refer()));
      drop function app.person_is_known(uuid);
      drop function app.consents_doubted_at(uuid);
      alter table app.person drop column consents_doubted_at;
    `);
  }
}

/** `isDoubted` of domain/consent, from the rows that the ledger marks, says the same. */
const NOT_DOUBTED = `not coalesce(e.basis = 'adult' and e.recipient <> 'this-service'
  and e.recorded_at <= app.consents_doubted_at(person), false)`;

const consentStands = (more: string) => `
  create or replace function app.consent_stands(person uuid, whom text, why text, what text) returns boolean
    language sql stable as $$
    select coalesce((
      select e.decision = 'given' and (e.expires_at is null or e.expires_at > app.service_now()) ${more}
      from app.consent_entry e
      where e.person_id = person and e.recipient = whom and e.purpose = why
        and (e.data_class = what or e.data_class is null)
      order by e.recorded_at desc, (e.decision = 'given') limit 1
    ), false)
  $$;
`;
