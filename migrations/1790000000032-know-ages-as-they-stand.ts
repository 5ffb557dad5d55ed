import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Ages as they stand now: a band that changes with a birthday is looked at once a month, and a child under 13 is kept
 * from the referral centre until the police or social care were told.
 */
export class KnowAgesAsTheyStand1790000000032 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(AGES);
    await runner.query(SARC);
    await runner.query(LOOKING);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter policy service_opens_claimed on vault.person_record using (${OPENED_BEFORE});
      drop policy sarc_by_age on app.share;
      drop function app.sarc_is_closed(uuid);
      alter table app.agency drop column sarc;
      alter table app.person drop column age_at_incident, drop column age_now, drop column age_looked_on;
    `);
  }
}

const listed = (codes: readonly string[]) => codes.map((code) => `'${code}'`).join(', ');

const BANDS = listed(['under-13', '13-15', '16-17', '18-24', '25-39', '40-59', '60-plus']);
const CHILD_BANDS = listed(['under-13', '13-15', '16-17']);

/** \`age_now\` is null while it is what it was at the report: nothing has to be said twice. */
const AGES = `
  alter table app.person
    add column age_at_incident text,
    add column age_now text,
    add column age_looked_on date,
    add constraint person_age_at_incident_known check (age_at_incident in (${BANDS})),
    add constraint person_age_now_known check (age_now in (${BANDS}));
  create index person_child on app.person (age_looked_on nulls first, person_id)
    where coalesce(age_now, age_band) in (${CHILD_BANDS});
  grant update (age_now, age_looked_on) on app.person to waymark_worker;
`;

/** What the worker opens without this: the address of a claimed message, and what matching compares. */
const OPENED_BEFORE = `
  (kind = 'contact-route' and exists (
    select 1 from app.person_message m
    where m.route_id = record_id and m.state = 'queued' and m.claimed_at is not null
  )) or (kind in ('identity', 'contact-route', 'crime-reference') and (select exists (select 1 from app.match_task)))`;

/** And the date of birth of a child whose age nobody has looked at this month; a day over covers any time zone. */
const LOOKING = `
  alter policy service_opens_claimed on vault.person_record using (${OPENED_BEFORE} or (
    kind = 'identity' and exists (
      select 1 from app.person p where p.person_id = person_record.person_id
        and coalesce(p.age_now, p.age_band) in (${CHILD_BANDS})
        and (p.age_looked_on is null
          or p.age_looked_on < date_trunc('month', app.service_now() at time zone 'UTC' + interval '1 day'))
    )
  ));
`;

/** The database keeps a child under 13 from the referral centre until the police or social care were told. */
const SARC = `
  alter table app.agency add column sarc boolean not null default false;
  create function app.sarc_is_closed(person uuid) returns boolean language sql stable as $$
    select exists (
      select 1 from app.person p where p.person_id = person and coalesce(p.age_now, p.age_band) = 'under-13'
    ) and not exists (
      select 1 from app.safeguarding_report r
      where r.person_id = person and r.body in ('police', 'childrens-social-care')
    )
  $$;
  create policy sarc_by_age on app.share as restrictive for insert to waymark_web with check (
    not exists (select 1 from app.agency a where a.agency_id = share.agency_id and a.sarc)
    or not app.sarc_is_closed(person_id)
  );
`;
