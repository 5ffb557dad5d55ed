import type { MilestoneId, TrackId } from '../ids';
import { HOUR, instant, plus, type Instant } from '../time';
import {
  type CorrectionReason,
  type Milestone,
  type MilestoneFacts,
  type MilestoneIssue,
  type UnusualReason,
  type WithdrawalReason,
} from './milestone';
import { issuesOf } from './milestone-issues';
import { ruleOf } from './milestone-kinds';
import { mayPutRight, type Entered } from './track';

/** Trials are listed years ahead; anything further is a slip of the finger. */
export const FURTHEST_COURT_DATE = 5 * 366 * 24 * HOUR;
/** Of one of the two perhaps only the day is known, and stands for its first instant. */
const A_DAY = 24 * HOUR;
const EARLIEST = instant('1950-01-01T00:00:00Z');

export type MilestoneRefusal =
  | 'in-the-future'
  | 'too-long-ago'
  | 'already-recorded'
  | 'detail-missing'
  | 'detail-unknown'
  | 'court-date-missing'
  | 'court-date-not-asked'
  | 'court-date-before-set'
  | 'court-date-too-far'
  | 'decider-missing'
  | 'decider-not-asked'
  | 'told-before-decided'
  | 'told-in-the-future'
  | 'nothing-changed'
  | 'not-yours'
  | 'no-longer-stands';

export type MilestoneDecision =
  | {
      readonly kind: 'recorded';
      readonly milestone: Milestone;
      /** What it takes the place of, as it is from now on. */
      readonly superseded: Milestone | null;
    }
  | { readonly kind: 'refused'; readonly reason: MilestoneRefusal }
  /** Nothing is wrong that a reason would not allow. */
  | { readonly kind: 'unusual'; readonly issues: readonly MilestoneIssue[] };

interface Around {
  /** Every milestone of the track that whoever enters this may read. */
  readonly others: readonly Milestone[];
  readonly now: Instant;
  readonly timezone: string;
}

interface Entry extends Around {
  readonly id: MilestoneId;
  readonly trackId: TrackId;
  readonly facts: MilestoneFacts;
  readonly issueReason: UnusualReason | null;
  readonly entered: Entered;
}

/**
 * Enters something that happened. What cannot be is refused; what is only unusual beside the rest of the track is kept
 * with its issues and a reason, and never without one.
 */
export function recordMilestone(entry: Entry): MilestoneDecision {
  const { facts, others } = entry;
  const fault = faultOf(facts, entry);
  if (fault !== null) return { kind: 'refused', reason: fault };
  const twice = others.some(({ kind, state }) => state === 'standing' && kind === facts.kind);
  if (ruleOf(facts.kind).once && twice) return { kind: 'refused', reason: 'already-recorded' };
  return entered(entry, null, null);
}

/** Puts a milestone right by another one in its place; the first stays readable, as superseded. */
export function correctMilestone(
  entry: Entry & { readonly target: Milestone; readonly reason: CorrectionReason },
): MilestoneDecision {
  const { target, facts, reason } = entry;
  const barred = barredFrom(target, entry.entered);
  if (barred !== null) return { kind: 'refused', reason: barred };
  const kept: MilestoneFacts = { ...facts, kind: target.kind };
  if (sameFacts(kept, target)) return { kind: 'refused', reason: 'nothing-changed' };
  const fault = faultOf(kept, entry);
  if (fault !== null) return { kind: 'refused', reason: fault };
  const others = entry.others.filter(({ id }) => id !== target.id);
  return entered({ ...entry, facts: kept, others }, target, reason);
}

/** Says that a milestone never was: it stays readable, and whatever rested on it is told. */
export function withdrawMilestoneFrom(
  target: Milestone,
  { reason, by, now }: { reason: WithdrawalReason; by: Pick<Entered, 'side' | 'agencyId'>; now: Instant },
):
  | { readonly kind: 'withdrawn'; readonly milestone: Milestone }
  | { readonly kind: 'refused'; readonly reason: MilestoneRefusal } {
  const barred = barredFrom(target, by);
  if (barred !== null) return { kind: 'refused', reason: barred };
  return {
    kind: 'withdrawn',
    milestone: { ...target, state: 'withdrawn', endedReason: reason, endedAt: now },
  };
}

function entered(entry: Entry, target: Milestone | null, reason: CorrectionReason | null): MilestoneDecision {
  const { id, trackId, facts, issueReason, now } = entry;
  const issues = issuesOf(facts, entry);
  if (issues.length > 0 && issueReason === null) return { kind: 'unusual', issues };
  const milestone: Milestone = {
    ...facts,
    ...entry.entered,
    id,
    trackId,
    issues,
    issueReason: issues.length === 0 ? null : issueReason,
    supersedes: target?.id ?? null,
    state: 'standing',
    endedReason: null,
    endedAt: null,
  };
  const superseded: Milestone | null =
    target === null ? null : { ...target, state: 'superseded', endedReason: reason, endedAt: now };
  return { kind: 'recorded', milestone, superseded };
}

function barredFrom(
  target: Milestone,
  by: Pick<Entered, 'side' | 'agencyId'>,
): 'not-yours' | 'no-longer-stands' | null {
  if (target.state !== 'standing') return 'no-longer-stands';
  return mayPutRight(target, by) ? null : 'not-yours';
}

/** What can never be, whatever the reason. */
function faultOf(facts: MilestoneFacts, { now }: Pick<Around, 'now'>): MilestoneRefusal | null {
  const { kind, detail, happenedAt } = facts;
  const { details } = ruleOf(kind);
  if (happenedAt > now) return 'in-the-future';
  if (happenedAt < EARLIEST) return 'too-long-ago';
  if (details.length > 0 && detail === null) return 'detail-missing';
  if (detail !== null && !details.includes(detail)) return 'detail-unknown';
  return courtFault(facts, now) ?? decisionFault(facts, now);
}

function courtFault({ kind, courtAt, happenedAt }: MilestoneFacts, now: Instant): MilestoneRefusal | null {
  if (ruleOf(kind).sets === null) return courtAt === null ? null : 'court-date-not-asked';
  if (courtAt === null) return 'court-date-missing';
  if (plus(courtAt, A_DAY) < happenedAt) return 'court-date-before-set';
  return courtAt > plus(now, FURTHEST_COURT_DATE) ? 'court-date-too-far' : null;
}

function decisionFault(facts: MilestoneFacts, now: Instant): MilestoneRefusal | null {
  const { kind, decidedBy, toldAt, happenedAt } = facts;
  if (!ruleOf(kind).decided) return decidedBy === null && toldAt === null ? null : 'decider-not-asked';
  if (decidedBy === null) return 'decider-missing';
  if (toldAt === null) return null;
  if (toldAt > now) return 'told-in-the-future';
  return plus(toldAt, A_DAY) < happenedAt ? 'told-before-decided' : null;
}

function sameFacts(one: MilestoneFacts, other: MilestoneFacts): boolean {
  const keys = ['detail', 'happenedAt', 'precision', 'courtAt', 'decidedBy', 'toldAt'] as const;
  return keys.every((key) => one[key] === other[key]);
}
