import type { CivilDate, CoverageRow, DateSpan, DirectoryService } from './service';

/** Whether a half-open span of days holds this day. Days compare as text. */
export function holdsDay({ from, to }: DateSpan, on: CivilDate): boolean {
  return from <= on && (to === null || on < to);
}

/** Whether two half-open spans of days share a day; spans that only touch do not. */
export function spansOverlap(a: DateSpan, b: DateSpan): boolean {
  return (b.to === null || a.from < b.to) && (a.to === null || b.from < a.to);
}

/**
 * The row under which a service covers a district on a day, or null. A sound service has at most one: rows of the same
 * district never overlap.
 */
export function coverageOn(
  { coverage }: Pick<DirectoryService, 'coverage'>,
  { district, on }: { readonly district: string; readonly on: CivilDate },
): CoverageRow | null {
  return coverage.find((row) => row.district === district && holdsDay(row, on)) ?? null;
}

/** Whether a service covers a district on a day, however well that is known: see `coverageOn` for the evidence. */
export function coversDistrict(
  service: Pick<DirectoryService, 'coverage'>,
  district: string,
  on: CivilDate,
): boolean {
  return coverageOn(service, { district, on }) !== null;
}

/** Districts with two rows that hold on the same day, each once. */
export function overlappingDistricts(coverage: readonly CoverageRow[]): readonly string[] {
  const districts = coverage.flatMap((row, index) =>
    coverage.slice(index + 1).some((other) => other.district === row.district && spansOverlap(row, other))
      ? [row.district]
      : [],
  );
  return [...new Set(districts)];
}

/**
 * Stretches of days within `within` on which none of these rows of one district holds, in order. An open end of
 * `within` gives a gap without an end.
 */
export function coverageGaps(rows: readonly DateSpan[], within: DateSpan): readonly DateSpan[] {
  const gaps: DateSpan[] = [];
  let from = within.from;
  for (const row of [...rows].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (!spansOverlap(row, { from, to: within.to })) continue;
    if (row.from > from) gaps.push({ from, to: row.from });
    if (row.to === null) return gaps;
    if (row.to > from) from = row.to;
  }
  if (within.to === null || from < within.to) gaps.push({ from, to: within.to });
  return gaps;
}
