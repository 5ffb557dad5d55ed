import type { Instant } from '../time';
import { RETENTION_OUTCOMES, type RetentionOutcome } from './outcome';

/** Where a number of years comes from. `assumed` says so openly: nobody has laid it down. */
export const RETENTION_GROUNDS = [
  'iicsa-recommendation',
  'practice-of-a-rape-crisis-centre',
  'contract',
  'policy-of-the-service',
  'assumed',
] as const;
export type RetentionGround = (typeof RETENTION_GROUNDS)[number];

export interface RetentionRule {
  readonly record: 'person';
  readonly outcome: RetentionOutcome;
  readonly years: number;
  readonly ground: RetentionGround;
}

/** One version of the schedule. A started wait goes by the version in force on the day it is looked at. */
export interface RetentionSchedule {
  readonly version: number;
  readonly rules: readonly RetentionRule[];
}

export const FEWEST_YEARS = 1;
export const MOST_YEARS = 100;

export type ScheduleFault = 'outcome-missing' | 'outcome-twice' | 'years-out-of-range' | 'child-too-short';

/**
 * What makes a schedule impossible to keep: each outcome needs exactly one rule of whole years, and no rule may keep
 * the record of a child for less time than that of an adult.
 */
export function scheduleFaults({ rules }: RetentionSchedule): readonly ScheduleFault[] {
  const of = (outcome: RetentionOutcome) => rules.filter((rule) => rule.outcome === outcome);
  const years = rules.map((rule) => rule.years);
  const child = of('child')[0];
  const faults: Readonly<Record<ScheduleFault, boolean>> = {
    'outcome-missing': RETENTION_OUTCOMES.some((outcome) => of(outcome).length === 0),
    'outcome-twice': RETENTION_OUTCOMES.some((outcome) => of(outcome).length > 1),
    'years-out-of-range': years.some(
      (value) => !Number.isInteger(value) || value < FEWEST_YEARS || value > MOST_YEARS,
    ),
    'child-too-short': child !== undefined && years.some((value) => value > child.years),
  };
  return (Object.keys(faults) as ScheduleFault[]).filter((fault) => faults[fault]);
}

/** In the order of the outcomes, so that schedules that say the same are the same. */
export function rulesInOrder(rules: readonly RetentionRule[]): readonly RetentionRule[] {
  return RETENTION_OUTCOMES.flatMap((outcome) => rules.filter((rule) => rule.outcome === outcome));
}

/**
 * The first instant at which a record may go: the same day and time so many years after the last case ended, in UTC. A
 * leap day that the year lacks is 1 March, so that nothing goes early.
 */
export function keptUntil(
  schedule: RetentionSchedule,
  { outcome, endedAt }: { readonly outcome: RetentionOutcome; readonly endedAt: Instant },
): { readonly at: Instant; readonly rule: RetentionRule } {
  const rule = schedule.rules.find((candidate) => candidate.outcome === outcome);
  if (rule === undefined) throw new Error(`no rule says how long ${outcome} is kept`);
  const at = new Date(endedAt);
  at.setUTCFullYear(at.getUTCFullYear() + rule.years);
  return { at: at.getTime() as Instant, rule };
}
