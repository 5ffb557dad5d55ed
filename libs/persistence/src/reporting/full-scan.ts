import { COUNTY_STEP, FINE_UNTIL, LONGEST_SPREAD, PART_STEP, type Cell } from '#libs/domain';
import type { DataSource, EntityManager } from 'typeorm';
import type { Side } from '../promise-facts';
import { STRAND_SCANS } from './strand-scan';

/**
 * Counts every cell of one side from the facts themselves, by a query that shares nothing with the rule that keeps the
 * rollups: what says whether they are right. It reads all facts several times; no page may wait for it.
 */
export async function fullScan(
  reader: Pick<DataSource | EntityManager, 'query'>,
  side: Side,
): Promise<readonly Cell[]> {
  const cells: Cell[] = [];
  for (const query of fullScanQueries()) {
    const found = await reader.query<Cell[]>(
      `select measure, dimension, value, month_on::text as "monthOn", limb, bucket, count::float8 as count
       from (${query}) scanned`,
      [side],
    );
    for (const cell of found) cells.push(cell);
  }
  return cells;
}

/** One query for each cut, each of one side, `$1`: measure, dimension, month_on, value, limb, bucket, count. */
export function fullScanQueries(): readonly string[] {
  return [
    ...CUTS.flatMap(([dimension, value]) => [limbCells(dimension, value), referralCells(dimension, value)]),
    RULES,
    STARTS,
    RESPONSE,
    REACH_STANDING,
    ...PATHWAY_CUTS.map(([kind, dimension, value]) => pathwayCells({ kind, dimension, value })),
    ...STRAND_SCANS,
  ];
}

const POLICE = `case when r.source = 'police' then`;

/** What a referral counts under; nothing where it is not counted there. */
const CUTS = [
  ['county', `${POLICE} 'all' end`],
  ['source', 'r.source'],
  ['district', `${POLICE} r.district end`],
  ['centre', `${POLICE} r.centre end`],
  ['offence-group', `${POLICE} r.offence_group end`],
  ['weekday', `${POLICE} r.weekday end`],
  ['hour-band', `${POLICE} r.hour_band end`],
] as const;

const PATHWAY_CUTS = [
  ['wait', 'county', `'all'`],
  ['wait', 'service', 'p.service'],
  ['wait', 'provider', 'p.provider'],
  ['justice', 'county', `'all'`],
  ['justice', 'district', 'r.district'],
] as const;

function limbCells(dimension: string, value: string): string {
  return `
    select c.measure, '${dimension}' as dimension, month_on, value, limb, c.bucket, sum(n) as count
    from (
      select f.month_on, ${value} as value, f.limb, f.state, f.basis, f.cancelled_because, f.in_adjusted_time,
        f.miss_reason, f.first_attempt, count(*) as n
      from report.promise_fact f join report.referral_fact r on r.side = f.side and r.case_id = f.case_id
      where f.side = $1 group by 1, 2, 3, 4, 5, 6, 7, 8, 9
    ) g cross join lateral (values
      ('promise', state),
      ('promise-basis', case when state in ('met', 'missed') then coalesce(basis, 'not-done') end),
      ('promise-cancelled', case when state = 'cancelled' then coalesce(cancelled_because, 'other') end),
      ('promise-adjusted', case when in_adjusted_time then 'in-adjusted-time' end),
      ('promise-reason', miss_reason),
      ('first-attempt', first_attempt)
    ) c(measure, bucket)
    where c.bucket is not null and value is not null group by 1, 3, 4, 5, 6`;
}

const RULES = `
  select 'promise-rules' as measure, 'county' as dimension, f.month_on, 'all' as value, f.limb, c.bucket,
    count(*) as count
  from report.promise_fact f cross join lateral (values
    (case when f.binding then 'binding' end),
    ('policy ' || f.policy_id || ' v' || f.policy_version),
    ('calendar ' || f.calendar_id || ' v' || f.calendar_version)
  ) c(bucket)
  where f.side = $1 and f.source = 'police' and c.bucket is not null group by f.month_on, f.limb, c.bucket`;

