import { localDate, type Instant } from '../time';
import { certainlyBefore, type Milestone, type MilestoneFacts, type MilestoneIssue } from './milestone';
import { ruleOf } from './milestone-kinds';
import { reviewLimits } from './review-right';

type Known = Pick<Milestone, 'kind' | 'happenedAt' | 'precision' | 'state'>;

/**
 * What is unusual about a milestone beside those that stand: a verdict without a charge before it, a charge dated after
 * a verdict, a trial on a day that is over. In the order of `MILESTONE_ISSUES`, each once; empty when nothing is.
 */
export function issuesOf(
  facts: MilestoneFacts,
  {
    others,
    now,
    timezone,
  }: { readonly others: readonly Known[]; readonly now: Instant; readonly timezone: string },
): readonly MilestoneIssue[] {
  const standing = others.filter(({ state }) => state === 'standing');
  const { after, sets } = ruleOf(facts.kind);
  const earlier = standing.filter(({ kind }) => after.includes(kind));
  const report = standing.find(({ kind }) => kind === 'crime-reported');
  const found: Readonly<Record<MilestoneIssue, boolean>> = {
    'earlier-step-missing': after.length > 0 && earlier.length === 0,
    'before-earlier-step': earlier.length > 0 && earlier.every((one) => certainlyBefore(facts, one)),
    'after-later-step': standing.some((later) => comesTooLate(facts, later, standing)),
    'before-the-report':
      report !== undefined && facts.kind !== 'crime-reported' && certainlyBefore(facts, report),
    'court-date-past': sets !== null && facts.courtAt !== null && dayOver(facts.courtAt, { now, timezone }),
    'after-the-limit': facts.kind === 'review-asked' && pastLimit(facts, standing, timezone),
  };
  return (Object.keys(found) as MilestoneIssue[]).filter((issue) => found[issue]);
}

/** A court date is past once its whole day is: on the day itself it is still news. */
function dayOver(at: Instant, { now, timezone }: { now: Instant; timezone: string }): boolean {
  return localDate(at, timezone) < localDate(now, timezone);
}

/** A later step that rests on this kind alone already stands, and was over before this happened. */
function comesTooLate(facts: MilestoneFacts, later: Known, standing: readonly Known[]): boolean {
  const { after } = ruleOf(later.kind);
  if (!after.includes(facts.kind) || later.kind === facts.kind || !certainlyBefore(later, facts))
    return false;
  return !standing.some((other) => after.includes(other.kind) && !certainlyBefore(later, other));
}

/** Counted from the last time the person was told of a decision that can be reviewed. */
function pastLimit(facts: MilestoneFacts, standing: readonly Known[], timezone: string): boolean {
  const told = standing.filter((one) => one.kind === 'told-of-decision' && !certainlyBefore(facts, one));
  if (told.length === 0) return false;
  const last = Math.max(...told.map(({ happenedAt }) => happenedAt)) as Instant;
  return localDate(facts.happenedAt, timezone) > reviewLimits(last, timezone).latestOn;
}
