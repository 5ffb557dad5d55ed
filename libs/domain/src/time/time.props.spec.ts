import fc from 'fast-check';
import { buildCalendar } from './calendar';
import { explainDue, explainElapsed, explainWorkingDay, type Explanation } from './explain';
import { instant, plus, type Instant } from './instant';
import { dueAfter, nextOpening, openSecondsBetween } from './open-time';
import type { OpeningHours } from './opening-hours';
import { clock, QUARTER, situation } from './situations.fixture';
import { slowOracle } from './slow-oracle.fixture';
import { workingDayDue, type Reading } from './working-day';

const seconds = fc.integer({ min: 0, max: 400_000 });
const reading = fc.constantFrom<Reading>('A', 'B', 'C');
const closesAt = fc.integer({ min: 0, max: 96 }).map(clock);
const days = fc.integer({ min: 1, max: 6 });

function dueAt(answer: ReturnType<typeof dueAfter>): Instant {
  if (answer.kind === 'refused') throw new Error(answer.reason);
  return answer.at;
}

function countedSeconds(explanation: Explanation): number {
  if (explanation.kind === 'refused') throw new Error(explanation.reason);
  return explanation.segments.reduce((sum, segment) => sum + segment.countedSeconds, 0);
}

function expectNoGaps(explanation: Explanation, range: { from: Instant; to: Instant }): void {
  if (explanation.kind === 'refused') throw new Error(explanation.reason);
  const edges = explanation.segments.flatMap(({ from, to }) => [from, to]);
  expect(edges.at(0) ?? range.from).toBe(range.from);
  expect(edges.at(-1) ?? range.to).toBe(range.to);
  for (let i = 1; i + 1 < edges.length; i += 2) expect(edges[i]).toBe(edges[i + 1]);
}

describe('working time, whatever the hours', () => {
  test('a deadline is not before its start, and the opening time up to it is the budget', () => {
    fc.assert(
      fc.property(situation, seconds, ({ calendar, start }, budget) => {
        const at = dueAt(dueAfter(calendar, { start, seconds: budget }));
        expect(at).toBeGreaterThanOrEqual(start);
        expect(openSecondsBetween(calendar, { from: start, to: at })).toEqual({
          kind: 'elapsed',
          seconds: budget,
        });
      }),
    );
  });

  test('starting later never makes it due sooner', () => {
    fc.assert(
      fc.property(
        situation,
        seconds,
        fc.integer({ min: 1, max: 300_000 }),
        ({ calendar, start }, budget, later) => {
          const delayed = plus(start, later * 1_000);
          const [first, second] = [start, delayed].map((at) =>
            dueAt(dueAfter(calendar, { start: at, seconds: budget })),
          );
          expect(second).toBeGreaterThanOrEqual(first!);
        },
      ),
    );
  });

  test('a later start never makes a working day end sooner, in any reading', () => {
    fc.assert(
      fc.property(
        situation,
        days,
        reading,
        closesAt,
        fc.integer({ min: 1, max: 300_000 }),
        (given, n, how, close, later) => {
          const { calendar, start } = given;
          const question = { days: n, reading: how, closesAt: close };
          const first = dueAt(workingDayDue(calendar, { ...question, start }));
          const second = dueAt(workingDayDue(calendar, { ...question, start: plus(start, later * 1_000) }));
          expect(first).toBeGreaterThan(start);
          expect(second).toBeGreaterThanOrEqual(first);
        },
      ),
    );
  });

  test('the working sums to the budget and leaves no gap', () => {
    fc.assert(
      fc.property(situation, seconds, ({ calendar, start }, budget) => {
        const to = dueAt(dueAfter(calendar, { start, seconds: budget }));
        const due = explainDue(calendar, { start, seconds: budget });
        const elapsed = explainElapsed(calendar, { from: start, to });
        expect([countedSeconds(due), countedSeconds(elapsed)]).toEqual([budget, budget]);
        expectNoGaps(due, { from: start, to });
      }),
    );
  });

  test('the working of n working days ends with the n-th and leaves no gap', () => {
    fc.assert(
      fc.property(situation, days, fc.constantFrom<Reading>('A', 'C'), closesAt, (given, n, how, close) => {
        const { calendar, start } = given;
        // 24:00 is already the next date, and 00:00 leaves nothing of the n-th.
        fc.pre(close !== '00:00' && close !== '24:00');
        const question = { start, days: n, reading: how, closesAt: close };
        const to = dueAt(workingDayDue(calendar, question));
        const explained = explainWorkingDay(calendar, question);
        expectNoGaps(explained, { from: start, to });
        if (explained.kind === 'refused') throw new Error(explained.reason);
        const counted = explained.segments
          .filter(({ reason }) => reason === 'working-day')
          .map((s) => s.workingDay);
        const upToTheLast = Array.from({ length: n }, (_, i) => i + 1);
        expect(counted.slice(0, n - 1)).toEqual(upToTheLast.slice(0, n - 1));
        expect(counted.length).toBeLessThanOrEqual(n);
      }),
    );
  });
});

