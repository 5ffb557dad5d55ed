import type { MilestoneId } from '../ids';
import { localDate, type Instant } from '../time';
import type { Milestone } from './milestone';
import { MILESTONE_KINDS, ruleOf, type CourtDate, type MilestoneKind } from './milestone-kinds';

/** A day in court as it stands now. */
export interface CourtDateInForce {
  readonly family: CourtDate;
  readonly at: Instant;
  readonly milestoneId: MilestoneId;
  /** When the entry that set it was recorded. */
  readonly setAt: Instant;
}

type Listed = Pick<Milestone, 'id' | 'kind' | 'happenedAt' | 'recordedAt' | 'courtAt' | 'state'>;

/** The day in force of each family of court dates: what was set last. Past days are among them. */
export function courtDatesOf(milestones: readonly Listed[]): readonly CourtDateInForce[] {
  const latest = new Map<CourtDate, { readonly one: Listed; readonly at: Instant }>();
  for (const one of milestones) {
    const family = ruleOf(one.kind).sets;
    if (one.state !== 'standing' || family === null || one.courtAt === null) continue;
    const held = latest.get(family);
    if (held === undefined || setLater(one, held.one)) latest.set(family, { one, at: one.courtAt });
  }
  return [...latest]
    .map(([family, { one, at }]) => ({ family, at, milestoneId: one.id, setAt: one.recordedAt }))
    .toSorted((a, b) => a.at - b.at);
}

/** The next day in court: today's still counts until it is recorded as held. Null when none is known. */
export function nextCourtDate(
  milestones: readonly Listed[],
  { now, timezone }: { readonly now: Instant; readonly timezone: string },
): CourtDateInForce | null {
  const today = localDate(now, timezone);
  const ahead = courtDatesOf(milestones).filter(({ at }) => localDate(at, timezone) >= today);
  return ahead.find((date) => !milestones.some((one) => wasHeld(date, one, timezone))) ?? null;
}

/** Whether `one` tells that the day in court is over; what was recorded before the day was set tells of an earlier one. */
function wasHeld({ family, at, setAt }: CourtDateInForce, one: Listed, timezone: string): boolean {
  return (
    one.state === 'standing' &&
    ruleOf(one.kind).ends === family &&
    one.recordedAt >= setAt &&
    localDate(one.happenedAt, timezone) === localDate(at, timezone)
  );
}

/** Milestones that a court date ends with, and so what its reader must know beside those that set one. */
export const ENDS_OF_COURT_DATES: readonly MilestoneKind[] = MILESTONE_KINDS.filter(
  (kind) => ruleOf(kind).ends !== null,
);

/** How often the trial has been moved; corrections and what was withdrawn do not count. */
export function trialMoves(milestones: readonly Pick<Milestone, 'kind' | 'state'>[]): number {
  return milestones.filter(({ kind, state }) => kind === 'trial-moved' && state === 'standing').length;
}

function setLater(one: Listed, other: Listed): boolean {
  return one.happenedAt === other.happenedAt
    ? one.recordedAt > other.recordedAt || (one.recordedAt === other.recordedAt && one.id > other.id)
    : one.happenedAt > other.happenedAt;
}
