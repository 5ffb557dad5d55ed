/** What each kind of strand is cut by, and under which value. */
const STRAND_CUTS = [
  ['need', 'county', `'all'`],
  ['need', 'service', 's.value'],
  ['outcome', 'question', 's.value'],
] as const;

/** Counts every strand by where it stands: measure, dimension, month_on, value, limb, bucket, count. */
export const STRAND_SCANS: readonly string[] = STRAND_CUTS.map(
  ([kind, dimension, value]) => `
    select '${kind}' as measure, '${dimension}' as dimension, s.month_on, ${value} as value, '' as limb,
      s.state as bucket, count(*) as count
    from report.strand_fact s where s.side = $1 and s.kind = '${kind}' group by 3, 4, 6`,
);
