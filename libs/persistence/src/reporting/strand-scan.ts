/** What each kind of strand is cut by, and under which value. */
const STRAND_CUTS = [
  ['need', 'county', `'all'`],
  ['need', 'service', 's.value'],
  ['outcome', 'question', 's.value'],
  ['staying', 'adviser', 's.value'],
] as const;

/** What came to each service and left it, from the spells of each request. */
const CASELOAD_SCAN = `
  select 'caseload' as measure, 'listed-service' as dimension,
    date_trunc('month', to_timestamp(m.at / 1000.0) at time zone 'UTC')::date as month_on, s.value, '' as limb,
    (x.spell->>'as') || m.what as bucket, count(*) as count
  from report.strand_fact s
  cross join lateral jsonb_array_elements(s.evidence) x(spell)
  cross join lateral (values
    ((x.spell->>'from')::numeric, '-came'), ((x.spell->>'to')::numeric, '-left')
  ) m(at, what)
  where s.side = $1 and s.kind = 'caseload' and m.at is not null group by 3, 4, 6`;

const COMPLAINT_SCAN = `
  select 'complaint' as measure, 'county' as dimension, month_on, 'all' as value, '' as limb, state as bucket,
    count(*) as count
  from report.complaint_fact where side = $1 group by month_on, state`;

/** Counts every strand by where it stands: measure, dimension, month_on, value, limb, bucket, count. */
export const STRAND_SCANS: readonly string[] = STRAND_CUTS.map(
  ([kind, dimension, value]) => `
    select '${kind}' as measure, '${dimension}' as dimension, s.month_on, ${value} as value, '' as limb,
      s.state as bucket, count(*) as count
    from report.strand_fact s where s.side = $1 and s.kind = '${kind}' group by 3, 4, 6`,
).concat(CASELOAD_SCAN, COMPLAINT_SCAN);
