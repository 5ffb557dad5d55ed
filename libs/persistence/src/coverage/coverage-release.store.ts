import type { CoverageReleaseStore } from '#libs/casework';
import type {
  Instant,
  ReferralCount,
  ReleasedReferrals,
  ReleasedYear,
  RollingYear,
  RuleVersion,
} from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf, maybeInstantOf } from '../columns';
import { coverageQuarters, coverageReleaseOf } from './coverage-releases';

/** Twelve months and four quarters of them: nothing older has a month in common with what is published next. */
const MOST_OVERLAPPING = 8;

export class PostgresCoverageReleaseStore implements CoverageReleaseStore {
  constructor(private readonly manager: EntityManager) {}

  async began(): Promise<Instant | null> {
    const [row] = await this.manager.query<{ began: Date | null }[]>(
      'select min(submitted_at) as began from app.referral',
    );
    return maybeInstantOf(row?.began ?? null);
  }

  async isReleased({ quarter }: RollingYear): Promise<boolean> {
    const rows = await this.manager.query<unknown[]>(
      'select 1 from app.coverage_release where quarter = $1',
      [quarter],
    );
    return rows.length > 0;
  }

  async published(): Promise<readonly ReleasedYear[]> {
    const quarters = (await coverageQuarters(this.manager)).slice(0, MOST_OVERLAPPING);
    const years: ReleasedYear[] = [];
    for (const quarter of quarters) {
      const release = await coverageReleaseOf(this.manager, quarter);
      if (release !== null) years.push(release);
    }
    return years;
  }

  /** A report that several referrals tell of counts once; what another referral repeats, or is not ours, never. */
  async countedOf({ from, until }: RollingYear): Promise<readonly ReferralCount[]> {
    return this.manager.query<ReferralCount[]>(
      `select district, count(*)::integer as referrals from (
         select distinct on (r.report_id) r.report_id, r.district
         from app.referral r join app.report p using (report_id)
         where r.source = 'police' and p.reported_at >= $1 and p.reported_at < $2
           and r.state not in ('draft', 'abandoned', 'linked-duplicate', 'out-of-scope')
         order by r.report_id, r.submitted_at, r.referral_id
       ) counted group by district`,
      [dateOf(from), dateOf(until)],
    );
  }

  async release(
    { quarter, first }: RollingYear,
    {
      released,
      rule,
      now,
    }: { readonly released: ReleasedReferrals; readonly rule: RuleVersion; readonly now: Instant },
  ): Promise<void> {
    const begun = await this.manager.query<unknown[]>(
      `insert into app.coverage_release (quarter, first_month, referrals, rule_id, rule_version, made_at)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning quarter`,
      [quarter, first, released.total, rule.id, rule.version, dateOf(now)],
    );
    if (begun.length === 0) return;
    await this.manager.query(
      `insert into app.coverage_release_line (quarter, district, referrals)
       select $1, l.district, l.referrals from unnest($2::text[], $3::integer[]) as l(district, referrals)`,
      [
        quarter,
        released.districts.map(({ district }) => district),
        released.districts.map(({ referrals }) => referrals),
      ],
    );
  }
}
