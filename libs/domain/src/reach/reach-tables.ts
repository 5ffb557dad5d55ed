import type { CountedTable, RowMerge, TableLink } from '../disclosure';
import { REACH_DIMENSIONS, REACH_GROUPS, type ReachDimension, type ReachGroup } from './reach-group';
import type { ReachYear } from './reach-year';

/** How far people of one group came: each number is part of the one before it. */
export interface ReachCount {
  readonly dimension: ReachDimension;
  readonly group: ReachGroup;
  /** People whom the police referred, each once. */
  readonly referred: number;
  /** Of these, reached safely: rung 4 of the contact ladder or higher. */
  readonly reached: number;
  /** Of these, with a first session of support: rung 7. */
  readonly engaged: number;
}

const COUNTS = ['referred', 'reached', 'engaged'] as const;
export const REACH_COLUMNS = [
  ...COUNTS,
  'not-reached',
  'reached-not-engaged',
  'engaged-of-reached',
  'engaged-of-referred',
] as const;
export type ReachColumn = (typeof REACH_COLUMNS)[number];
export const REACH_TOTAL = 'total';
export type ReachRow = ReachGroup | MergedGroup | typeof REACH_TOTAL;

/** Groups that are published together where one of them alone would tell too much. */
export const MERGED_GROUPS = {
  'under-18': ['under-13', '13-15', '16-17'],
  '40-and-over': ['40-59', '60-plus'],
  'all-other-groups': ['asian', 'black', 'mixed', 'other'],
  'no-answer': ['not-asked', 'declined', 'unknown'],
} as const satisfies Readonly<Record<string, readonly ReachGroup[]>>;
export type MergedGroup = keyof typeof MERGED_GROUPS;

const MERGES: Readonly<Record<ReachDimension, readonly MergedGroup[]>> = {
  sex: ['no-answer'],
  'age-band': ['under-18', '40-and-over'],
  'ethnic-group': ['no-answer', 'all-other-groups'],
};

export interface ReachLabels {
  readonly title: (dimension: ReachDimension, year: number) => string;
  readonly row: (row: ReachRow) => string;
  readonly column: (column: ReachColumn) => string;
}

/**
 * A table for each dimension, before it is protected, and what a reader knows of them: the groups add up, the parts of a
 * row add up, and the totals of all three are the same people.
 */
export function reachTables(
  { year }: ReachYear,
  counts: readonly ReachCount[],
  labels: ReachLabels,
): { readonly tables: readonly CountedTable[]; readonly links: readonly TableLink[] } {
  const tables = REACH_DIMENSIONS.map((dimension) => tableOf({ dimension, year }, counts, labels));
  return { tables, links: [...tables.flatMap(linksWithin), ...linksBetween(tables)] };
}

function tableOf(
  { dimension, year }: { readonly dimension: ReachDimension; readonly year: number },
  counts: readonly ReachCount[],
  { title, row, column }: ReachLabels,
): CountedTable {
  const groups: readonly ReachGroup[] = REACH_GROUPS[dimension];
  const own = groups.map(
    (group) =>
      counts.find((one) => one.dimension === dimension && one.group === group) ?? {
        referred: 0,
        reached: 0,
        engaged: 0,
      },
  );
  const sum = (name: (typeof COUNTS)[number]) => own.reduce((all, one) => all + one[name], 0);
  const total = { referred: sum('referred'), reached: sum('reached'), engaged: sum('engaged') };
  return {
    id: `reach-${dimension}-${year}`,
    title: title(dimension, year),
    rowHeaders: [...groups, REACH_TOTAL].map((id) => ({ id, label: row(id as ReachRow) })),
    columns: REACH_COLUMNS.map((id) => {
      const head = { id, label: column(id) };
      if (id === 'engaged-of-reached')
        return { ...head, kind: 'percent' as const, numerator: 'engaged', base: 'reached' };
      if (id === 'engaged-of-referred')
        return { ...head, kind: 'percent' as const, numerator: 'engaged', base: 'referred' };
      return { ...head, kind: 'count' as const };
    }),
    cells: [...own, total].map(({ referred, reached, engaged }) => [
      ...[referred, reached, engaged, referred - reached, reached - engaged].map(
        (count) => ({ kind: 'count', count }) as const,
      ),
      { kind: 'percent' } as const,
      { kind: 'percent' } as const,
    ]),
    merges: MERGES[dimension].map((into): RowMerge => ({
      rows: MERGED_GROUPS[into],
      into: { id: into, label: row(into) },
    })),
  };
}

function linksWithin({ id: table, rowHeaders, columns }: CountedTable): readonly TableLink[] {
  const groups = rowHeaders.map(({ id }) => id).filter((id) => id !== REACH_TOTAL);
  const sums = (row: string): readonly TableLink[] =>
    [
      ['referred', 'reached', 'not-reached'],
      ['reached', 'engaged', 'reached-not-engaged'],
    ].map(([total = '', ...parts]) => ({
      kind: 'sum',
      total: { table, row, column: total },
      parts: parts.map((column) => ({ table, row, column })),
      certain: true,
    }));
  const down = columns
    .filter(({ kind }) => kind === 'count')
    .map(({ id: column }): TableLink => ({
      kind: 'sum',
      total: { table, row: REACH_TOTAL, column },
      parts: groups.map((row) => ({ table, row, column })),
      certain: true,
    }));
  return [...rowHeaders.flatMap(({ id }) => sums(id)), ...down];
}

function linksBetween([first, ...others]: readonly CountedTable[]): readonly TableLink[] {
  if (first === undefined) return [];
  const counts = first.columns.filter(({ kind }) => kind === 'count');
  return others.flatMap(({ id }) =>
    counts.map(({ id: column }): TableLink => ({
      kind: 'sum',
      total: { table: first.id, row: REACH_TOTAL, column },
      parts: [{ table: id, row: REACH_TOTAL, column }],
      certain: true,
    })),
  );
}
