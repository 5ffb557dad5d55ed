import type {
  CellRef,
  CountedTable,
  PublishedCell,
  PublishedTable,
  RuleVersion,
  TableLink,
} from '../disclosure';
import type { RollingYear } from './rolling-year';
import { afterYear } from './rolling-year';

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

/** The months of a release, and what was published of them. */
export interface ReleasedYear extends Pick<RollingYear, 'quarter' | 'first'> {
  readonly released: ReleasedReferrals;
}

const REFERRALS = 'referrals';
const COUNTY = 'county';

/** The counts of one year as a table, its districts in the order of their codes and the county last. */
export function countedReferrals(
  { quarter }: Pick<RollingYear, 'quarter'>,
  { districts, counts }: { readonly districts: readonly string[]; readonly counts: readonly ReferralCount[] },
): CountedTable {
  const all = [...new Set([...districts, ...counts.map(({ district }) => district)])].toSorted();
  const of = new Map(counts.map(({ district, referrals }) => [district, referrals]));
  const numbers = all.map((code) => of.get(code) ?? 0);
  const total = numbers.reduce((sum, count) => sum + count, 0);
  return {
    ...tableOf(quarter, all),
    cells: [...numbers, total].map((count) => [{ kind: 'count', count }]),
    merges: [{ rows: all, into: null }],
  };
}

/** What was published of a year as a table, to be tried beside others. */
export function publishedReferrals(
  { quarter, released }: Pick<ReleasedYear, 'quarter' | 'released'>,
  rule: RuleVersion,
): PublishedTable {
  const cellOf = (value: number | null): PublishedCell =>
    value === null ? { kind: 'hidden' } : { kind: 'rounded', value };
  const { districts, total } = released;
  return {
    ...tableOf(
      quarter,
      districts.map(({ district }) => district),
    ),
    cells: [...districts.map(({ referrals }) => referrals), total].map((value) => [cellOf(value)]),
    rule: { id: rule.id, version: rule.version },
  };
}

/** What a table of one year says, once it is protected. */
export function releasedReferrals(table: PublishedTable): ReleasedReferrals {
  const shown = table.cells.map(([cell]) => (cell?.kind === 'rounded' ? cell.value : null));
  const districts = table.rowHeaders.slice(0, -1).map(({ id }, at) => ({
    district: id,
    referrals: shown[at] ?? null,
  }));
  return { total: shown.at(-1) ?? null, districts };
}

/**
 * What a reader knows of these years: districts add up to the county, and years that overlap have months in common. A
 * report may be corrected between two releases, so that the months need not be the same to the last one.
 */
export function referralLinks(
  years: readonly (Pick<RollingYear, 'quarter' | 'first'> & { readonly districts: readonly string[] })[],
): readonly TableLink[] {
  const ends = years.flatMap(({ first, quarter }) => [first, afterYear(quarter)]);
  const spans = [...new Set(ends)].toSorted();
  return years.flatMap(({ quarter, first, districts }) => {
    const table = tableId(quarter);
    const cell = (row: string): CellRef => ({ table, row, column: REFERRALS });
    const after = afterYear(quarter);
    const months = spans.filter((span) => span >= first && span < after);
    const county: TableLink = { kind: 'sum', total: cell(COUNTY), parts: districts.map(cell), certain: true };
    const common = districts.map((district): TableLink => {
      const parts = months.map((span) => ({ table: 'referrals from', row: district, column: span }));
      return { kind: 'sum', total: cell(district), parts, certain: false };
    });
    return [county, ...common];
  });
}

function tableOf(quarter: string, districts: readonly string[]) {
  return {
    id: tableId(quarter),
    title: `Referrals by the police by district, months up to the quarter from ${quarter}`,
    rowHeaders: [...districts, COUNTY].map((id) => ({ id, label: id })),
    columns: [{ id: REFERRALS, label: REFERRALS, kind: 'count' as const }],
  };
}

function tableId(quarter: string): string {
  return `coverage ${quarter}`;
}
