import type { Access, SealedNames, UnusualAccessStore } from '#libs/casework';
import type { DayOfLooking, Instant, PersonId, UserId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf, maybeInstantOf } from '../columns';

/** What says who somebody is, or how to reach them. */
const TELLING: readonly Access['what'][] = [
  'identity',
  'referral-identity',
  'contact-route',
  'safe-contact-words',
];
/** A draft is no person yet. */
const OF_NOBODY = ['draft-author'];
/** Looks that a record of their own explains: a search, two records compared, a request about data, an emergency. */
const EXPLAINED = '^(search|match-review|police-task|data-request .*|break-glass .*)$';

export class PostgresUnusualAccessStore implements UnusualAccessStore {
  constructor(private readonly manager: EntityManager) {}

  async firstUnjudged(): Promise<Instant | null> {
    const [row] = await this.manager.query<{ first: Date | null }[]>(
      `select min(seen_at) as first from app.access_log
       where seen_at >= coalesce((select max(until_at) from app.access_day), '-infinity')
         and what = any($1::text[]) and basis <> all($2::text[])`,
      [TELLING, OF_NOBODY],
    );
    return maybeInstantOf(row?.first ?? null);
  }

  lookedIn(
    span: { readonly from: Instant; readonly until: Instant },
    workedIn: { readonly from: Instant; readonly until: Instant },
  ): Promise<readonly DayOfLooking<UserId, PersonId>[]> {
    return this.manager.query<DayOfLooking<UserId, PersonId>[]>(
      `with looked as (
         select actor_id, person_id, count(*)::integer as times, bool_and(basis ~ $6) as explained
         from app.access_log
         where seen_at >= $1 and seen_at < $2 and what = any($3::text[]) and basis <> all($7::text[])
         group by actor_id, person_id
       )
       select l.actor_id as "actorId", l.person_id as "personId", l.times,
         l.explained or exists (
           select 1 from app.case_file c
           where c.person_id = l.person_id and (
             c.owner_user_id = l.actor_id
             or exists (
               select 1 from app.journal j where j.case_id = c.case_id and j.actor_id = l.actor_id
                 and (j.event_type = 'referral.submitted' or (j.recorded_at >= $4 and j.recorded_at < $5))
             )
             or exists (
               select 1 from app.service_request r
               where r.case_id = c.case_id and r.allocated_to = l.actor_id
             )
           )
         ) as "hadWork"
       from looked l order by l.actor_id, l.person_id`,
      [
        dateOf(span.from),
        dateOf(span.until),
        TELLING,
        dateOf(workedIn.from),
        dateOf(workedIn.until),
        EXPLAINED,
        OF_NOBODY,
      ],
    );
  }

  async sealedNames(asked: {
    readonly userIds: readonly UserId[];
    readonly personIds: readonly PersonId[];
  }): Promise<SealedNames> {
    const users = await this.manager.query<SealedNames['users']>(
      'select user_id as "userId", sealed from vault.staff_profile where user_id = any($1::uuid[])',
      [asked.userIds],
    );
    const people = await this.manager.query<SealedNames['people']>(
      `select person_id as "personId", sealed from vault.person_record
       where record_id = any($1::uuid[]) and kind = 'identity' and not app.identity_withheld(person_id)`,
      [asked.personIds],
    );
    return { users, people };
  }

  async judged(
    { on, until }: Parameters<UnusualAccessStore['judged']>[0],
    { found, ruleVersion, now }: Parameters<UnusualAccessStore['judged']>[1],
  ): Promise<void> {
    const begun = await this.manager.query<unknown[]>(
      `insert into app.access_day (on_day, until_at, judged_at, rule_version) values ($1, $2, $3, $4)
       on conflict do nothing returning on_day`,
      [on, dateOf(until), dateOf(now), ruleVersion],
    );
    if (begun.length === 0) return;
    await this.manager.query(
      `insert into app.unusual_access (on_day, kind, actor_id, person_id, how_many)
       select $1, kind, "actorId", "personId", "howMany" from jsonb_to_recordset($2::jsonb)
         as x(kind text, "actorId" uuid, "personId" uuid, "howMany" integer)`,
      [on, JSON.stringify(found)],
    );
  }
}
