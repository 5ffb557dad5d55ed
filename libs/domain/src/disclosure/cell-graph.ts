import type { DisclosureRule } from './disclosure-rule';
import type { CellRef } from './published-table';
import type { TablesToRelease } from './released-tables';
import { rangeBehind, toStep, type Range } from './small-counts';

/** A number that is published, was published before, or is known to exist. */
export interface GraphCell {
  readonly ref: CellRef;
  readonly key: string;
  /** A count of this release, which may be hidden; null of anything else. */
  readonly count: number | null;
  /** What is shown of it and cannot be changed; null where it is hidden for good or not published at all. */
  readonly fixed: number | null;
  readonly precision: 'rounded' | 'exact';
  /** Hidden in an earlier release. */
  readonly hiddenBefore: boolean;
}

export interface GraphSum {
  readonly total: GraphCell;
  readonly parts: readonly GraphCell[];
  readonly certain: boolean;
}

/** The cells of a release and how they hang together. */
export interface CellGraph {
  readonly cells: readonly GraphCell[];
  readonly sums: readonly GraphSum[];
  readonly alike: readonly (readonly GraphCell[])[];
}

export function keyOf({ table, row, column }: CellRef): string {
  return JSON.stringify([table, row, column]);
}

/** Everything that is to be released or was, cell by cell; what links name beside it is there too, as not published. */
export function cellGraph(rule: DisclosureRule, { tables, links, earlier = [] }: TablesToRelease): CellGraph {
  const cells = new Map<string, GraphCell>();
  const add = (ref: CellRef, of: Partial<GraphCell>): GraphCell => {
    const key = keyOf(ref);
    const cell = {
      ref,
      key,
      count: null,
      fixed: null,
      precision: 'exact' as const,
      hiddenBefore: false,
      ...of,
    };
    cells.set(key, cell);
    return cell;
  };
  for (const table of tables)
    eachCell(table, (ref, cell) => {
      const exact = cell.kind === 'exact' && rule.promiseCountyExact;
      if (cell.kind === 'count' || cell.kind === 'exact')
        add(ref, exact ? { fixed: cell.count } : { count: cell.count });
    });
  for (const table of earlier)
    eachCell(table, (ref, cell) => {
      if (table.columns.find(({ id }) => id === ref.column)?.kind !== 'count') return;
      if (cell.kind === 'hidden') add(ref, { hiddenBefore: true });
      if (cell.kind === 'rounded' || cell.kind === 'exact')
        add(ref, { fixed: cell.value, precision: cell.kind });
    });
  const known = (ref: CellRef) => cells.get(keyOf(ref)) ?? add(ref, {});
  const sums = links.flatMap((link): GraphSum[] =>
    link.kind === 'sum'
      ? [{ total: known(link.total), parts: link.parts.map(known), certain: link.certain }]
      : [],
  );
  const alike = links.flatMap((link) => (link.kind === 'alike' ? [link.cells.map(known)] : []));
  return { cells: [...cells.values()], sums, alike };
}

/** What a reader knows of one cell by itself. */
export function rangeKnown(
  cell: GraphCell,
  { rule, hidden }: { readonly rule: DisclosureRule; readonly hidden: ReadonlySet<GraphCell> },
): Range {
  if (cell.hiddenBefore || hidden.has(cell)) return { least: 1, most: Infinity };
  const shown = shownOf(cell, rule);
  if (shown === null) return { least: 0, most: Infinity };
  if (cell.precision === 'exact' && cell.count === null) return { least: shown, most: shown };
  return rangeBehind(shown, rule);
}

/** The number that stands in a cell unless it is hidden; null where none is published. */
export function shownOf({ count, fixed }: GraphCell, rule: DisclosureRule): number | null {
  return count === null ? fixed : toStep(count, rule);
}

/** Neither shown now nor before. */
export function isUnseen({ count, fixed, hiddenBefore }: GraphCell): boolean {
  return count === null && fixed === null && !hiddenBefore;
}

/** The parts of a graph that nothing connects; a number that everybody knows connects nothing. */
export function separateGraphs(graph: CellGraph): readonly CellGraph[] {
  const leader = new Map<GraphCell, GraphCell>(graph.cells.map((cell) => [cell, cell]));
  const leaderOf = (cell: GraphCell): GraphCell => {
    const next = leader.get(cell) ?? cell;
    return next === cell ? cell : leaderOf(next);
  };
  const join = (group: readonly GraphCell[]) => {
    const [first, ...rest] = group.filter((cell) => !isKnown(cell));
    if (first !== undefined) for (const cell of rest) leader.set(leaderOf(cell), leaderOf(first));
  };
  for (const { total, parts } of graph.sums) join([total, ...parts]);
  graph.alike.forEach(join);
  const groups = new Map<GraphCell, GraphCell[]>();
  for (const cell of graph.cells)
    if (!isKnown(cell)) groups.set(leaderOf(cell), [...(groups.get(leaderOf(cell)) ?? []), cell]);
  return [...groups.values()].map((cells) => {
    const own = new Set(cells);
    const touches = (group: readonly GraphCell[]) => group.some((cell) => own.has(cell));
    return {
      cells,
      sums: graph.sums.filter(({ total, parts }) => touches([total, ...parts])),
      alike: graph.alike.filter(touches),
    };
  });
}

/** Whether everybody knows it to the last one: 0, or published exactly. */
function isKnown({ count, fixed, precision }: GraphCell): boolean {
  return count === 0 || fixed === 0 || (fixed !== null && precision === 'exact');
}

function eachCell<Cell>(
  table: {
    readonly id: string;
    readonly rowHeaders: readonly { readonly id: string }[];
    readonly columns: readonly { readonly id: string }[];
    readonly cells: readonly (readonly Cell[])[];
  },
  visit: (ref: CellRef, cell: Cell) => void,
): void {
  table.rowHeaders.forEach((row, y) =>
    table.columns.forEach((column, x) => {
      const cell = table.cells[y]?.[x];
      if (cell !== undefined) visit({ table: table.id, row: row.id, column: column.id }, cell);
    }),
  );
}
