import { yearStart, type DayNumber } from './civil-date';
import type { DayPlan } from './day-plan';
import { visitPieces } from './pieces';
import type { Zone } from './zone';

/** The open intervals of one UTC year with running sums, so that any question about it is a binary search. */
export interface YearTable {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** Open milliseconds of the year before each interval. */
  readonly before: Float64Array;
  readonly total: number;
  /** Local dates with any opening in this UTC year, ascending. */
  readonly workingDays: Float64Array;
}

export function buildYear(source: { zone: Zone; plan: DayPlan }, year: number): YearTable {
  const starts: number[] = [];
  const ends: number[] = [];
  const days = new Set<DayNumber>();
  visitPieces(source, { from: yearStart(year), to: yearStart(year + 1) }, (piece) => {
    if (piece.reason !== 'counted') return;
    days.add(piece.day);
    // Open across midnight or a clock change: one interval.
    if (ends.at(-1) === piece.from) ends.pop();
    else starts.push(piece.from);
    ends.push(piece.to);
  });
  const before = new Float64Array(starts.length);
  let total = 0;
  starts.forEach((start, i) => {
    before[i] = total;
    total += ends[i]! - start;
  });
  return {
    starts: Float64Array.from(starts),
    ends: Float64Array.from(ends),
    before,
    total,
    // A clock turned back across midnight shows a date again after the next one began, hence the sort.
    workingDays: Float64Array.from(days).sort(),
  };
}

/** Open milliseconds of the year before this instant. */
export function openBefore(table: YearTable, at: number): number {
  const i = countBelow(table.starts, at) - 1;
  if (i < 0) return 0;
  return table.before[i]! + Math.min(at, table.ends[i]!) - table.starts[i]!;
}

/** How many of the ascending values are below the limit. */
export function countBelow(values: Float64Array, limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
