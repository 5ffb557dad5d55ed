import type { ReachAnswersCount, ReachReleaseStore } from '#libs/casework';
import type { Instant, PublishedTable, ReachYear } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf, maybeInstantOf } from '../columns';

const LIVE = 'side = (select live_side from report.figure_build)';

/** The answer that stands: the latest, and that nobody asked where there is none. */
const answer = (question: string) => `coalesce((
  select e.answer from app.equality_answer e where e.case_id = f.case_id and e.question = '${question}'
  order by e.recorded_at desc, e.entry_id desc limit 1
), 'not-asked')`;

export class PostgresReachReleaseStore implements ReachReleaseStore {
  constructor(private readonly manager: EntityManager) {}

  async began(): Promise<Instant | null> {
    const [row] = await this.manager.query<{ began: Date | null }[]>(
      `select min(started_at) as began from report.referral_fact where source = 'police' and ${LIVE}`,
    );
    return maybeInstantOf(row?.began ?? null);
  }

  async isReleased({ year }: ReachYear): Promise<boolean> {
    const rows = await this.manager.query<unknown[]>('select 1 from app.reach_release where year = $1', [
      year,
    ]);
    return rows.length > 0;
  }

  countedOf({ from, after }: ReachYear): Promise<readonly ReachAnswersCount[]> {
    return this.manager.query<ReachAnswersCount[]>(
      `select sex, "ethnicGroup", "ageBand", count(*)::integer as referred,
         (count(*) filter (where rung >= 4))::integer as reached,
         (count(*) filter (where rung >= 7))::integer as engaged
       from (
         select f.rung, p.age_band as "ageBand", ${answer('sex')} as sex, ${answer('ethnic-group')} as "ethnicGroup"
         from report.referral_fact f
         join app.case_file c on c.case_id = f.case_id
         join app.person p on p.person_id = c.person_id
         where f.${LIVE} and f.source = 'police' and f.counted and f.month_on >= $1 and f.month_on < $2
       ) person group by sex, "ethnicGroup", "ageBand"`,
      [from, after],
    );
  }

  async release(
    { year }: ReachYear,
    { tables, now }: { readonly tables: readonly PublishedTable[] | null; readonly now: Instant },
  ): Promise<void> {
    await this.manager.query(
      `insert into app.reach_release (year, made_at, tables) values ($1, $2, $3) on conflict do nothing`,
      [year, dateOf(now), tables === null ? null : JSON.stringify(tables)],
    );
  }
}
