import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Looks at people that an auditor might ask about: somebody of the user's own name, somebody the user had nothing to do
 * with, or many in one day. Written by the service from the list of who saw what, one day at a time; ids alone, so that
 * the auditor learns no name.
 */
export class WatchWhoLooks1790000000137 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table app.access_day (
        on_day date primary key,
        until_at timestamptz not null,
        judged_at timestamptz not null,
        rule_version integer not null,
        constraint access_day_judged_when_over check (until_at < judged_at)
      );
      create table app.unusual_access (
        unusual_id uuid primary key default uuidv7(),
        on_day date not null,
        kind text not null,
        actor_id uuid not null,
        person_id uuid,
        how_many integer not null,
        constraint unusual_access_of_day foreign key (on_day) references app.access_day,
        constraint unusual_access_by_user foreign key (actor_id) references app.staff_user,
        constraint unusual_access_kind_known check (kind in ('own-name', 'no-work', 'many-people')),
        constraint unusual_access_of_somebody check ((person_id is null) = (kind = 'many-people')),
        constraint unusual_access_how_many check (how_many >= 1),
        constraint unusual_access_once unique nulls not distinct (on_day, kind, actor_id, person_id)
      );
      create index unusual_access_newest on app.unusual_access (on_day desc, unusual_id desc);
      ${['access_day', 'unusual_access']
        .map(
          (table) => `
      alter table app.${table} enable row level security;
      alter table app.${table} force row level security;
      create trigger ${table}_append_only before update or delete on app.${table}
        for each row execute function app.refuse_change();
      create trigger ${table}_never_truncated before truncate on app.${table}
        for each statement execute function app.refuse_change();
      create policy service_judges on app.${table} to waymark_worker using (true) with check (true);
      create policy auditor_sees on app.${table} for select to waymark_web
        using ((select app.claim_role()) = 'auditor');
      grant select, insert on app.${table} to waymark_worker;
      grant select on app.${table} to waymark_web;`,
        )
        .join('\n')}
      select app.put_behind_walls('app.unusual_access');
      grant select (seen_at, actor_id, person_id, what, basis) on app.access_log to waymark_worker;
      ${opensFor(`${OPENED_BEFORE} or ${WAITS_TO_BE_JUDGED}`)}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${opensFor(OPENED_BEFORE)}
      revoke select (seen_at, actor_id, person_id, what, basis) on app.access_log from waymark_worker;
      drop table app.unusual_access, app.access_day;
    `);
  }
}

/** What the worker opens without this: a claimed message's address, what matching compares, the birthday of a child. */
const OPENED_BEFORE = `
  (kind = 'contact-route' and exists (
    select 1 from app.person_message m
    where m.route_id = record_id and m.state = 'queued' and m.claimed_at is not null
  )) or (kind in ('identity', 'contact-route', 'crime-reference') and (select exists (select 1 from app.match_task)))
  or (
    kind = 'identity' and exists (
      select 1 from app.person p where p.person_id = person_record.person_id
        and coalesce(p.age_now, p.age_band) in ('under-13', '13-15', '16-17')
        and (p.age_looked_on is null
          or p.age_looked_on < date_trunc('month', app.service_now() at time zone 'UTC' + interval '1 day'))
    )
  )`;

/** The name of somebody at whom anybody looked since the last day that is judged. */
const WAITS_TO_BE_JUDGED = `(
    kind = 'identity' and exists (
      select 1 from app.access_log a where a.person_id = person_record.person_id
        and a.seen_at >= (select coalesce(max(d.until_at), '-infinity') from app.access_day d)
    )
  )`;

const opensFor = (what: string) =>
  `alter policy service_opens_claimed on vault.person_record using (${what});`;