describe('an independent slow oracle agrees', () => {
  const step = QUARTER;
  const reach = 28 * 96;

  test('on due instants, elapsed time and the next opening', () => {
    const budget = fc.integer({ min: 0, max: 100_000 });
    fc.assert(
      fc.property(
        situation,
        budget,
        fc.integer({ min: 0, max: 700 }),
        ({ hours, calendar, start }, wanted, quarters) => {
          const oracle = slowOracle(hours, { step, reach });
          const due = oracle.due(start, wanted);
          fc.pre(due !== undefined);
          expect(dueAfter(calendar, { start, seconds: wanted })).toEqual({ kind: 'due', at: due });
          const to = plus(start, quarters * QUARTER);
          const elapsed = { kind: 'elapsed', seconds: oracle.elapsed(start, to) };
          expect(openSecondsBetween(calendar, { from: start, to })).toEqual(elapsed);
          expect(nextOpening(calendar, start)).toEqual({ kind: 'opening', at: oracle.nextOpening(start) });
        },
      ),
      { numRuns: 150 },
    );
  });

  test('on working days, readings A and C', () => {
    fc.assert(
      fc.property(situation, days, closesAt, ({ hours, calendar, start }, n, close) => {
        const oracle = slowOracle(hours, { step, reach });
        const a = oracle.closeOfService(start, n, close);
        const opening = oracle.nextOpening(start);
        const c = opening === undefined ? undefined : oracle.closeOfService(opening, n, close);
        fc.pre(a !== undefined && c !== undefined);
        const answers = (['A', 'C'] as const).map((how) =>
          dueAt(workingDayDue(calendar, { start, days: n, reading: how, closesAt: close })),
        );
        expect(answers).toEqual([a, c]);
      }),
      { numRuns: 100 },
    );
  });

  test('second by second, on hours and closures with odd seconds', () => {
    const odd: OpeningHours = {
      timezone: 'Europe/London',
      schedule: {
        sun: [
          ['00:10:07', '01:20:31'],
          ['01:40:59', '02:10:01'],
        ],
        sat: [['23:59:59', '24:00']],
      },
      holidays: [],
      closed: [[instant('2026-10-25T00:30:13Z'), instant('2026-10-25T00:31:17Z')]],
    };
    const built = buildCalendar(odd);
    if (built.kind === 'refused') throw new Error(built.reason);
    const { calendar } = built;
    const oracle = slowOracle(odd, { step: 1_000, reach: 4 * 3_600 });
    const start = instant('2026-10-24T22:59:58Z');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7_200 }), fc.integer({ min: 0, max: 3_000 }), (after, budget) => {
        const from = plus(start, after * 1_000);
        const due = oracle.due(from, budget);
        fc.pre(due !== undefined);
        expect(dueAfter(calendar, { start: from, seconds: budget })).toEqual({ kind: 'due', at: due });
      }),
      { numRuns: 40 },
    );
  });
});
