import type { AgencyId, ShiftId, TeamId, UserId } from '../ids';
import { HOUR, type Instant } from '../time';

/** One person on call for one team, from an instant until just before another. */
export interface OnCallShift {
  readonly id: ShiftId;
  readonly agencyId: AgencyId;
  readonly teamId: TeamId;
  readonly userId: UserId;
  readonly fromAt: Instant;
  readonly toAt: Instant;
  readonly revision: number;
}

export interface ShiftSpan {
  readonly fromAt: Instant;
  readonly toAt: Instant;
}

/** A week is the longest that one person carries the pager without a handover. */
export const LONGEST_SHIFT = 7 * 24 * HOUR;

export type ShiftRefusal = 'ends-before-it-starts' | 'too-long' | 'over-already' | 'overlaps';

/** The shift that covers an instant: half-open, so that two shifts that meet leave no moment with two people. */
export function onCallAt<Shift extends ShiftSpan>(shifts: readonly Shift[], at: Instant): Shift | null {
  return shifts.find(({ fromAt, toAt }) => fromAt <= at && at < toAt) ?? null;
}

/** Why a shift cannot stand beside the team's others, or null. One person is on call at a time. */
export function shiftFault(options: {
  readonly span: ShiftSpan;
  readonly others: readonly ShiftSpan[];
  readonly now: Instant;
}): ShiftRefusal | null {
  const { span, others, now } = options;
  if (span.toAt <= span.fromAt) return 'ends-before-it-starts';
  if (span.toAt - span.fromAt > LONGEST_SHIFT) return 'too-long';
  if (span.toAt <= now) return 'over-already';
  return others.some(({ fromAt, toAt }) => fromAt < span.toAt && span.fromAt < toAt) ? 'overlaps' : null;
}

/** The stretches of a span in which nobody is on call, in order. Shifts may come in any order. */
export function gapsIn(span: ShiftSpan, shifts: readonly ShiftSpan[]): readonly ShiftSpan[] {
  const gaps: ShiftSpan[] = [];
  let covered = span.fromAt;
  for (const { fromAt, toAt } of shifts.toSorted((a, b) => a.fromAt - b.fromAt)) {
    if (toAt <= covered) continue;
    if (fromAt >= span.toAt) break;
    if (fromAt > covered) gaps.push({ fromAt: covered, toAt: fromAt });
    covered = toAt;
  }
  return covered < span.toAt ? [...gaps, { fromAt: covered, toAt: span.toAt }] : gaps;
}
