import { cellGraph, keyOf, separateGraphs, type GraphCell } from './cell-graph';
import type { DisclosureRule } from './disclosure-rule';
import { hideCells } from './hide-cells';
import { leaksOf } from './leaks';
import { mergeRows } from './merge-rows';
import type { CountedCell, CountedTable, PublishedCell, PublishedTable } from './published-table';
import type { ReleasedTables, TablesToRelease } from './released-tables';
import { toStep } from './small-counts';

/**
 * Tables as they may be published together, beside what was published before (DESIGN §10): small counts hidden, others
 * rounded, and further ones hidden until no reader who knows the sums and this rule can narrow a small one down to a
 * range under the rule's narrowest. Where hiding is not enough, rows are merged as the tables allow, and at last the
 * whole release is refused. The same counts are always published alike.
 *
 * Example: parts 10 and 1 of 11 are both hidden and their total is 10; parts 7 and 7 of 14 are hidden with their total,
 * and so is the same 14 wherever a link says that it stands.
 */
export function releaseTables(rule: DisclosureRule, asked: TablesToRelease): ReleasedTables {
  let { tables, links } = asked;
  const known = foundBefore(rule, asked);
  for (;;) {
    const hiding = hideCells(rule, { whole: cellGraph(rule, { ...asked, tables, links }), known });
    if (hiding.kind === 'hidden') {
      const keys = new Set([...hiding.cells].map(({ key }) => key));
      return { kind: 'released', tables: tables.map((table) => published(table, { rule, keys })), links };
    }
    if (hiding.kind === 'contradictory') return { kind: 'refused', reason: 'links-contradict', leaks: [] };
    const leaking = hiding.leaks.map(({ cell }) => cell.ref.table);
    const merged = mergeRows({ tables, links, leaking });
    if (merged === null)
      return { kind: 'refused', reason: 'too-much-is-known', leaks: hiding.leaks.map(leakOf) };
    ({ tables, links } = merged);
  }
}

/** Of earlier releases, what a reader could find out without this one. */
function foundBefore(rule: DisclosureRule, { links, earlier }: TablesToRelease): ReadonlySet<string> {
  const graphs = separateGraphs(cellGraph(rule, { tables: [], links, earlier }));
  const found = graphs.map((graph) => leaksOf({ rule, graph, hidden: new Set() }));
  return new Set(
    found.flatMap((one) => (one.kind === 'looked' ? one.leaks.map(({ cell }) => cell.key) : [])),
  );
}

function leakOf({ cell, least, most }: { cell: GraphCell; least: number; most: number }) {
  return { cell: cell.ref, least, most: most === Infinity ? null : most };
}

function published(
  table: CountedTable,
  { rule, keys }: { readonly rule: DisclosureRule; readonly keys: ReadonlySet<string> },
): PublishedTable {
  const { id, title, rowHeaders, columns } = table;
  const cells = table.cells.map((row, y) => {
    const counts = row.map((cell, x): PublishedCell => {
      const hidden = keys.has(keyOf({ table: id, row: rowHeaders[y]!.id, column: columns[x]!.id }));
      return hidden ? { kind: 'hidden' } : countShown(cell, rule);
    });
    const at = (column: string | null) => counts[columns.findIndex((one) => one.id === column)];
    return row.map((cell, x): PublishedCell => {
      const column = columns[x]!;
      if (column.kind === 'percent')
        return percentShown({ of: at(column.numerator), base: at(column.base) }, rule);
      if (column.kind === 'figure' && cell.kind === 'figure')
        return figureShown(cell.value, { base: column.base === null ? null : at(column.base), rule });
      return counts[x]!;
    });
  });
  return { id, title, rowHeaders, columns, cells, rule: { id: rule.id, version: rule.version } };
}

function countShown(cell: CountedCell, rule: DisclosureRule): PublishedCell {
  if (cell.kind === 'exact' && rule.promiseCountyExact) return { kind: 'exact', value: cell.count };
  if (cell.kind === 'exact' || cell.kind === 'count')
    return { kind: 'rounded', value: toStep(cell.count, rule) };
  return { kind: 'blank' };
}

/** Of the published numbers, so that it says nothing that they do not say. */
function percentShown(
  { of, base }: { readonly of: PublishedCell | undefined; readonly base: PublishedCell | undefined },
  { smallestPercentBase }: DisclosureRule,
): PublishedCell {
  const [part, whole] = [valueOf(of), valueOf(base)];
  if (part === null || whole === null || whole < smallestPercentBase) return { kind: 'hidden' };
  return { kind: 'percent', value: Math.round((part * 100) / whole) };
}

function figureShown(
  value: number | null,
  { base, rule }: { readonly base: PublishedCell | null | undefined; readonly rule: DisclosureRule },
): PublishedCell {
  const count = base === null ? Infinity : valueOf(base);
  if (count !== 0 && (count === null || count < rule.smallestFigureBase)) return { kind: 'hidden' };
  return value === null ? { kind: 'blank' } : { kind: 'figure', value };
}

function valueOf(cell: PublishedCell | undefined): number | null {
  return cell?.kind === 'rounded' || cell?.kind === 'exact' ? cell.value : null;
}
