import fc from 'fast-check';
import { OUTCOME_MEASURES } from '../care/care-settings';
import type { AgencyId, CaseId, PersonId, UserId } from '../ids';
import { instant, plus, SECOND } from '../time';
import {
  OUTCOME_ANSWERS,
  outcomeChanges,
  outcomeRefusal,
  standingScores,
  type OutcomeId,
  type OutcomeScore,
} from './outcome';

const NOW = instant('2026-03-02T10:00:00Z');
const SCALE = { lowest: 1, highest: 5 };

const given = fc.record({
  measure: fc.constantFrom(...OUTCOME_MEASURES),
  answer: fc.constantFrom(...OUTCOME_ANSWERS),
  score: fc.option(fc.integer({ min: -2, max: 8 })),
});

interface Typed {
  readonly measure: (typeof OUTCOME_MEASURES)[number];
  readonly score: number | null;
  readonly seconds: number;
  readonly corrects: number | null;
}

const typed = fc.record({
  measure: fc.constantFrom(...OUTCOME_MEASURES),
  score: fc.option(fc.integer({ min: 1, max: 5 })),
  seconds: fc.integer({ min: 0, max: 100_000 }),
  corrects: fc.option(fc.nat({ max: 10 })),
});

/** Rows as the store keeps them: each may correct an earlier one of its measure, and each is corrected once. */
function rowsOf(all: readonly Typed[]): readonly OutcomeScore[] {
  const rows: OutcomeScore[] = [];
  for (const [nth, { measure, score, seconds, corrects }] of all.entries()) {
    const wrong = corrects === null ? undefined : rows[corrects];
    const free = wrong?.measure === measure && !rows.some(({ supersedes }) => supersedes === wrong.id);
    rows.push({
      id: `score-${nth}` as string as OutcomeId,
      caseId: 'case' as string as CaseId,
      personId: 'person' as string as PersonId,
      handlingAgencyId: 'agency' as string as AgencyId,
      keptBy: null,
      measure,
      answer: score === null ? 'declined' : 'scored',
      score,
      scaleLowest: SCALE.lowest,
      scaleHighest: SCALE.highest,
      settingsVersion: 1,
      happenedAt: free && wrong ? wrong.happenedAt : plus(NOW, seconds * SECOND),
      recordedBy: 'user' as string as UserId,
      recordedAt: plus(NOW, nth * SECOND),
      supersedes: free && wrong ? wrong.id : null,
    });
  }
  return rows;
}

describe('what the person says of the measures', () => {
  it('is a number on the scale or a reason for none, never both and never neither', () => {
    fc.assert(
      fc.property(given, (one) => {
        const { answer, score } = one;
        const whole = answer === 'scored' ? score !== null && score >= 1 && score <= 5 : score === null;
        const refusal = outcomeRefusal({ given: [one], scale: SCALE, happenedAt: NOW, now: NOW });
        expect(refusal === null).toBe(whole);
      }),
    );
  });

  it('a reason for none never counts as a score, and a corrected row counts no more', () => {
    fc.assert(
      fc.property(fc.array(typed, { maxLength: 12 }), (all) => {
        const rows = rowsOf(all);
        const standing = standingScores(rows);
        const corrected = rows.filter(({ id }) => rows.some(({ supersedes }) => supersedes === id));
        expect(standing).toHaveLength(rows.length - corrected.length);
        for (const { measure, scored, first, last, direction } of outcomeChanges(rows)) {
          const scores = standing.filter((row) => row.measure === measure && row.score !== null);
          expect(scored).toBe(scores.length);
          expect([first, last]).toEqual([scores[0]?.score ?? null, scores.at(-1)?.score ?? null]);
          expect(direction === null).toBe(scores.length < 2);
          if (direction !== null && first !== null && last !== null)
            expect(direction).toBe(last > first ? 'better' : last < first ? 'worse' : 'same');
        }
      }),
    );
  });

  it('compares alike on two scales: half of one is half of the other', () => {
    const [row] = rowsOf([{ measure: 'feels-safer', score: 3, seconds: 0, corrects: null }]);
    if (row === undefined) throw new Error('no row');
    const wide = { ...row, id: 'wide' as string as OutcomeId, score: 5, scaleLowest: 0, scaleHighest: 10 };
    const change = outcomeChanges([row, { ...wide, happenedAt: plus(NOW, SECOND) }]).find(
      ({ measure }) => measure === 'feels-safer',
    );
    expect(change?.direction).toBe('same');
  });
});
