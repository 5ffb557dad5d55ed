import { HOUR, type Instant } from '../../time';
import type { OutcomeAnswer } from '../../outcomes';
import type { StrandPlace } from './strand-place';

/** Two scores that are closer than this say nothing of a change. */
export const SCORES_APART = 42 * 24 * HOUR;

/** How the later score stands to the first one, or why there are not two to compare. */
export const OUTCOME_STATES = [
  'better',
  'same',
  'worse',
  'one-score',
  'declined',
  'not-asked',
  'not-recorded',
] as const;
export type OutcomeState = (typeof OUTCOME_STATES)[number];

/** One answer to one question. Instants in milliseconds, as everywhere. */
export interface OutcomeEvidence {
  readonly id: string;
  readonly answer: OutcomeAnswer | 'not-recorded';
  /** Null unless it was scored. */
  readonly score: number | null;
  readonly lowest: number;
  readonly highest: number;
  readonly at: Instant;
  /** The answer that this one stands in the place of. */
  readonly supersedes: string | null;
}

/** What somebody said to one question, each time that they were asked. `value` is the question. */
export interface OutcomeFact extends StrandPlace {
  readonly kind: 'outcome';
  readonly state: OutcomeState;
  readonly evidence: readonly OutcomeEvidence[];
}

/** The answers that stand, the earliest first: what was put right counts as it was put right. */
export function standingAnswers(evidence: readonly OutcomeEvidence[]): readonly OutcomeEvidence[] {
  const replaced = new Set(evidence.map(({ supersedes }) => supersedes));
  return evidence.filter(({ id }) => !replaced.has(id)).toSorted((one, other) => one.at - other.at);
}

/**
 * The latest score against the first one on the same scale, at least six weeks before it. A missing score is never a low
 * one: what keeps two from being compared is said instead.
 *
 * Example: 2 in March and 4 in June, both of 1 to 5, is better; 2 in March alone is one score.
 */
export function outcomeState(evidence: readonly OutcomeEvidence[]): OutcomeState {
  const standing = standingAnswers(evidence);
  const scored = standing.filter(({ score }) => score !== null);
  const last = scored.at(-1);
  if (last === undefined) return unscored(standing);
  const first = scored.find(({ lowest, highest }) => lowest === last.lowest && highest === last.highest);
  if (first === undefined || last.at - first.at < SCORES_APART) return 'one-score';
  const change = (last.score ?? 0) - (first.score ?? 0);
  if (change === 0) return 'same';
  return change > 0 ? 'better' : 'worse';
}

function unscored(standing: readonly OutcomeEvidence[]): OutcomeState {
  if (standing.some(({ answer }) => answer === 'declined')) return 'declined';
  return standing.some(({ answer }) => answer === 'not-recorded') ? 'not-recorded' : 'not-asked';
}
