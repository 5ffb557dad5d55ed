import { DAY, type DayNumber } from './civil-date';
import type { DayPlan, Range } from './day-plan';
import { stretchesWithin, type Zone } from './zone';

export type PieceReason =
  'counted' | 'closed-hours' | 'closed-period' | 'non-working-day' | 'holiday' | 'date-closed';

/** A stretch of time within one local date that is open, or closed for one reason. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly day: DayNumber;
  readonly reason: PieceReason;
}

type Visit = (piece: Piece) => void;

/**
 * Cuts a stretch of time into pieces, in order and without gaps. The one place that decides what an instant is:
 * it is open when its local wall time lies in a span of its local date and no closed period takes it out. So an
 * hour that the clocks repeat is open both times, and an hour that they skip was never there.
 *
 * Visits instead of yielding: nested generators made laying out a year several times slower.
 */
export function visitPieces(
  { zone, plan }: { zone: Zone; plan: DayPlan },
  range: { from: number; to: number },
  visit: Visit,
): void {
  for (const { from, to, offset } of stretchesWithin(zone, range)) {
    const lastDay = Math.floor((to + offset - 1) / DAY);
    for (let day = Math.floor((from + offset) / DAY); day <= lastDay; day += 1) {
      const midnight = day * DAY - offset;
      const date = { from: Math.max(from, midnight), to: Math.min(to, midnight + DAY), day, midnight };
      visitDate(plan, date, visit);
    }
  }
}

export function piecesWithin(
  source: { zone: Zone; plan: DayPlan },
  range: { from: number; to: number },
): Piece[] {
  const pieces: Piece[] = [];
  visitPieces(source, range, (piece) => pieces.push(piece));
  return pieces;
}

function visitDate(
  plan: DayPlan,
  date: { from: number; to: number; day: DayNumber; midnight: number },
  visit: Visit,
): void {
  const { from, to, day, midnight } = date;
  const spans = plan.spansOn(day);
  if (spans.length === 0) {
    visit({ from, to, day, reason: closedDay(plan, day) });
    return;
  }
  let reached = from;
  for (const [opens, closes] of spans) {
    const open = Math.max(reached, midnight + opens);
    const close = Math.min(to, midnight + closes);
    if (open >= close) continue;
    if (reached < open) visit({ from: reached, to: open, day, reason: 'closed-hours' });
    visitSpan(plan.closed, { from: open, to: close, day }, visit);
    reached = close;
  }
  if (reached < to) visit({ from: reached, to, day, reason: 'closed-hours' });
}

function visitSpan(
  closed: readonly Range[],
  span: { from: number; to: number; day: DayNumber },
  visit: Visit,
): void {
  const { to, day } = span;
  let reached = span.from;
  for (let i = firstEndingAfter(closed, reached); i < closed.length && closed[i]![0] < to; i += 1) {
    const shut = Math.max(reached, closed[i]![0]);
    const reopened = Math.min(to, closed[i]![1]);
    if (reached < shut) visit({ from: reached, to: shut, day, reason: 'counted' });
    visit({ from: shut, to: reopened, day, reason: 'closed-period' });
    reached = reopened;
  }
  if (reached < to) visit({ from: reached, to, day, reason: 'counted' });
}

function closedDay(plan: DayPlan, day: DayNumber): PieceReason {
  const kind = plan.kindOf(day);
  if (kind === 'holiday' || kind === 'date-closed') return kind;
  return 'non-working-day';
}

function firstEndingAfter(ranges: readonly Range[], at: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]![1] > at) high = middle;
    else low = middle + 1;
  }
  return low;
}
