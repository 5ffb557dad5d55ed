import { isUnseen, separateGraphs, shownOf, type CellGraph, type GraphCell } from './cell-graph';
import type { DisclosureRule } from './disclosure-rule';
import { leaksOf, type FoundLeaks } from './leaks';
import { isSmall } from './small-counts';

export type HiddenCells =
  | { readonly kind: 'hidden'; readonly cells: ReadonlySet<GraphCell> }
  | Extract<FoundLeaks, { readonly kind: 'contradictory' }>
  | { readonly kind: 'not-enough'; readonly leaks: Extract<FoundLeaks, { kind: 'looked' }>['leaks'] };

/**
 * Hides every small count, and then others until no hidden one can be narrowed down too far: the smallest part beside
 * it, with all that round alike, then the total, then what is next along the sums. Whatever can be told of the same
 * people is shown together or hidden together. The order of cells does not matter. What could be found out before
 * (`known`, by key) is nothing that hiding could undo.
 */
export function hideCells(
  rule: DisclosureRule,
  { whole, known }: { readonly whole: CellGraph; readonly known: ReadonlySet<string> },
): HiddenCells {
  const all = new Set<GraphCell>();
  for (const graph of separateGraphs(whole)) {
    const hidden = new Set(graph.cells.filter(({ count }) => count !== null && isSmall(count, rule)));
    for (;;) {
      hideAlike(graph, hidden);
      const found = leaksOf({ rule, graph, hidden });
      if (found.kind === 'contradictory') return found;
      const leaks = found.leaks.filter(({ cell }) => !known.has(cell.key));
      if (leaks.length === 0) break;
      const next = leaks.flatMap(({ cell }) => nextToHide(cell, { rule, graph, hidden }));
      if (next.length === 0) return { kind: 'not-enough', leaks };
      for (const cell of next) hidden.add(cell);
    }
    for (const cell of hidden) all.add(cell);
  }
  return { kind: 'hidden', cells: all };
}

function hideAlike({ alike }: CellGraph, hidden: Set<GraphCell>): void {
  for (const group of alike) {
    if (!group.some((cell) => hidden.has(cell))) continue;
    for (const cell of group) if (canHide(cell)) hidden.add(cell);
  }
}

function canHide({ count }: GraphCell): boolean {
  return count !== null && count > 0;
}

/** What protects one cell, nearest first: parts beside it, then totals, then the same one sum further away. */
function nextToHide(
  cell: GraphCell,
  {
    rule,
    graph,
    hidden,
  }: { readonly rule: DisclosureRule; readonly graph: CellGraph; readonly hidden: ReadonlySet<GraphCell> },
): readonly GraphCell[] {
  const isShown = (other: GraphCell) => canHide(other) && !hidden.has(other);
  const reached = new Set([cell]);
  for (;;) {
    const near = graph.sums.filter(({ total, parts }) => [total, ...parts].some((one) => reached.has(one)));
    for (const shown of [near.flatMap(({ parts }) => parts), near.map(({ total }) => total)]) {
      const choice = shown.filter(isShown);
      const smallest = Math.min(...choice.map((one) => shownOf(one, rule)!));
      if (choice.length > 0) return choice.filter((one) => shownOf(one, rule) === smallest);
    }
    const before = reached.size;
    const groups = [...near.map(({ total, parts }) => [total, ...parts]), ...graph.alike];
    for (const group of groups.filter((cells) => cells.some((one) => reached.has(one))))
      for (const one of group.filter((other) => !isKnownOrShown(other, hidden))) reached.add(one);
    if (reached.size === before) return [];
  }
}

/** Nothing leads on through a number that everybody reads. */
function isKnownOrShown(cell: GraphCell, hidden: ReadonlySet<GraphCell>): boolean {
  return !hidden.has(cell) && !cell.hiddenBefore && !isUnseen(cell);
}
