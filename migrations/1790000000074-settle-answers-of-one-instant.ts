import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of two agreements about one question at one instant the narrower one counts, whatever the order of the rows. */
export class SettleAnswersOfOneInstant1790000000074 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(consentStands(`, e.expires_at nulls last, ${NOT_DOUBTED}`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(consentStands(''));
  }
}

const NOT_DOUBTED = `not coalesce(e.basis = 'adult' and e.recipient <> 'this-service'
  and e.recorded_at <= app.consents_doubted_at(person), false)`;

const consentStands = (further: string) => `
  create or replace function app.consent_stands(person uuid, whom text, why text, what text) returns boolean
    language sql stable as $$
    select coalesce((
      select e.decision = 'given' and (e.expires_at is null or e.expires_at > app.service_now()) and ${NOT_DOUBTED}
      from app.consent_entry e
      where e.person_id = person and e.recipient = whom and e.purpose = why
        and (e.data_class = what or e.data_class is null)
      order by e.recorded_at desc, (e.decision = 'given') ${further} limit 1
    ), false)
  $$;
`;
