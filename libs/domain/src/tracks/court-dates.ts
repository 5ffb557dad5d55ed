import type { MilestoneId } from '../ids';
import { localDate, type Instant } from '../time';
import type { Milestone } from './milestone';
import { ruleOf, type CourtDate } from './milestone-kinds';

/** A day in court as it stands now. */
export interface CourtDateInForce {
  readonly family: CourtDate;
  readonly at: Instant;
  readonly milestoneId: MilestoneId;
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
    .map(([family, { one, at }]) => ({ family, at, milestoneId: one.id }))
    .toSorted((a, b) => a.at - b.at);
}

/** The next day in court: today's still counts. Null when none is known. */
export function nextCourtDate(
  milestones: readonly Listed[],
  { now, timezone }: { readonly now: Instant; readonly timezone: string },
): CourtDateInForce | null {
  const today = localDate(now, timezone);
  return courtDatesOf(milestones).find(({ at }) => localDate(at, timezone) >= today) ?? null;
}

/** How often the trial has been moved; corrections and what was withdrawn do not count. */
export function trialMoves(milestones: readonly Pick<Milestone, 'kind' | 'state'>[]): number {
  return milestones.filter(({ kind, state }) => kind === 'trial-moved' && state === 'standing').length;
}

function setLater(one: Listed, other: Listed): boolean {
  return one.happenedAt === other.happenedAt
    ? one.recordedAt > other.recordedAt || (one.recordedAt === other.recordedAt && one.id > other.id)
    : one.happenedAt > other.happenedAt;
}
