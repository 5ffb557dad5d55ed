import { releaseRow } from '../disclosure';

/** Reports that the police referred in a rolling year, each counted once, by district. */
export interface ReferralCount {
  readonly district: string;
  readonly referrals: number;
}

/** Null is a count that might point at somebody. */
export interface ReleasedReferrals {
  readonly total: number | null;
  readonly districts: readonly { readonly district: string; readonly referrals: number | null }[];
}

/** The counts of one year as they may be published (DESIGN §10); a district that nobody was referred from has 0. */
export function releasedReferrals(
  districts: readonly string[],
  counts: readonly ReferralCount[],
): ReleasedReferrals {
  const all = [...new Set([...districts, ...counts.map(({ district }) => district)])].toSorted();
  const of = new Map(counts.map(({ district, referrals }) => [district, referrals]));
  const { total, parts } = releaseRow(Object.fromEntries(all.map((code) => [code, of.get(code) ?? 0])));
  return { total, districts: all.map((district) => ({ district, referrals: parts[district] ?? null })) };
}
