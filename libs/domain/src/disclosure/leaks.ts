import { isUnseen, rangeKnown, shownOf, type CellGraph, type GraphCell, type GraphSum } from './cell-graph';
import type { DisclosureRule } from './disclosure-rule';
import { FeasibleRanges } from './feasible-ranges';
import type { Range } from './small-counts';

/** A graph of which some cells are hidden. */
export interface PartlyHidden {
  readonly rule: DisclosureRule;
  readonly graph: CellGraph;
  readonly hidden: ReadonlySet<GraphCell>;
}

export type FoundLeaks =
  | { readonly kind: 'looked'; readonly leaks: readonly (Range & { readonly cell: GraphCell })[] }
  | { readonly kind: 'contradictory' };

/**
 * The hidden cells that a reader could narrow down too far: from all that is shown and every sum, and again for each sum
 * by taking its hidden parts for small ones, as whoever knows the rule will try. Sums that need not hold to the last
 * person are left out where they cannot be true.
 *
 * A hidden total of five hidden parts is at least five, because a part of nobody is shown: a supposed small number may
 * have as many values above what the zeros alone say of it as any other.
 */
export function leaksOf(partly: PartlyHidden): FoundLeaks {
  const reader = readerOf(partly);
  if (reader === null) return { kind: 'contradictory' };
  const { graph, rule } = partly;
  const isHidden = (cell: GraphCell) => cell.hiddenBefore || partly.hidden.has(cell);
  const leaks = new Map<GraphCell, Range>();
  const look = (found: FeasibleRanges, cells: readonly GraphCell[]) => {
    for (const cell of cells) {
      const range = tooNarrow(found, { at: reader.place(cell), rule });
      if (range !== null && !leaks.has(cell)) leaks.set(cell, range);
    }
  };
  look(reader.found, graph.cells.filter(isHidden));
  const mostSupposed = (cell: GraphCell) => reader.leastByZeros(cell) + rule.smallestShown - 2;
  for (const { parts } of reader.sums) {
    const small = parts.filter(
      (cell) => isHidden(cell) && mayBeSmall(reader.found, { at: reader.place(cell), rule }),
    );
    if (small.length === 0) continue;
    const supposed = reader.supposing(small, mostSupposed);
    if (!supposed.contradictory) look(supposed, small);
  }
  return { kind: 'looked', leaks: [...leaks].map(([cell, range]) => ({ cell, ...range })) };
}

interface Reader {
  readonly found: FeasibleRanges;
  /** Those that can all be true. */
  readonly sums: readonly GraphSum[];
  /** The least that a hidden cell can be when all that is known is where nobody is. */
  leastByZeros(cell: GraphCell): number;
  place(cell: GraphCell): number;
  supposing(cells: readonly GraphCell[], most: (cell: GraphCell) => number): FeasibleRanges;
}

/** Null where even what is certain cannot be true. */
function readerOf({ rule, graph, hidden }: PartlyHidden): Reader | null {
  const guessed = sumsOfAlike({ rule, graph, hidden });
  const certain = graph.sums.filter((sum) => sum.certain);
  for (const sums of [[...graph.sums, ...guessed], certain]) {
    const cells = [...new Set([...graph.cells, ...sums.flatMap(({ total, parts }) => [total, ...parts])])];
    const places = new Map(cells.map((cell, at) => [cell, at]));
    const place = (cell: GraphCell) => places.get(cell)!;
    const ranges = cells.map((cell) => rangeKnown(cell, { rule, hidden }));
    const placed = sums.map(({ total, parts }) => ({ total: place(total), parts: parts.map(place) }));
    const found = new FeasibleRanges({ ranges, sums: placed });
    if (found.contradictory) continue;
    const supposing = (small: readonly GraphCell[], most: (cell: GraphCell) => number) => {
      const narrowed = [...ranges];
      for (const cell of small) narrowed[place(cell)] = { least: 1, most: most(cell) };
      return new FeasibleRanges({ ranges: narrowed, sums: placed });
    };
    const byZeros = new FeasibleRanges({
      ranges: cells.map((cell, at) =>
        ranges[at]!.most === 0 ? ranges[at]! : { least: isUnseen(cell) ? 0 : 1, most: Infinity },
      ),
      sums: placed,
    });
    const leastByZeros = (cell: GraphCell) => (byZeros.contradictory ? 1 : byZeros.leastOf(place(cell)));
    return { found, sums, place, supposing, leastByZeros };
  }
  return null;
}

/** What a reader takes for the same number among cells that seem to be about the same people. */
function sumsOfAlike({ rule, graph, hidden }: PartlyHidden): readonly GraphSum[] {
  return graph.alike.flatMap((group) => {
    const nonzero = group.filter((cell) => shownOf(cell, rule) !== 0);
    const shown = nonzero.filter((cell) => !hidden.has(cell) && shownOf(cell, rule) !== null);
    const values = new Set(shown.map((cell) => shownOf(cell, rule)));
    const unseen = nonzero.filter((cell) => !shown.includes(cell));
    const [only] = shown;
    const classes =
      values.size === 1 && only !== undefined
        ? [[...shown, ...unseen]]
        : [unseen, ...[...values].map((value) => shown.filter((cell) => shownOf(cell, rule) === value))];
    return classes.flatMap(([first, ...rest]) =>
      first === undefined ? [] : rest.map((cell) => ({ total: first, parts: [cell], certain: false })),
    );
  });
}

/** Whether all that is shown leaves it open that a hidden number is small. */
function mayBeSmall(
  found: FeasibleRanges,
  { at, rule }: { readonly at: number; readonly rule: DisclosureRule },
): boolean {
  return found.seen[at]!.least < rule.smallestShown || found.leastOf(at) < rule.smallestShown;
}

/** The range of a number if it is one that may be small and is not wide enough; null otherwise. */
function tooNarrow(
  found: FeasibleRanges,
  { at, rule }: { readonly at: number; readonly rule: DisclosureRule },
): Range | null {
  const { least, most } = found.seen[at]!;
  if (Math.floor(most) - Math.ceil(least) >= rule.narrowestRange) return null;
  const range = found.rangeOf(at);
  const narrow = range.least < rule.smallestShown && range.most - range.least < rule.narrowestRange;
  return narrow ? range : null;
}
