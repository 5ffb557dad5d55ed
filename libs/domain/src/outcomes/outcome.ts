import type { Brand } from '../brand';
import type { CareSettings, OutcomeMeasure } from '../care/care-settings';
import { OUTCOME_MEASURES } from '../care/care-settings';
import type { AgencyId, CaseId, PersonId, UserId } from '../ids';
import type { Instant } from '../time';

export type OutcomeId = Brand<string, 'OutcomeId'>;

/** A score, or why there is none: the three reasons are told apart and none of them is a low score. */
export const OUTCOME_ANSWERS = ['scored', 'not-asked', 'declined', 'unknown'] as const;
export type OutcomeAnswer = (typeof OUTCOME_ANSWERS)[number];

/** One measure at one time, as the person said it. A correction is another row, in place of this one. */
export interface OutcomeScore {
  readonly id: OutcomeId;
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly handlingAgencyId: AgencyId;
  /** The service that keeps it; null for the desk. */
  readonly keptBy: AgencyId | null;
  readonly measure: OutcomeMeasure;
  readonly answer: OutcomeAnswer;
  /** Null unless the answer is `scored`. */
  readonly score: number | null;
  readonly scaleLowest: number;
  readonly scaleHighest: number;
  readonly settingsVersion: number;
  readonly happenedAt: Instant;
  readonly recordedBy: UserId;
  readonly recordedAt: Instant;
  /** The row that this one corrects; null for a first one. */
  readonly supersedes: OutcomeId | null;
}

/** What somebody answered to one measure. */
export interface OutcomeGiven {
  readonly measure: OutcomeMeasure;
  readonly answer: OutcomeAnswer;
  readonly score: number | null;
}

export type OutcomeRefusal =
  | 'outcome-in-the-future'
  | 'score-missing'
  | 'score-off-the-scale'
  | 'score-not-wanted'
  | 'measure-twice'
  | 'no-measure';

/** Whether these answers may be recorded on this scale; the scale itself decides what a score can be. */
export function outcomeRefusal(asked: {
  readonly given: readonly OutcomeGiven[];
  readonly scale: CareSettings['outcomeScale'];
  readonly happenedAt: Instant;
  readonly now: Instant;
}): OutcomeRefusal | null {
  const { given, scale, happenedAt, now } = asked;
  if (happenedAt > now) return 'outcome-in-the-future';
  if (given.length === 0) return 'no-measure';
  if (new Set(given.map(({ measure }) => measure)).size !== given.length) return 'measure-twice';
  const wrong = given.map((one) => scoreRefusal(one, scale)).find((found) => found !== null);
  return wrong ?? null;
}

function scoreRefusal(
  { answer, score }: OutcomeGiven,
  { lowest, highest }: CareSettings['outcomeScale'],
): OutcomeRefusal | null {
  if (answer !== 'scored') return score === null ? null : 'score-not-wanted';
  if (score === null) return 'score-missing';
  return Number.isInteger(score) && score >= lowest && score <= highest ? null : 'score-off-the-scale';
}

/** The rows that stand: those that no other corrects, the earliest talk first. */
export function standingScores(all: readonly OutcomeScore[]): readonly OutcomeScore[] {
  const corrected = new Set(all.map(({ supersedes }) => supersedes));
  return all
    .filter(({ id }) => !corrected.has(id))
    .toSorted((a, b) => a.happenedAt - b.happenedAt || a.recordedAt - b.recordedAt);
}

export interface OutcomeChange {
  readonly measure: OutcomeMeasure;
  /** How often it was scored. */
  readonly scored: number;
  readonly first: number | null;
  readonly last: number | null;
  /** Compared on the share of the scale, so that a change of the scale compares alike; null with fewer than two. */
  readonly direction: 'better' | 'same' | 'worse' | null;
}

/** How each measure changed from the first score that stands to the last. */
export function outcomeChanges(all: readonly OutcomeScore[]): readonly OutcomeChange[] {
  const standing = standingScores(all);
  return OUTCOME_MEASURES.map((measure) => {
    const scores = standing.filter((one) => one.measure === measure && one.score !== null);
    const [first, last] = [scores.at(0), scores.at(-1)];
    const direction =
      scores.length < 2 || !first || !last ? null : directionOf(shareOf(first), shareOf(last));
    return {
      measure,
      scored: scores.length,
      first: first?.score ?? null,
      last: last?.score ?? null,
      direction,
    };
  });
}

function shareOf({ score, scaleLowest, scaleHighest }: OutcomeScore): number {
  return ((score ?? scaleLowest) - scaleLowest) / (scaleHighest - scaleLowest);
}

function directionOf(first: number, last: number): 'better' | 'same' | 'worse' {
  if (last === first) return 'same';
  return last > first ? 'better' : 'worse';
}
