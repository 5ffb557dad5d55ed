import fc from 'fast-check';
import { instant, plus, type Instant } from '../../time';
import { complaintStanding } from './complaint-fact';

const DUE = instant('2026-03-30T16:00:00Z');
const of = (answeredAt: Instant | null, withdrawn = false) => ({ replyDueAt: DUE, answeredAt, withdrawn });

describe('where a complaint stands', () => {
  it.each([
    ['answered at the limit', of(DUE), plus(DUE, 1), 'in-time'],
    ['answered a moment later', of(plus(DUE, 1)), plus(DUE, 2), 'late'],
    ['at the limit, without a reply', of(null), DUE, 'open'],
    ['a moment past the limit', of(null), plus(DUE, 1), 'not-answered'],
    ['taken back', of(null, true), plus(DUE, 1), 'withdrawn'],
    ['taken back after a reply', of(DUE, true), plus(DUE, 1), 'in-time'],
  ] as const)('%s', (_, fact, now, state) => {
    expect(complaintStanding(fact, now).state).toBe(state);
  });

  it('P3 stays until it says that it turns, and is another a moment later', () => {
    const near = fc.integer({ min: -5, max: 5 }).map((minutes) => plus(DUE, minutes * 60_000));
    fc.assert(
      fc.property(
        fc.option(near, { nil: null }),
        fc.boolean(),
        near,
        near,
        (answered, withdrawn, now, later) => {
          const fact = of(answered, withdrawn);
          const { state, turnsAt } = complaintStanding(fact, now);
          const then = Math.max(now, later) as Instant;
          if (turnsAt === null || then <= turnsAt) expect(complaintStanding(fact, then).state).toBe(state);
          if (turnsAt !== null) expect(complaintStanding(fact, plus(turnsAt, 1)).state).not.toBe(state);
        },
      ),
    );
  });
});