/** Looks at the attempts, exceptions and stops of each referral, as they are kept. */
const REACH_STANDING = `
  select 'reach-standing' as measure, 'county' as dimension, month_on, 'all' as value, '' as limb, bucket,
    count(*) as count
  from (
    select r.month_on, case
      when r.rung >= 4 then 'reached'
      when s.reasons && array['stop-word', 'asked-to-stop'] then 'ended-otherwise'
      when s.bases is null and s.reasons is not null and s.others then 'ended-otherwise'
      when s.bases is null then 'still-tried'
      when 'calls-raise-the-risk' = any(s.bases) or 'someone-else-answered' = any(a.outcomes) then 'unsafe-to-call'
      when 'no-safe-way-left' = any(s.bases) or 'no-safe-route' = any(e.reasons) then 'no-safe-route'
      when 'number-not-working' = any(a.outcomes) or 'wrong-details-with-police' = any(e.reasons)
        then 'wrong-number'
      when 'person-is-elsewhere' = any(s.bases) then 'elsewhere'
      when 'asked-to-wait' = any(e.reasons) then 'asked-to-wait'
      when 'no-interpreter' = any(e.reasons) then 'no-interpreter'
      when a.outcomes is not null then 'no-answer' else 'no-attempt' end as bucket
    from report.referral_fact r
    cross join lateral (
      select array_agg(x->>'outcome') as outcomes, max((x->>'at')::timestamptz) as last_at
      from jsonb_array_elements(r.attempts) x where x->>'confirmation' <> 'declined'
    ) a
    cross join lateral (
      select array_agg(x->>'reason') as reasons from jsonb_array_elements(r.exceptions) x
      where not x ? 'stop' and x->>'standing' = 'counts'
    ) e
    cross join lateral (
      select array_agg(x.reason) as reasons, bool_or(not x.agreed) as others,
        array_agg(x.reason) filter (where x.agreed and (a.last_at is null or a.last_at <= x.at)) as bases
      from (
        select y->>'reason' as reason, (y->>'at')::timestamptz as at,
          y->>'reason' in ('policy-used-up', 'calls-raise-the-risk', 'no-safe-way-left', 'person-is-elsewhere',
            'lost-contact') as agreed
        from jsonb_array_elements(r.exceptions) y where y ? 'stop' and y->>'standing' = 'counts'
      ) x
    ) s
    where r.side = $1 and r.counted and r.month_on is not null and r.source = 'police'
  ) g group by month_on, bucket`;

const RESPONSE = `
  select 'response-minutes' as measure, 'county' as dimension, month_on, 'all' as value, '' as limb,
    (case when minutes < ${FINE_UNTIL} then minutes / ${COUNTY_STEP} * ${COUNTY_STEP} else minutes / 60 * 60 end)::text
      as bucket, count(*) as count
  from (
    select month_on, least(greatest(floor(extract(epoch from attempt_at - submitted_at) / 60), 0),
      ${LONGEST_SPREAD})::integer as minutes
    from report.referral_fact
    where side = $1 and counted and month_on is not null and source = 'police'
      and attempt_at is not null and submitted_at is not null
  ) r group by month_on, bucket`;

const STARTS = `
  select 'promise' as measure, 'start' as dimension, f.month_on,
    case when 'not-recorded' in (r.weekday, r.hour_band) then 'not-recorded'
      else r.weekday || '-' || r.hour_band end as value, f.limb, f.state as bucket, count(*) as count
  from report.promise_fact f join report.referral_fact r on r.side = f.side and r.case_id = f.case_id
  where f.side = $1 and f.source = 'police' group by 3, 4, 5, 6`;

function referralCells(dimension: string, value: string): string {
  const step = dimension === 'county' ? COUNTY_STEP : PART_STEP;
  const whole = (at: string) =>
    `least(greatest(floor(extract(epoch from ${at} - r.started_at) / 60), 0), ${LONGEST_SPREAD})::integer`;
  const minutes = (at: string) => `case when ${at} is null then null
    when ${whole(at)} < ${FINE_UNTIL} then ${whole(at)} / ${step} * ${step} else ${whole(at)} / 60 * 60 end`;
  return `
    select c.measure, '${dimension}' as dimension, month_on, value, '' as limb, c.bucket, sum(n) as count
    from (
      select r.month_on, ${value} as value, r.rung, r.attempts_to_reach, r.engagement_at is not null as engaged,
        case when r.source = 'police' then ${minutes('r.submitted_at')} end as handover,
        ${minutes('r.attempt_at')} as attempt, ${minutes('r.conversation_at')} as conversation, count(*) as n
      from report.referral_fact r where r.side = $1 and r.counted and r.month_on is not null
      group by 1, 2, 3, 4, 5, 6, 7, 8
    ) g cross join lateral (values
      ('referrals', 'referred'),
      ('rung', rung::text),
      ('attempts-to-reach', case when attempts_to_reach is null then 'not-reached'
        when attempts_to_reach >= 5 then '5+' else attempts_to_reach::text end),
      ('engagement', case when engaged then 'engaged' when rung >= 4 then 'reached-not-engaged'
        else 'not-reached' end),
      ('handover-minutes', handover::text),
      ('attempt-minutes', attempt::text),
      ('conversation-minutes', conversation::text)
    ) c(measure, bucket)
    where c.bucket is not null and value is not null group by 1, 3, 4, 6`;
}

function pathwayCells({
  kind,
  dimension,
  value,
}: {
  kind: string;
  dimension: string;
  value: string;
}): string {
  const days = (at: string) =>
    `case when p.${at} is not null then
      greatest(floor(extract(epoch from p.${at} - p.started_at) / 86400), 0)::integer::text end`;
  const [reached, ended] = kind === 'wait' ? ['wait-days', null] : ['charge-days', 'outcome-days'];
  return `
    select c.measure, '${dimension}' as dimension, p.month_on, ${value} as value, '' as limb, c.bucket,
      count(*) as count
    from report.pathway_fact p join report.referral_fact r on r.side = p.side and r.case_id = p.case_id
    cross join lateral (values
      ('${kind}', p.state), ('${reached}', ${days('reached_at')}),
      ('${ended ?? 'none'}', ${ended === null ? 'null' : days('ended_at')})
    ) c(measure, bucket)
    where p.side = $1 and p.kind = '${kind}' and c.bucket is not null group by 1, 3, 4, 6`;
}
