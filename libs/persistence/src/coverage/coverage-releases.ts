import type {
  HeldOffences,
  Instant,
  OffenceDefinition,
  PeriodLength,
  ReleasedReferrals,
  RuleVersion,
} from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { instantOf } from '../columns';

/** What was published of one rolling year. */
export interface CoverageRelease {
  /** The first month of its last quarter, `YYYY-MM`. */
  readonly quarter: string;
  /** Its first month. */
  readonly first: string;
  readonly madeAt: Instant;
  /** The disclosure rule that it was protected under. */
  readonly rule: RuleVersion;
  readonly released: ReleasedReferrals;
}

/** One file or form of counts of recorded offences, as it was taken in. */
export interface OffenceSetRow {
  readonly id: string;
  readonly definition: OffenceDefinition;
  readonly months: PeriodLength;
  readonly source: string;
  readonly licence: string;
  readonly takenAt: Instant;
  readonly first: string;
  readonly last: string;
  readonly counts: number;
  /** Of these, how many a later set has superseded. */
  readonly superseded: number;
}

const MOST_RELEASES = 40;
const MOST_SETS = 200;

/** The quarters that are published, newest first. */
export async function coverageQuarters(manager: EntityManager): Promise<readonly string[]> {
  const rows = await manager.query<{ quarter: string }[]>(
    `select quarter from app.coverage_release order by quarter desc limit ${MOST_RELEASES}`,
  );
  return rows.map(({ quarter }) => quarter);
}

/** What was published of a rolling year; null when nothing was. */
export async function coverageReleaseOf(
  manager: EntityManager,
  quarter: string,
): Promise<CoverageRelease | null> {
  const [release] = await manager.query<RawRelease[]>(
    'select first_month, referrals, rule_id, rule_version, made_at from app.coverage_release where quarter = $1',
    [quarter],
  );
  if (release === undefined) return null;
  const districts = await manager.query<ReleasedReferrals['districts']>(
    'select district, referrals from app.coverage_release_line where quarter = $1 order by district',
    [quarter],
  );
  return {
    quarter,
    first: release.first_month,
    madeAt: instantOf(release.made_at),
    rule: { id: release.rule_id, version: release.rule_version },
    released: { total: release.referrals, districts },
  };
}

interface RawRelease {
  readonly first_month: string;
  readonly referrals: number | null;
  readonly rule_id: string;
  readonly rule_version: string;
  readonly made_at: Date;
}

/** The newest count of each district and period that a year may be made of, for every definition. */
export async function heldOffences(
  manager: EntityManager,
  { first, after }: { readonly first: string; readonly after: string },
): Promise<readonly (HeldOffences & { readonly definition: OffenceDefinition })[]> {
  return manager.query(
    `select distinct on (c.definition, c.months, c.first_month, c.district) c.definition, c.district,
       c.first_month as "first", c.months, c.offences, s.source
     from app.offence_count c join app.offence_set s using (set_id)
     where c.first_month >= $1 and c.first_month < $2
     order by c.definition, c.months, c.first_month, c.district, c.version desc`,
    [first, after],
  );
}

/** What was taken in, newest first; the latest 200. */
export async function offenceSets(manager: EntityManager): Promise<readonly OffenceSetRow[]> {
  const rows = await manager.query<(Omit<OffenceSetRow, 'takenAt'> & { taken_at: Date })[]>(
    `select s.set_id as id, s.definition, s.months, s.source, s.licence, s.taken_at,
       min(c.first_month) as "first", max(c.first_month) as "last", count(*)::integer as counts,
       (count(*) filter (where exists (
         select 1 from app.offence_count n where n.definition = c.definition and n.months = c.months
           and n.first_month = c.first_month and n.district = c.district and n.version > c.version
       )))::integer as superseded
     from app.offence_set s join app.offence_count c using (set_id)
     group by s.set_id order by s.taken_at desc, s.set_id desc limit ${MOST_SETS}`,
  );
  return rows.map(({ taken_at, ...row }) => ({ ...row, takenAt: instantOf(taken_at) }));
}
