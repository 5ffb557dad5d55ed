import type { Brand } from '../brand';
import type { CaseId, PersonId, UserId } from '../ids';
import type { AgeBand } from '../referral/age-band';
import { stageOf } from '../person/age-rules';
import { dateOf, parseDate } from '../time/civil-date';
import type { Instant } from '../time';

export type CompetenceRecordId = Brand<string, 'CompetenceRecordId'>;

/** What somebody decides beside what is shared; consent has its own assessment, kept with the answer. */
export const DECISIONS = [
  'support',
  'report-to-police',
  'medical-examination',
  'treatment',
  'who-is-told',
  'where-to-live',
  'other',
] as const;
export type Decision = (typeof DECISIONS)[number];

/** Whether they understand it (Gillick, under 16), or have capacity for it (Mental Capacity Act 2005, from 16 on). */
export type CompetenceTest = 'gillick' | 'capacity';

export const FINDINGS = ['can-decide', 'cannot-decide', 'not-yet'] as const;
export type Finding = (typeof FINDINGS)[number];

/** Whoever writes it down, or another professional, whose name is sealed. */
export const ASSESSORS = ['recorder', 'other-professional'] as const;
export type Assessor = (typeof ASSESSORS)[number];

/** One assessment for one decision. It is never changed: the latest about a decision counts. */
export interface CompetenceRecord {
  readonly id: CompetenceRecordId;
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly decision: Decision;
  readonly test: CompetenceTest;
  readonly finding: Finding;
  readonly assessor: Assessor;
  /** `YYYY-MM-DD` in the zone of the desk. */
  readonly assessedOn: string;
  /** By when somebody looks again; capacity comes and goes, and children grow. */
  readonly reviewOn: string | null;
  readonly recordedBy: UserId;
  readonly recordedAt: Instant;
}

export const LONGEST_UNTIL_REVIEW = 365;

export type AssessmentRefusal =
  | 'under-13-needs-another'
  | 'assessed-in-the-future'
  | 'review-needed'
  | 'review-not-ahead'
  | 'review-too-far-ahead';

export type AssessmentDecision =
  | { readonly kind: 'may'; readonly test: CompetenceTest }
  | { readonly kind: 'refused'; readonly reason: AssessmentRefusal };

/**
 * By which test this is judged, and whether it may stand (law.md §7). Under 13 the child's understanding does not make
 * the decision theirs alone. Capacity is presumed from 16 on: "cannot" and "not yet" hold for this decision and for a
 * time, so they are looked at again within a year. Dates are `YYYY-MM-DD` in the zone of the desk.
 */
export function assessCompetence(assessed: {
  readonly band: AgeBand;
  readonly finding: Finding;
  readonly assessedOn: string;
  readonly reviewOn: string | null;
  readonly today: string;
}): AssessmentDecision {
  const { band, finding, assessedOn, reviewOn, today } = assessed;
  const stage = stageOf(band);
  if (stage === 'under-13') return { kind: 'refused', reason: 'under-13-needs-another' };
  if (assessedOn > today) return { kind: 'refused', reason: 'assessed-in-the-future' };
  if (reviewOn === null && finding !== 'can-decide') return { kind: 'refused', reason: 'review-needed' };
  if (reviewOn !== null && reviewOn <= today) return { kind: 'refused', reason: 'review-not-ahead' };
  if (reviewOn !== null && reviewOn > daysAfter(today, LONGEST_UNTIL_REVIEW))
    return { kind: 'refused', reason: 'review-too-far-ahead' };
  return { kind: 'may', test: stage === '13-15' ? 'gillick' : 'capacity' };
}

function daysAfter(date: string, days: number): string {
  const day = parseDate(date);
  if (day === undefined) throw new Error('today is a date that exists');
  return dateOf(day + days);
}
