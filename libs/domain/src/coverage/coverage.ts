import { countsLikeReferrals, type OffenceDefinition } from './offence-definition';
import { monthPlus, PERIOD_LENGTHS, type PeriodLength } from './offence-period';
import type { ReleasedReferrals } from './referrals-released';
import { afterYear } from './rolling-year';

/**
 * A count of recorded offences as it stands: the newest that was taken in for its period and district. Anybody can read
 * it at its source, so that it may be shown as it is.
 */
export interface HeldOffences {
  readonly district: string;
  readonly first: string;
  readonly months: PeriodLength;
  readonly offences: number;
  readonly source: string;
}

/**
 * Why referrals are not divided by offences. `definition`: it does not count every sexual offence; `referrals-hidden`:
 * they might point at somebody; `offences-unknown`: not for each of the months; `sources-differ`:
 * parts of them come from different sources; `too-few`: fewer than ten offences.
 */
export const NOT_COMPARED = [
  'definition',
  'offences-unknown',
  'sources-differ',
  'referrals-hidden',
  'too-few',
] as const;
export type NotCompared = (typeof NOT_COMPARED)[number];

export interface CoverageLine {
  /** Null is the whole county. */
  readonly district: string | null;
  readonly referrals: number | null;
  /** Null is not known. */
  readonly offences: number | null;
  readonly source: string | null;
  readonly answer:
    | { readonly kind: 'compared'; readonly per100: number }
    | { readonly kind: 'not-compared'; readonly why: NotCompared };
}

export interface CoverageAsked {
  /** The first of the months that are compared. */
  readonly first: string;
  /** First month of the quarter that ends them. */
  readonly quarter: string;
  readonly definition: OffenceDefinition;
  readonly released: ReleasedReferrals;
  /** Those of this definition alone. */
  readonly offences: readonly HeldOffences[];
}

const FEWEST_OFFENCES = 10;

/**
 * Referrals for each 100 recorded offences, by district, with the county last. Referrals are as they were published: the
 * quotient is worked out of no count that is hidden or exact.
 */
export function coverageOf(asked: CoverageAsked): readonly CoverageLine[] {
  const { released, offences } = asked;
  const years = released.districts.map(({ district }) =>
    yearOf(
      offences.filter((one) => one.district === district),
      asked,
    ),
  );
  const lines = released.districts.map(({ district, referrals }, at) =>
    lineOf(asked, { district, referrals, year: years[at]! }),
  );
  const county = { district: null, referrals: released.total, year: countyYear(years) };
  return [...lines, lineOf(asked, county)];
}

type Year =
  | { readonly kind: 'known'; readonly offences: number; readonly source: string }
  | { readonly kind: 'unknown'; readonly why: 'offences-unknown' | 'sources-differ' };

/** Made of periods of one length and one source, which cover the months without a gap. */
function yearOf(held: readonly HeldOffences[], { first, quarter }: CoverageAsked): Year {
  let why: 'offences-unknown' | 'sources-differ' = 'offences-unknown';
  for (const months of PERIOD_LENGTHS) {
    const wanted = startsOf({ first, months, after: afterYear(quarter) });
    if (wanted === null) continue;
    const parts = wanted.flatMap((month) => {
      const found = held.find((one) => one.months === months && one.first === month);
      return found === undefined ? [] : [found];
    });
    if (parts.length < wanted.length) continue;
    const sources = new Set(parts.map(({ source }) => source));
    const [source = ''] = sources;
    if (sources.size > 1) {
      why = 'sources-differ';
      continue;
    }
    return { kind: 'known', offences: sumOf(parts), source };
  }
  return { kind: 'unknown', why };
}

/** The first months of the periods that fill these months exactly; null where none do. */
function startsOf({
  first,
  months,
  after,
}: {
  readonly first: string;
  readonly months: PeriodLength;
  readonly after: string;
}): readonly string[] | null {
  const starts: string[] = [];
  let month = first;
  for (; month < after; month = monthPlus(month, months)) starts.push(month);
  return month === after && starts.length > 0 ? starts : null;
}

function countyYear(years: readonly Year[]): Year {
  const known = years.flatMap((year) => (year.kind === 'known' ? [year] : []));
  const sources = new Set(known.map(({ source }) => source));
  const [source] = sources;
  if (known.length < years.length || source === undefined)
    return { kind: 'unknown', why: 'offences-unknown' };
  if (sources.size > 1) return { kind: 'unknown', why: 'sources-differ' };
  return { kind: 'known', source, offences: sumOf(known) };
}

function sumOf(parts: readonly { readonly offences: number }[]): number {
  return parts.reduce((sum, { offences }) => sum + offences, 0);
}

function lineOf(
  { definition }: CoverageAsked,
  {
    year,
    ...of
  }: { readonly district: string | null; readonly referrals: number | null; readonly year: Year },
): CoverageLine {
  const known = year.kind === 'known' ? year : { offences: null, source: null };
  const line = { ...of, offences: known.offences, source: known.source };
  const not = (why: NotCompared): CoverageLine => ({ ...line, answer: { kind: 'not-compared', why } });
  if (!countsLikeReferrals(definition)) return not('definition');
  if (year.kind === 'unknown') return not(year.why);
  if (of.referrals === null) return not('referrals-hidden');
  if (year.offences < FEWEST_OFFENCES) return not('too-few');
  return { ...line, answer: { kind: 'compared', per100: Math.round((of.referrals * 100) / year.offences) } };
}
