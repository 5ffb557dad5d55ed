import type { PublishedCell, PublishedTable, RuleVersion } from '../disclosure';
import type { ReleasedFigures } from './waiting-figures';
import type { FiguresOf } from './waiting-list';

const COUNTS = ['waiting', 'caseload'] as const;
const LENGTHS = ['median', 'p90', 'longest'] as const;

/** What was published of the waiting lists on one day, `YYYY-MM-DD`, as a table to be tried beside others. */
export function publishedWaiting(
  day: string,
  { lines, rule }: { readonly lines: readonly FiguresOf<ReleasedFigures>[]; readonly rule: RuleVersion },
): PublishedTable {
  const countOf = (value: number | null): PublishedCell =>
    value === null ? { kind: 'hidden' } : { kind: 'rounded', value };
  const lengthOf = (value: number | null): PublishedCell =>
    value === null ? { kind: 'blank' } : { kind: 'figure', value };
  return {
    id: `waiting ${day}`,
    title: `Waiting lists on ${day}`,
    rowHeaders: lines.map(({ serviceId, kind }) => {
      const id = `${kind} ${serviceId ?? 'desk'}`;
      return { id, label: id };
    }),
    columns: [
      ...COUNTS.map((id) => ({ id, label: id, kind: 'count' as const })),
      ...LENGTHS.map((id) => ({ id, label: id, kind: 'figure' as const, base: 'waiting' })),
    ],
    cells: lines.map(({ figures }) => [
      ...COUNTS.map((id) => countOf(figures[id])),
      ...LENGTHS.map((id) => lengthOf(figures[id])),
    ]),
    rule: { id: rule.id, version: rule.version },
  };
}
